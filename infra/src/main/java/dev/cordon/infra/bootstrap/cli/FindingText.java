package dev.cordon.infra.bootstrap.cli;

import dev.cordon.domain.detection.AddressFacts;
import dev.cordon.domain.detection.Finding;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Findings as a person reads them in a terminal. */
final class FindingText {

    private static final int WIDTH = 96;
    private static final int SAMPLES = 2;
    private static final int LONGEST_LINE = 200;
    private static final String INDENT = "    ";

    private final DateTimeFormatter time;
    private final FindingTable table;
    private final String store;
    private final PrintWriter out;

    FindingText(ZoneId zone, String store, PrintWriter out) {
        this.time =
                DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xxx", Locale.ROOT).withZone(zone);
        this.table = new FindingTable(zone, out);
        this.store = store;
        this.out = out;
    }

    void print(List<Finding> findings) {
        if (findings.isEmpty()) {
            out.println("No alerts.");
        }
        if (findings.size() > 1) {
            table.print(findings);
        }
        findings.forEach(this::print);
    }

    private void print(Finding finding) {
        var verdict = finding.verdict();
        var techniques = String.join(", ", verdict.techniques());
        out.printf(
                "%s  %s%s (%s)%n",
                finding.severity(),
                verdict.title(),
                store.isEmpty() ? "" : ", " + store,
                techniques);
        out.printf("%s%s%n", INDENT, verdict.reason("en"));
        out.printf(
                "%s%s to %s, detected %s%n",
                INDENT,
                at(finding.startedAt()),
                at(finding.lastSeenAt()),
                at(finding.period().detectedAt()));
        out.printf(
                "%s%s, %s, rules: %s%n",
                INDENT,
                counted(finding.addressCount(), "address", "addresses"),
                counted(finding.events(), "event", "events"),
                String.join(", ", verdict.rules()));
        for (var login : finding.logins()) {
            out.printf("%s%s got through at %s%n", INDENT, login.address(), at(login.at()));
        }
        if (finding.attackers().otherLogins() > 0) {
            out.printf(
                    "%sother addresses got through %s meanwhile: most likely customers, but a log"
                            + " cannot prove it%n",
                    INDENT, counted(finding.attackers().otherLogins(), "time", "times"));
        }
        finding.proof().samples().stream()
                .limit(SAMPLES)
                .forEach(line -> out.printf("%s> %s%n", INDENT, shortened(line)));
        printAddresses(finding);
        out.println();
    }

    private static String counted(long count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }

    private static String shortened(String line) {
        return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "…";
    }

    private void printAddresses(Finding finding) {
        var line = new StringBuilder(INDENT);
        for (AddressFacts facts : finding.addresses()) {
            var address = facts.address().toString();
            if (line.length() + address.length() > WIDTH) {
                out.println(line.toString().stripTrailing());
                line.setLength(INDENT.length());
            }
            line.append(address).append(' ');
        }
        out.println(line.toString().stripTrailing());
        if (finding.attackers().unlisted() > 0) {
            out.printf("%sand %d more addresses%n", INDENT, finding.attackers().unlisted());
        }
    }

    private String at(Instant moment) {
        return time.format(moment);
    }
}
