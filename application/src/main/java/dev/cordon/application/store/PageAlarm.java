package dev.cordon.application.store;

import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.store.paymentpage.PageFinding;
import dev.cordon.domain.store.paymentpage.PageVisit;
import dev.cordon.domain.store.paymentpage.StandingFindings;
import java.time.Instant;
import java.util.List;

/** Tells people what is on a payment page and should not be. */
public interface PageAlarm {

    /**
     * One alert for each time that the same findings came up, however often they are seen; in the
     * running transaction.
     *
     * @param page the digest of the page as it came
     * @param findings at least one
     * @param standing since when they stand
     * @return whether there is an alert of it from now on, for which the page is to be kept
     */
    boolean tell(
            PageVisit visit, Sha256 page, List<PageFinding> findings, StandingFindings standing);

    /**
     * The page can be visited no longer: one alert for each time that this begins; in the running
     * transaction.
     *
     * @param why what stopped the last visit, in plain words
     * @param seenLast when the page was seen for the last time; the first attempt if it never was
     */
    void blind(StoreId store, String why, Instant seenLast);
}
