package dev.cordon.domain.detection;

import dev.cordon.domain.detection.log.Address;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What one attacking address did in a campaign, and why it is named.
 *
 * @param events what the rules counted of it: refused logins, attack patterns, requests
 * @param successes where it got through: logins that were accepted
 */
public record AddressFacts(
        Address address,
        int events,
        int successes,
        Instant firstSeen,
        Instant lastSeen,
        Set<Sign> signs) {

    public AddressFacts {
        if (signs.isEmpty()) {
            throw new IllegalArgumentException("an address is named for a reason");
        }
        signs = Collections.unmodifiableSet(EnumSet.copyOf(signs));
    }

    /**
     * Both views of one address. Each may have seen only a part, so the larger count holds: what is
     * told is never more than what was seen.
     */
    AddressFacts joined(AddressFacts other) {
        var both = EnumSet.copyOf(signs);
        both.addAll(other.signs);
        return new AddressFacts(
                address,
                Math.max(events, other.events),
                Math.max(successes, other.successes),
                firstSeen.isBefore(other.firstSeen) ? firstSeen : other.firstSeen,
                lastSeen.isAfter(other.lastSeen) ? lastSeen : other.lastSeen,
                both);
    }
}
