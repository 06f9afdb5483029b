package dev.cordon.domain.evidence;

import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.Canonical;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * How an item came to be held (ISO/IEC 27037:2012, clauses 5.4.3 and 6.1): who, when, from where,
 * with what. Moments are exact to the microsecond, as they are stored.
 *
 * @param at when it was taken from its source
 * @param receivedAt when Cordon had it; not before it was taken
 * @param method what was done, {@code upload} or {@code log lines behind an alert}
 * @param tool the program and its version
 * @param command what was run to take it; empty if nothing was
 * @param source where it was taken from
 * @param clockDrift how far the source's clock was ahead of the true time, negative if behind; null
 *     if nobody looked
 * @param coversFrom the earliest moment the content speaks of; null if unknown
 * @param coversTo the latest moment the content speaks of; null if unknown
 * @param covers what of the store it holds
 */
public record Acquisition(
        Actor by,
        Instant at,
        Instant receivedAt,
        String method,
        String tool,
        String command,
        String source,
        @Nullable Duration clockDrift,
        @Nullable Instant coversFrom,
        @Nullable Instant coversTo,
        Coverage covers) {

    private static final Duration LARGEST_DRIFT = Duration.ofDays(36_500);

    public Acquisition {
        at = at.truncatedTo(ChronoUnit.MICROS);
        receivedAt = receivedAt.truncatedTo(ChronoUnit.MICROS);
        coversFrom = coversFrom == null ? null : coversFrom.truncatedTo(ChronoUnit.MICROS);
        coversTo = coversTo == null ? null : coversTo.truncatedTo(ChronoUnit.MICROS);
        if (receivedAt.isBefore(at)) {
            throw new IllegalArgumentException("nothing is received before it was taken");
        }
        if (coversFrom != null && coversTo != null && coversTo.isBefore(coversFrom)) {
            throw new IllegalArgumentException("what is covered does not end before it begins");
        }
        if (clockDrift != null && clockDrift.abs().compareTo(LARGEST_DRIFT) > 0) {
            throw new IllegalArgumentException("no clock is a hundred years off");
        }
    }

    /** Taken by the program itself, now. */
    public static Acquisition now(
            Actor by,
            Instant at,
            String method,
            String tool,
            String source,
            @Nullable Instant coversFrom,
            @Nullable Instant coversTo,
            Coverage covers) {
        return new Acquisition(
                by, at, at, method, tool, "", source, null, coversFrom, coversTo, covers);
    }

    /** The same without what was written in words. */
    Acquisition withoutWords() {
        return new Acquisition(
                by, at, receivedAt, method, tool, "", "", clockDrift, coversFrom, coversTo, covers);
    }

    /**
     * Adds its fields to a form that is hashed; what is unknown is an empty field.
     *
     * @param inClear false if something else stands for the words, which are empty fields then
     */
    Canonical addTo(Canonical form, boolean inClear) {
        return form.add(by.reference())
                .add(at)
                .add(receivedAt)
                .add(method)
                .add(tool)
                .add(inClear ? command : "")
                .add(inClear ? source : "")
                .add(text(clockDrift))
                .add(text(coversFrom))
                .add(text(coversTo));
    }

    private static String text(@Nullable Object field) {
        return field == null ? "" : field.toString();
    }
}
