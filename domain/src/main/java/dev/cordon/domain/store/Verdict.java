package dev.cordon.domain.store;

/** What a connection check found out about one {@link Capability} by one way. */
public sealed interface Verdict {

    Reason reason();

    /** How it was found out. */
    default String why() {
        return reason().why();
    }

    record Allowed(Reason reason) implements Verdict {}

    record Refused(Reason reason) implements Verdict {}

    /** Neither seen to work nor seen refused. */
    record Unknown(Reason reason) implements Verdict {}
}
