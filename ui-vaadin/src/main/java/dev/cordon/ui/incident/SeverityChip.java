package dev.cordon.ui.incident;

import dev.cordon.domain.incident.Severity;
import dev.cordon.ui.kernel.Chip;
import dev.cordon.ui.kernel.Tone;
import dev.cordon.ui.kernel.Words;

/** A severity: its color, its number and its word. */
public class SeverityChip extends Chip {

    public SeverityChip(Severity severity) {
        super(tone(severity), text(severity));
    }

    /** {@code SEV1 Critical}. */
    public static String text(Severity severity) {
        return "SEV" + severity.sev() + " " + Words.here().of(severity);
    }

    public static Tone tone(Severity severity) {
        return switch (severity) {
            case CRITICAL -> Tone.CRIT;
            case HIGH -> Tone.HIGH;
            case MEDIUM -> Tone.MED;
            case LOW -> Tone.LOW;
        };
    }
}
