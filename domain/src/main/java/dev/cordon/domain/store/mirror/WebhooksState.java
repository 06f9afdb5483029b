package dev.cordon.domain.store.mirror;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the webhooks are, by which a store tells its changes at once.
 *
 * @param checkedAt when they were last found there, or put there; null before the first time
 * @param repaired how often some that the store had switched off, or lost, were put there anew
 * @param repairedAt when last; null if never
 * @param toldAt when the store told something last; null if it never did
 * @param stoppedBy why they could not be looked after, in plain words; null while all is well
 */
public record WebhooksState(
        @Nullable Instant checkedAt,
        long repaired,
        @Nullable Instant repairedAt,
        @Nullable Instant toldAt,
        @Nullable String stoppedBy) {

    /** Before the first time. */
    public static final WebhooksState NONE = new WebhooksState(null, 0, null, null, null);
}
