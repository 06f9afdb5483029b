package dev.cordon.application.store;

import dev.cordon.domain.store.paymentpage.PageFinding;
import dev.cordon.domain.store.paymentpage.PageVisit;
import dev.cordon.domain.store.paymentpage.StandingFindings;
import java.util.List;

/** Tells people what is on a payment page and should not be. */
public interface PageAlarm {

    /**
     * One alert for each time that the same findings came up, however often they are seen; in the
     * running transaction.
     *
     * @param findings at least one
     * @param standing since when they stand
     */
    void tell(PageVisit visit, List<PageFinding> findings, StandingFindings standing);
}
