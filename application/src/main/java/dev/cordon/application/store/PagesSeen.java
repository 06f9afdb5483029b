package dev.cordon.application.store;

import dev.cordon.domain.kernel.StaleVersion;
import dev.cordon.domain.kernel.Version;
import dev.cordon.domain.store.paymentpage.PaymentPage;

/** A payment page in the version that somebody decided about. */
final class PagesSeen {

    private PagesSeen() {}

    static PaymentPage as(PaymentPage page, Version seen) {
        if (!page.version().equals(seen)) {
            throw new StaleVersion("payment page of store " + page.store(), seen);
        }
        return page;
    }
}
