package dev.cordon.domain.people;

import dev.cordon.domain.kernel.Actor;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in the directory.
 *
 * @param username the login name
 * @param displayName the name to show
 * @param email where to reach them; empty when the directory has none
 * @param active false for somebody who may no longer log in
 * @param grants the roles held, each for all or some stores
 * @param language in which to write to them; null when the directory does not say
 */
public record Person(
        String username,
        String displayName,
        String email,
        boolean active,
        List<Grant> grants,
        @Nullable Locale language) {

    public Person {
        grants = List.copyOf(grants);
    }

    /** Somebody of whom no language is known. */
    public Person(
            String username, String displayName, String email, boolean active, List<Grant> grants) {
        this(username, displayName, email, active, grants, null);
    }

    /** Nothing for somebody who left. */
    public Access access() {
        return active ? Access.of(grants) : Access.NONE;
    }

    public Actor.Person actor() {
        return new Actor.Person(username);
    }
}
