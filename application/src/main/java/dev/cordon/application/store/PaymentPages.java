package dev.cordon.application.store;

import dev.cordon.domain.kernel.StaleVersion;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.domain.store.paymentpage.PaymentPage;

/** What may be on the payment page of each store. */
public interface PaymentPages {

    /** {@link PaymentPage#unwatched} as long as nobody has decided. */
    PaymentPage of(StoreId store);

    /**
     * @throws StaleVersion if somebody else stored since the state was read
     */
    void save(Transition<PaymentPage> change);
}
