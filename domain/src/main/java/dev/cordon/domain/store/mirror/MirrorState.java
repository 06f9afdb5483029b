package dev.cordon.domain.store.mirror;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the mirror of a store is.
 *
 * @param orders how many are kept
 * @param customers how many accounts are kept
 * @param caughtUpAt when everything that the store had was last read; null while the first reading
 *     goes on
 * @param customersAt when all accounts were last read; null before the first time
 * @param accounts how far the reading of all accounts is that goes on; null while none does
 * @param stoppedBy why reading stopped, in plain words; null while all is well
 * @param stoppedAt when; null while all is well
 */
public record MirrorState(
        MirrorPosition position,
        long orders,
        long customers,
        @Nullable Instant caughtUpAt,
        @Nullable Instant customersAt,
        @Nullable AccountReading accounts,
        @Nullable String stoppedBy,
        @Nullable Instant stoppedAt) {}
