package dev.cordon.ui.kernel;

import dev.cordon.application.kernel.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds items by their place in a list that can only be read on from a cursor. Keeps the cursors it
 * met and the few pages it read last, however long the list is.
 */
final class CursorPages<T> {

    static final int SIZE = 50;
    private static final int KEPT = 6;

    private final Function<Page.Request, Page<T>> source;
    private final List<Start> starts = new ArrayList<>(List.of(new Start(null)));
    private final Map<Integer, Page<T>> read =
            new LinkedHashMap<>(KEPT, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Integer, Page<T>> eldest) {
                    return size() > KEPT;
                }
            };

    CursorPages(Function<Page.Request, Page<T>> source) {
        this.source = source;
    }

    /** Fewer than asked for at the end of the list. */
    List<T> fetch(int offset, int limit) {
        var found = new ArrayList<T>();
        for (var place = offset; place < offset + limit; place++) {
            var page = page(place / SIZE);
            if (page.items().size() <= place % SIZE) {
                break;
            }
            found.add(page.items().get(place % SIZE));
        }
        return found;
    }

    private Page<T> page(int number) {
        while (starts.size() <= number) {
            var last = load(starts.size() - 1);
            if (last.next() == null) {
                return new Page<>(List.of(), null);
            }
        }
        return load(number);
    }

    private Page<T> load(int number) {
        var page = read.get(number);
        if (page == null) {
            page = source.apply(new Page.Request(SIZE, starts.get(number).cursor()));
            read.put(number, page);
        }
        if (number == starts.size() - 1 && page.next() != null) {
            starts.add(new Start(page.next()));
        }
        return page;
    }

    private record Start(@Nullable String cursor) {}
}
