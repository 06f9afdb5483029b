package dev.cordon.domain.detection;

import dev.cordon.domain.detection.log.Address;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;

/**
 * A campaign, as far as it was seen: one attack with all its addresses. Grows while it goes on.
 *
 * @param rule which rule sees it
 * @param reference names the campaign within its log source; stays while the campaign grows
 * @param startedAt the first line that belongs to it, in the log's time
 * @param lastSeenAt the last one so far, in the log's time
 * @param addresses the attacking addresses, the earliest first
 * @param unlisted attacking addresses beyond the limit of the list
 * @param logins logins of attacking addresses that the store accepted, the earliest first
 * @param otherLogins accepted logins of other addresses meanwhile: most likely customers, though a
 *     log cannot prove it
 * @param paths the paths under attack, as the store writes them
 */
public record Finding(
        String rule,
        String reference,
        FindingKind kind,
        Instant startedAt,
        Instant lastSeenAt,
        List<AddressFacts> addresses,
        int unlisted,
        List<SuccessfulLogin> logins,
        int otherLogins,
        List<String> paths) {

    public Finding {
        addresses =
                addresses.stream()
                        .sorted(
                                Comparator.comparing(AddressFacts::firstSeen)
                                        .thenComparing(AddressFacts::address))
                        .toList();
        logins =
                logins.stream()
                        .sorted(
                                Comparator.comparing(SuccessfulLogin::at)
                                        .thenComparing(SuccessfulLogin::address))
                        .toList();
        paths = List.copyOf(paths);
        if (lastSeenAt.isBefore(startedAt)) {
            throw new IllegalArgumentException("a campaign ends after it began");
        }
    }

    /** Refused logins of the attacking addresses. */
    public int failures() {
        return addresses.stream().mapToInt(AddressFacts::failures).sum();
    }

    /** Accepted logins of the attacking addresses. */
    public int successes() {
        return addresses.stream().mapToInt(AddressFacts::successes).sum();
    }

    public boolean hasSucceeded() {
        return successes() > 0;
    }

    /** How urgent it looks: somebody got in, or nobody did as far as the log shows. */
    public AlertSeverity severity() {
        return hasSucceeded() ? AlertSeverity.HIGH : AlertSeverity.MEDIUM;
    }

    /** Which log lines belong to it. */
    public LineSelector lines() {
        return LineSelector.of(this);
    }

    /** Both views of one campaign; takes nothing back of what this one knew. */
    Finding joined(Finding later) {
        SequencedMap<Address, AddressFacts> all = new LinkedHashMap<>();
        addresses.forEach(facts -> all.put(facts.address(), facts));
        later.addresses.forEach(facts -> all.merge(facts.address(), facts, AddressFacts::joined));
        var accepted = new LinkedHashSet<>(logins);
        accepted.addAll(later.logins);
        return new Finding(
                rule,
                reference,
                later.kind.outgrows(kind) ? later.kind : kind,
                startedAt.isBefore(later.startedAt) ? startedAt : later.startedAt,
                lastSeenAt.isAfter(later.lastSeenAt) ? lastSeenAt : later.lastSeenAt,
                List.copyOf(all.values()),
                Math.max(unlisted, later.unlisted),
                List.copyOf(accepted),
                Math.max(otherLogins, later.otherLogins),
                paths);
    }
}
