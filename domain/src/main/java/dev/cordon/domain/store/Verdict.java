package dev.cordon.domain.store;

/** What a connection check found out about one {@link Capability}, in plain words. */
public sealed interface Verdict {

    /** How it was found out. */
    String why();

    record Allowed(String why) implements Verdict {}

    record Refused(String why, String whatToDo) implements Verdict {}

    /** Neither seen to work nor seen refused. */
    record Unknown(String why, String whatToDo) implements Verdict {}
}
