package dev.cordon.domain.detection.keeping;

import dev.cordon.domain.detection.log.LogSource;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.DomainEvent;
import dev.cordon.domain.kernel.IllegalTransition;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.domain.kernel.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Nothing of a log, or of all logs of a store, is deleted until it is released.
 *
 * @param source null for all logs of the store, also those added later
 * @param reason what needs it: a dispute, an order of a court, a case
 * @param released null while it holds
 */
public record LegalHold(
        UUID id,
        StoreId store,
        @Nullable SourceId source,
        String reason,
        Actor by,
        Instant at,
        @Nullable Release released,
        Version version) {

    private static final int LONGEST_REASON = 500;

    /** Who released it, when and why. */
    public record Release(String reason, Actor by, Instant at) {
        public Release {
            requireReason(reason);
        }
    }

    public LegalHold {
        requireReason(reason);
    }

    public static Transition<LegalHold> place(
            UUID id,
            StoreId store,
            @Nullable SourceId source,
            String reason,
            Actor.Person by,
            Instant at) {
        var text = reason.strip();
        return Transition.to(
                new LegalHold(id, store, source, text, by, at, null, Version.NEW),
                new LegalHoldPlaced(id, store, source, text, at, by));
    }

    public Transition<LegalHold> release(String reason, Actor.Person by, Instant at) {
        if (released != null) {
            throw new IllegalTransition("legal hold " + id, "released", "be released again");
        }
        var text = reason.strip();
        return Transition.to(
                new LegalHold(
                        id,
                        store,
                        source,
                        this.reason,
                        this.by,
                        this.at,
                        new Release(text, by, at),
                        version),
                new LegalHoldReleased(id, store, source, text, at, by));
    }

    public boolean isActive() {
        return released == null;
    }

    /** Whether it keeps that log's lines. */
    public boolean holds(LogSource log) {
        return isActive()
                && store.equals(log.store())
                && (source == null || source.equals(log.id()));
    }

    private static void requireReason(String reason) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException(
                    "a legal hold has a reason of at most 500 characters");
        }
    }

    /** Nothing is deleted from now on. */
    public record LegalHoldPlaced(
            UUID hold,
            StoreId store,
            @Nullable SourceId source,
            String reason,
            Instant at,
            Actor by)
            implements DomainEvent {}

    /** What is over may be deleted again. */
    public record LegalHoldReleased(
            UUID hold,
            StoreId store,
            @Nullable SourceId source,
            String reason,
            Instant at,
            Actor by)
            implements DomainEvent {}
}
