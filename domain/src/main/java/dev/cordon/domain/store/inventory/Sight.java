package dev.cordon.domain.store.inventory;

import dev.cordon.domain.store.ConnectionKind;
import org.jspecify.annotations.Nullable;

/**
 * How much of one kind was seen. What was not seen is not absent.
 *
 * @param by the connection by which it was seen; null where nothing was
 * @param wanted the connection that would show more; null if none would
 * @param trouble why it was not seen, as {@link dev.cordon.domain.store.Reason#recorded}; null
 *     where nothing went wrong
 */
public record Sight(
        Extent extent,
        @Nullable ConnectionKind by,
        @Nullable ConnectionKind wanted,
        @Nullable String trouble) {

    /** How much it was. */
    public enum Extent {
        WHOLE,
        PARTLY,
        NOT
    }

    public static Sight whole(ConnectionKind by) {
        return new Sight(Extent.WHOLE, by, null, null);
    }

    public static Sight partly(ConnectionKind by, ConnectionKind wanted) {
        return new Sight(Extent.PARTLY, by, wanted, null);
    }

    /** None of the connections that are kept shows it. */
    public static Sight needs(ConnectionKind wanted) {
        return new Sight(Extent.NOT, null, wanted, null);
    }

    /** It was asked for, and no usable answer came. */
    public static Sight failed(ConnectionKind wanted, String trouble) {
        return new Sight(Extent.NOT, null, wanted, trouble);
    }

    public boolean isWhole() {
        return extent == Extent.WHOLE;
    }

    public boolean isBlind() {
        return extent == Extent.NOT;
    }

    /** Whichever shows more; this one where both show as much. */
    boolean isAtLeast(Sight other) {
        return extent.compareTo(other.extent) <= 0;
    }
}
