package dev.cordon.domain.detection.sensor;

import dev.cordon.domain.detection.AlertSeverity;
import java.util.Locale;

/** Why nothing, or not enough, is seen in a log. */
public enum Blindness {
    /** Nothing came for longer than its rhythm allows. */
    SILENT(AlertSeverity.HIGH),
    /** Lines wait to be read, or speak of what is long past. */
    LAGGING(AlertSeverity.MEDIUM),
    /** Too many lines are not understood. */
    UNPARSABLE(AlertSeverity.MEDIUM),
    /** Lines were gone, or damaged, before they could be read. */
    PASSED_OVER(AlertSeverity.HIGH),
    /** The numbers of what a sensor sends do not follow each other. */
    GAP(AlertSeverity.HIGH),
    /** The log itself told that a plugin that protects the store was switched off. */
    PLUGIN_OFF(AlertSeverity.HIGH);

    private final AlertSeverity severity;

    Blindness(AlertSeverity severity) {
        this.severity = severity;
    }

    /** How urgent its alert looks. */
    public AlertSeverity severity() {
        return severity;
    }

    /** Its name in references and rules: {@code passed-over}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
