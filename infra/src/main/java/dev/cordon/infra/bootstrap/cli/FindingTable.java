package dev.cordon.infra.bootstrap.cli;

import dev.cordon.domain.detection.Finding;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** A line for each finding, to see at a glance what there is. */
final class FindingTable {

    private static final String ROW = "%-8s  %-20s  %-19s  %8s  %9s  %9s  %s%n";

    private final DateTimeFormatter time;
    private final PrintWriter out;

    FindingTable(ZoneId zone, PrintWriter out) {
        this.time = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(zone);
        this.out = out;
    }

    void print(List<Finding> findings) {
        out.printf(
                ROW, "SEVERITY", "ATTACK", "FIRST SEEN", "LASTED", "EVENTS", "ADDRESSES", "WHAT");
        for (var finding : findings) {
            out.printf(
                    ROW,
                    finding.severity(),
                    finding.kind().label(),
                    time.format(finding.startedAt()),
                    lasted(Duration.between(finding.startedAt(), finding.lastSeenAt())),
                    finding.events(),
                    finding.addressCount(),
                    finding.verdict().title());
        }
        out.println();
    }

    /** In the largest unit of which there are two or more. */
    private static String lasted(Duration time) {
        if (time.toHours() >= 2) {
            return time.toHours() + " h";
        }
        return time.toMinutes() >= 2 ? time.toMinutes() + " min" : time.toSeconds() + " s";
    }
}
