package dev.cordon.domain.breach;

import dev.cordon.domain.store.Window;
import java.util.Set;

/**
 * When and from where accounts were open to strangers.
 *
 * @param addresses the attacking addresses, in canonical text form
 * @param acceptedLogins how many logins of those addresses the log shows as accepted: what an exact
 *     answer has to explain
 */
public record Exposure(Window window, Set<String> addresses, int acceptedLogins) {

    public Exposure {
        addresses = Set.copyOf(addresses);
        if (acceptedLogins < 0) {
            throw new IllegalArgumentException("a number of logins is not negative");
        }
    }
}
