package dev.cordon.domain.breach;

import dev.cordon.domain.store.StoreCustomer;
import java.time.Instant;

/**
 * Somebody whose account was, or may have been, entered. Personal data: kept encrypted.
 *
 * @param seenAt when their account was used
 */
public record AffectedPerson(StoreCustomer customer, Why why, Instant seenAt) {

    /** Why somebody is on the list. */
    public enum Why {
        ENTERED_FROM_ATTACKING_ADDRESS,
        LOGGED_IN_DURING_WINDOW,
        ORDERED_DURING_WINDOW,
        ACTIVE_SINCE_WINDOW
    }

    /** For eyes that need not know who it is. */
    public AffectedPerson masked() {
        return new AffectedPerson(customer.masked(), why, seenAt);
    }

    @Override
    public String toString() {
        return "affected " + customer;
    }
}
