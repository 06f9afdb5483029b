package dev.cordon.application.store;

import dev.cordon.domain.store.paymentpage.PageFinding;
import dev.cordon.domain.store.paymentpage.PageVisit;
import java.util.List;

/** Tells people what is on a payment page and should not be. */
public interface PageAlarm {

    /**
     * One alert for the same findings, however often they are seen; in the running transaction.
     *
     * @param findings at least one
     */
    void tell(PageVisit visit, List<PageFinding> findings);
}
