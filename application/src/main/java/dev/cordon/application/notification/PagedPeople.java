package dev.cordon.application.notification;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Who was paged about what. Written once for each person and occasion. */
public interface PagedPeople {

    /** What came of a page. */
    enum Outcome {
        /** The mail server took it, or may have. */
        SENT,
        /** The mail server refused it for good. */
        REFUSED
    }

    /**
     * A page to one person.
     *
     * @param occasion what it was about
     * @param username the login name
     */
    record Paged(String occasion, String username, Outcome outcome, Instant at) {}

    /** The login names of those who were paged about that, or about anything since. */
    Set<String> paged(String occasion, Instant since);

    /** The newest first, so many at most. */
    List<Paged> newest(int limit);

    /**
     * Takes a person for whoever pages them next, whatever about, so that nobody else does.
     *
     * @param since a claim from before that counts no more: whoever held it is gone
     * @return false if somebody else has the person
     */
    boolean claim(String username, Instant at, Instant since);

    /** Leaves a person who was taken to others. */
    void release(String username);

    void add(Paged paged);
}
