package dev.cordon.application.kernel;

import dev.cordon.domain.people.Permission;
import org.jspecify.annotations.Nullable;

/** The caller may not do this. It was refused before anything began; nothing was changed. */
public class Denied extends RuntimeException {

    private final transient @Nullable Permission needed;

    /**
     * @param who the caller
     * @param what the use case that was asked for
     * @param needed what it takes; null for what nobody may call
     */
    public Denied(String who, String what, @Nullable Permission needed) {
        super(who + " may not call " + what + (needed == null ? "" : ", which needs " + needed));
        this.needed = needed;
    }

    /** The permission that would be needed, so that a door can say who has it. */
    public @Nullable Permission needed() {
        return needed;
    }
}
