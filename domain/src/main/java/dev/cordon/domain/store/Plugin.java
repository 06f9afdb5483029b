package dev.cordon.domain.store;

import org.jspecify.annotations.Nullable;

/**
 * A plugin installed in a store.
 *
 * @param id directory and file without {@code .php}, as WordPress's REST routes name it
 * @param latest the newest version known to the store
 */
public record Plugin(String id, String name, String version, State state, @Nullable String latest) {

    /** Whether its code runs. Must-use plugins and drop-ins always do. */
    public enum State {
        ACTIVE,
        INACTIVE,
        MUST_USE,
        DROP_IN
    }
}
