package dev.cordon.domain.detection.sensor;

import dev.cordon.domain.detection.AttackKind;
import dev.cordon.domain.detection.Attackers;
import dev.cordon.domain.detection.Finding;
import dev.cordon.domain.detection.Period;
import dev.cordon.domain.detection.Proof;
import dev.cordon.domain.detection.Verdict;
import dev.cordon.domain.detection.log.LogSource;
import dev.cordon.domain.detection.log.RejectedLine;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/**
 * What an alert says about a log in which nothing, or not enough, is seen.
 *
 * @param rejected for lines that are not understood: some of them
 */
public record SensorFinding(LogSource log, BlindSpan span, List<RejectedLine> rejected) {

    public SensorFinding {
        rejected = List.copyOf(rejected);
    }

    /** The rule that is named where a log's rule would be. */
    public static String rule(Blindness why) {
        return "sensor-" + why.label();
    }

    /**
     * As a finding: an alert that speaks of no attack, but of what would not be seen of one.
     *
     * @param reference of the alert; stays while the log falls silent again and again
     */
    public Finding as(String reference) {
        var why = span.why();
        var rule = rule(why);
        var last = span.until() == null ? span.from() : span.until();
        return new Finding(
                reference,
                new Verdict(
                        rule,
                        title(),
                        AttackKind.OTHER,
                        why.severity(),
                        List.of(),
                        Map.of("en", english(), "de", german()),
                        null,
                        List.of(rule)),
                new Period(span.from(), last, span.from()),
                new Attackers(List.of(), 0, List.of(), List.of(), 0),
                new Proof(
                        1,
                        List.of(),
                        rejected.stream()
                                .map(RejectedLine::excerpt)
                                .distinct()
                                .limit(Proof.MOST_SAMPLES)
                                .toList(),
                        List.of(),
                        0));
    }

    private String title() {
        return log.name()
                + switch (span.why()) {
                    case SILENT -> " is silent";
                    case LAGGING -> " lags behind";
                    case UNPARSABLE -> " is not understood";
                    case PASSED_OVER -> ": lines were gone or damaged before they were read";
                    case GAP -> ": events of the sensor are missing";
                    case PLUGIN_OFF -> ": a security plugin was switched off";
                };
    }

    private String english() {
        var what =
                switch (span.why()) {
                    case SILENT ->
                            "The log %s fell silent for longer than it ever does: nothing came"
                                    + " since %s.";
                    case LAGGING ->
                            "The log %s is read late: what it shows is known only up to %s.";
                    case UNPARSABLE ->
                            "More than 1 %% of the lines of the log %s are not understood since"
                                    + " %s; usually it is its format that was changed.";
                    case PASSED_OVER ->
                            "Lines of the log %s were gone or damaged before they could be read,"
                                    + " since %s.";
                    case GAP ->
                            "The sensor plugin of the log %s counts what it sends, and its numbers do"
                                    + " not follow each other since %s: its database was put back, it"
                                    + " was installed anew, or somebody took events away.";
                    case PLUGIN_OFF ->
                            "The log %s told that a security plugin was switched off, at %s.";
                };
        return what.formatted(log.id(), at(span.from()))
                + (span.until() == null
                        ? " Attacks that only this log shows are not seen meanwhile."
                        : " That was over at " + at(span.until()) + ".");
    }

    private String german() {
        var what =
                switch (span.why()) {
                    case SILENT ->
                            "Das Protokoll %s schweigt länger, als es das je tut: seit %s kam"
                                    + " nichts.";
                    case LAGGING ->
                            "Das Protokoll %s wird verspätet gelesen: Was es zeigt, ist nur bis %s"
                                    + " bekannt.";
                    case UNPARSABLE ->
                            "Mehr als 1 %% der Zeilen des Protokolls %s werden seit %s nicht"
                                    + " verstanden; meist wurde das Format geändert.";
                    case PASSED_OVER ->
                            "Zeilen des Protokolls %s waren fort oder beschädigt, bevor sie gelesen"
                                    + " werden konnten, seit %s.";
                    case GAP ->
                            "Das Sensor-Plugin des Protokolls %s zählt, was es sendet, und seit %s"
                                    + " folgen die Nummern nicht aufeinander: Seine Datenbank wurde"
                                    + " zurückgesetzt, es wurde neu installiert, oder jemand nahm"
                                    + " Ereignisse weg.";
                    case PLUGIN_OFF ->
                            "Das Protokoll %s meldet, dass ein Sicherheits-Plugin abgeschaltet"
                                    + " wurde, um %s.";
                };
        return what.formatted(log.id(), at(span.from()))
                + (span.until() == null
                        ? " Angriffe, die nur dieses Protokoll zeigt, werden so lange nicht"
                                + " gesehen."
                        : " Das war um " + at(span.until()) + " vorbei.");
    }

    private static String at(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
