package dev.cordon.domain.store.paymentpage;

import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.DomainEvent;
import dev.cordon.domain.kernel.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What people decide about a store's payment page. */
public sealed interface PaymentPageEvent extends DomainEvent {

    StoreId store();

    /** Somebody said whether, where and how often the page is visited. */
    record PageWatchSet(
            StoreId store, boolean on, String path, Duration every, Actor by, Instant at)
            implements PaymentPageEvent {}

    /**
     * Elements may be on the page.
     *
     * @param exact only with the content that was seen
     * @param reason the justification
     */
    record ElementsApproved(
            StoreId store,
            List<String> elements,
            boolean exact,
            String reason,
            Actor by,
            Instant at)
            implements PaymentPageEvent {}

    /** The page has to send these security headers. */
    record HeadersApproved(StoreId store, List<String> names, String reason, Actor by, Instant at)
            implements PaymentPageEvent {}

    /** An element may be on the page no longer. */
    record ElementWithdrawn(StoreId store, String element, String reason, Actor by, Instant at)
            implements PaymentPageEvent {}
}
