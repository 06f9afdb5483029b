package dev.cordon.domain.evidence.preservation;

import dev.cordon.domain.evidence.Subject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a step would destroy.
 *
 * @param from of a log, the first moment that goes; null for anything else
 * @param to of a log, the last moment that goes; null for anything else
 * @param changedAt when it was last changed: what was taken earlier is another state of it; null if
 *     nobody knows
 */
public record Loss(
        Subject subject,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Instant changedAt) {

    public Loss {
        boolean log = subject instanceof Subject.LogOf;
        if (subject instanceof Subject.ExcerptOf) {
            throw new IllegalArgumentException("a log is destroyed, not an excerpt of it");
        }
        if (log && (from == null || to == null || to.isBefore(from))) {
            throw new IllegalArgumentException("of a log it is said from when to when it goes");
        }
        if (!log && (from != null || to != null)) {
            throw new IllegalArgumentException("only a log goes from one time to another");
        }
    }

    public static Loss of(Subject subject) {
        return new Loss(subject, null, null, null);
    }

    public static Loss ofLog(String source, Instant from, Instant to) {
        return new Loss(new Subject.LogOf(source), from, to, null);
    }

    /** In one line, as it is hashed: {@code log shop-access 2026-11-23T02:00:00Z/…}. */
    public String text() {
        return from == null ? subject.text() : subject.text() + " " + from + "/" + to;
    }
}
