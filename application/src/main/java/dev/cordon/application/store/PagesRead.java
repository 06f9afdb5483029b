package dev.cordon.application.store;

import dev.cordon.domain.store.PageCursor;
import dev.cordon.domain.store.StoreAnswer;
import dev.cordon.domain.store.StoreFailure;
import dev.cordon.domain.store.StorePage;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What came of reading a long list page by page. What was read before a failure is kept, and the
 * reading can go on where it stopped.
 *
 * @param items how many were handed over
 * @param resumeAt the page that failed; null when the list was read to its end
 * @param stoppedBy why that page failed; null when the list was read to its end
 */
public record PagesRead(
        long items, @Nullable PageCursor resumeAt, @Nullable StoreFailure stoppedBy) {

    public boolean isComplete() {
        return stoppedBy == null;
    }

    /** Reads from the cursor on, handing over one page at a time; memory holds one page. */
    public static <T> PagesRead each(
            PageCursor from,
            Function<PageCursor, StoreAnswer<StorePage<T>>> read,
            Consumer<List<T>> sink) {
        long items = 0;
        PageCursor cursor = from;
        while (cursor != null) {
            switch (read.apply(cursor)) {
                case StoreAnswer.Failed<StorePage<T>>(var why) -> {
                    return new PagesRead(items, cursor, why);
                }
                case StoreAnswer.Ok<StorePage<T>>(var page) -> {
                    sink.accept(page.items());
                    items += page.items().size();
                    cursor = page.next();
                }
            }
        }
        return new PagesRead(items, null, null);
    }
}
