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
    private static final String INDENT = "    ";

    private final DateTimeFormatter time;
    private final String store;
    private final PrintWriter out;

    FindingText(ZoneId zone, String store, PrintWriter out) {
        this.time =
                DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xxx", Locale.ROOT).withZone(zone);
        this.store = store;
        this.out = out;
    }

    void print(List<Finding> findings) {
        if (findings.isEmpty()) {
            out.println("No alerts.");
        }
        findings.forEach(this::print);
    }

    private void print(Finding finding) {
        var techniques = String.join(", ", finding.kind().techniques());
        var where = String.join(", ", finding.paths()) + (store.isEmpty() ? "" : " of " + store);
        out.printf("%s  %s on %s (%s)%n", finding.severity(), name(finding), where, techniques);
        out.printf("%s%s to %s%n", INDENT, at(finding.startedAt()), at(finding.lastSeenAt()));
        out.printf(
                "%s%d addresses, %d logins refused, %d accepted%n",
                INDENT,
                finding.addresses().size() + finding.unlisted(),
                finding.failures(),
                finding.successes());
        for (var login : finding.logins()) {
            out.printf("%s%s got in at %s%n", INDENT, login.address(), at(login.at()));
        }
        if (finding.otherLogins() > 0) {
            out.printf(
                    "%s%d logins from other addresses were accepted meanwhile: most likely"
                            + " customers, but a log cannot prove it%n",
                    INDENT, finding.otherLogins());
        }
        printAddresses(finding);
        out.println();
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
        if (finding.unlisted() > 0) {
            out.printf("%sand %d more addresses%n", INDENT, finding.unlisted());
        }
    }

    private static String name(Finding finding) {
        return switch (finding.kind()) {
            case CREDENTIAL_STUFFING -> "Credential stuffing";
            case LOGIN_BRUTEFORCE -> "Password guessing";
        };
    }

    private String at(Instant moment) {
        return time.format(moment);
    }
}
