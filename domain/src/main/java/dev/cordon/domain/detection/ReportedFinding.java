package dev.cordon.domain.detection;

import dev.cordon.domain.detection.log.Address;
import dev.cordon.domain.detection.log.Excerpt;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An attack as somebody outside tells it: no log of ours shows it.
 *
 * @param addresses those named as attacking; each counts as one event
 * @param lines some log lines of theirs
 */
public record ReportedFinding(
        String reference,
        AlertNote note,
        AttackKind kind,
        AlertSeverity severity,
        Instant startedAt,
        Instant lastSeenAt,
        List<Address> addresses,
        List<String> accounts,
        List<String> lines) {

    /** The rule that is named where a log's rule would be. */
    public static final String RULE = "reported";

    private static final int LONGEST_REFERENCE = 300;
    private static final int MOST_ADDRESSES = 10_000;
    private static final int MOST_ACCOUNTS = 1_000;
    private static final int LONGEST_LINE = 2_000;
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(10);

    public ReportedFinding {
        addresses = addresses.stream().distinct().toList();
        accounts = accounts.stream().distinct().toList();
        lines = List.copyOf(lines);
        if (reference.isBlank() || reference.length() > LONGEST_REFERENCE) {
            throw new IllegalArgumentException(
                    "a reference has 1 to " + LONGEST_REFERENCE + " characters");
        }
        if (addresses.size() > MOST_ADDRESSES || accounts.size() > MOST_ACCOUNTS) {
            throw new IllegalArgumentException(
                    "a report names at most %d addresses and %d accounts"
                            .formatted(MOST_ADDRESSES, MOST_ACCOUNTS));
        }
        if (lines.size() > Proof.MOST_SAMPLES
                || lines.stream().anyMatch(line -> line.length() > LONGEST_LINE)) {
            throw new IllegalArgumentException(
                    "a report shows at most %d lines of %d characters"
                            .formatted(Proof.MOST_SAMPLES, LONGEST_LINE));
        }
    }

    /**
     * As a finding, with secrets in its lines masked.
     *
     * @throws IllegalArgumentException if it tells of what has not happened yet
     */
    public Finding at(Instant now) {
        if (lastSeenAt.isAfter(now.plus(CLOCKS_DIFFER))) {
            throw new IllegalArgumentException("a report tells of what happened, not of later");
        }
        return new Finding(
                reference,
                new Verdict(
                        RULE,
                        note.title(),
                        kind,
                        severity,
                        kind.techniques(),
                        Map.of(
                                "en",
                                note.description().isEmpty() ? note.title() : note.description()),
                        null,
                        List.of(RULE)),
                new Period(startedAt, lastSeenAt, startedAt),
                new Attackers(
                        addresses.stream().map(this::facts).toList(), 0, accounts, List.of(), 0),
                new Proof(
                        Math.max(addresses.size(), lines.size()),
                        List.of(),
                        lines.stream().map(ReportedFinding::masked).toList(),
                        List.of(),
                        0));
    }

    private AddressFacts facts(Address address) {
        return new AddressFacts(
                address, 1, 0, startedAt, lastSeenAt, Set.of(Sign.NAMED_BY_REPORTER));
    }

    private static String masked(String line) {
        return Excerpt.whole(line.getBytes(StandardCharsets.UTF_8));
    }
}
