package dev.cordon.domain.detection;

import dev.cordon.domain.detection.SuppressionEvent.SuppressionAdded;
import dev.cordon.domain.detection.SuppressionEvent.SuppressionEnded;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.IllegalTransition;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.domain.kernel.Version;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person's decision not to be told of certain alerts of a store for a while. What it covers is
 * kept as an alert and counted; nobody is asked to look. It never covers an attack that got
 * through, nor one that is worse than what it was made for.
 *
 * @param upTo the most severe alert that it covers
 * @param until from then on it covers nothing
 * @param end null while nobody ended it
 */
public record Suppression(
        SuppressionId id,
        StoreId store,
        SuppressionMatch match,
        AlertSeverity upTo,
        String reason,
        Actor.Person by,
        Instant since,
        Instant until,
        @Nullable End end,
        Version version) {

    /** Longer than this nobody decides in advance. */
    public static final Duration LONGEST = Duration.ofDays(366);

    private static final int LONGEST_REASON = 2_000;

    /** That somebody ended it early. */
    public record End(Actor.Person by, Instant at) {}

    /**
     * @throws IllegalArgumentException without a reason, or if it ends in the past or in more than
     *     {@link #LONGEST}
     */
    public static Transition<Suppression> add(
            SuppressionId id,
            StoreId store,
            SuppressionMatch match,
            AlertSeverity upTo,
            String reason,
            Instant until,
            Actor.Person by,
            Instant at) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException(
                    "a suppression says why, in at most " + LONGEST_REASON + " characters");
        }
        if (!until.isAfter(at) || until.isAfter(at.plus(LONGEST))) {
            throw new IllegalArgumentException(
                    "a suppression ends later than now, within " + LONGEST.toDays() + " days");
        }
        return Transition.to(
                new Suppression(id, store, match, upTo, reason, by, at, until, null, Version.NEW),
                new SuppressionAdded(id, store, match, upTo, until, reason, at, by));
    }

    /** Whether nobody is asked to look at that alert, as it stands at that moment. */
    public boolean covers(Alert alert, Instant at) {
        return isInForce(at)
                && alert.store().equals(store)
                && !alert.finding().hasSucceeded()
                && !alert.severity().isWorseThan(upTo)
                && match.covers(alert);
    }

    public boolean isInForce(Instant at) {
        return end == null && at.isBefore(until);
    }

    /** Alerts that it covered stay as they are, until their attacks go on. */
    public Transition<Suppression> end(Actor.Person by, Instant at) {
        if (!isInForce(at)) {
            throw new IllegalTransition("suppression " + id, "over", "be ended");
        }
        return Transition.to(
                new Suppression(
                        id,
                        store,
                        match,
                        upTo,
                        reason,
                        this.by,
                        since,
                        until,
                        new End(by, at),
                        version),
                new SuppressionEnded(id, store, at, by));
    }
}
