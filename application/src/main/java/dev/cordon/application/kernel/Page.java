package dev.cordon.application.kernel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a long list.
 *
 * @param next where the list goes on, opaque to the caller; null at its end
 */
public record Page<T>(List<T> items, @Nullable String next) {

    /** No page is longer. */
    public static final int LONGEST = 200;

    public Page {
        items = List.copyOf(items);
    }

    /** What to read: how many, and from where. */
    public record Request(int size, @Nullable String after) {
        public Request {
            if (size < 1 || size > LONGEST) {
                throw new IllegalArgumentException("a page has 1 to " + LONGEST + " items");
            }
        }

        public static Request first(int size) {
            return new Request(size, null);
        }
    }
}
