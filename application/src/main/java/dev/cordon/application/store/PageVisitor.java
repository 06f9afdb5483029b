package dev.cordon.application.store;

import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreAnswer;
import dev.cordon.domain.store.paymentpage.PageVisit;

/**
 * Gets the payment page as a customer does: puts a product into a cart of its own and goes to the
 * checkout. No order is placed and no key is shown. Every call is bounded in time and size. Never
 * call it inside a transaction.
 */
public interface PageVisitor {

    /**
     * A visit, and the page itself.
     *
     * @param html as it came
     */
    record Seen(PageVisit visit, byte[] html) {}

    /**
     * @param path of the page below the front page
     */
    StoreAnswer<Seen> visit(Store store, String path);
}
