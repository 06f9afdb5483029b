package dev.cordon.ui.detection;

import dev.cordon.domain.detection.AlertSeverity;
import dev.cordon.ui.kernel.Chip;
import dev.cordon.ui.kernel.Tone;
import dev.cordon.ui.kernel.Words;

/** How urgent an alert looks. */
public class AlertSeverityChip extends Chip {

    public AlertSeverityChip(AlertSeverity severity) {
        super(tone(severity), Words.here().of(severity));
    }

    private static Tone tone(AlertSeverity severity) {
        return switch (severity) {
            case CRITICAL -> Tone.CRIT;
            case HIGH -> Tone.HIGH;
            case MEDIUM -> Tone.MED;
            case LOW -> Tone.LOW;
        };
    }
}
