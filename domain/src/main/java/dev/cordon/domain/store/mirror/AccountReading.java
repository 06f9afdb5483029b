package dev.cordon.domain.store.mirror;

import dev.cordon.domain.store.PageCursor;
import dev.cordon.domain.store.StorePage;
import java.time.Duration;
import java.time.Instant;

/**
 * How far all accounts of a store were read, so that it is gone on with and not begun anew.
 *
 * @param next the page that is to be read
 * @param total how many accounts the store said there are, the last time
 * @param began when it began
 */
public record AccountReading(PageCursor next, long total, Instant began) {

    /** Pages that are further apart show no state of the store that there ever was. */
    private static final Duration LONGEST = Duration.ofDays(1);

    public static AccountReading begin(Instant at) {
        return new AccountReading(PageCursor.START, 0, at);
    }

    public boolean isTooOld(Instant now) {
        return began.plus(LONGEST).isBefore(now);
    }

    /** An account that was deleted meanwhile moved the others, and one of them may be missed. */
    public boolean isUpsetBy(StorePage<?> page) {
        return page.total() < total;
    }

    /** That page was read, and there is another one. */
    public AccountReading goOn(PageCursor next, StorePage<?> page) {
        return new AccountReading(next, page.total(), began);
    }
}
