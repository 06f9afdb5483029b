package dev.cordon.domain.breach;

import dev.cordon.domain.detection.Finding;
import dev.cordon.domain.detection.log.Address;
import dev.cordon.domain.store.Window;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * When and from where accounts were open to strangers.
 *
 * @param addresses the attacking addresses
 * @param acceptedLogins how many logins of those addresses the log shows as accepted: what an exact
 *     answer has to explain
 */
public record Exposure(Window window, Set<Address> addresses, int acceptedLogins) {

    /** How far the clocks of a web server and its shop may stand apart. */
    static final Duration DRIFT = Duration.ofMinutes(1);

    /** What findings of one store expose together. */
    public static Exposure of(List<Finding> findings) {
        if (findings.isEmpty()) {
            throw new IllegalArgumentException("nothing was found that exposes anybody");
        }
        var from = findings.stream().map(Finding::startedAt).sorted().findFirst().orElseThrow();
        var until = from;
        var addresses = new HashSet<Address>();
        int accepted = 0;
        for (var finding : findings) {
            until = finding.lastSeenAt().isAfter(until) ? finding.lastSeenAt() : until;
            finding.addresses().forEach(facts -> addresses.add(facts.address()));
            accepted += finding.successes();
        }
        var window = new Window(from.minus(DRIFT), until.plus(DRIFT));
        return new Exposure(window, addresses, accepted);
    }

    public Exposure {
        addresses = Set.copyOf(addresses);
        if (acceptedLogins < 0) {
            throw new IllegalArgumentException("a number of logins is not negative");
        }
    }
}
