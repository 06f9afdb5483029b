package dev.cordon.domain.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a long list.
 *
 * @param next where to go on; null at the end
 * @param total how many the store said there are in all, before any filter of ours
 */
public record StorePage<T>(List<T> items, @Nullable PageCursor next, long total) {

    public StorePage {
        items = List.copyOf(items);
    }
}
