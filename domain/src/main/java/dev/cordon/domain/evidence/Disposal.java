package dev.cordon.domain.evidence;

import dev.cordon.domain.kernel.Actor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The end of an item: proposed by one, approved by another, then carried out.
 *
 * @param approvedBy null until somebody did
 * @param doneAt null until the content can no longer be read
 */
public record Disposal(
        String reason,
        Actor plannedBy,
        Instant plannedAt,
        @Nullable Actor approvedBy,
        @Nullable Instant doneAt) {

    private static final int LONGEST = 500;

    public Disposal {
        if (reason.isBlank() || reason.length() > LONGEST) {
            throw new IllegalArgumentException("a disposal has a reason of at most 500 characters");
        }
    }

    Disposal approved(Actor by) {
        return new Disposal(reason, plannedBy, plannedAt, by, null);
    }

    Disposal done(Instant at) {
        return new Disposal(reason, plannedBy, plannedAt, approvedBy, at);
    }
}
