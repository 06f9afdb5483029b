package dev.cordon.application.store;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.UseCase;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.StaleVersion;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.domain.kernel.Version;
import dev.cordon.domain.people.Permission;
import dev.cordon.domain.store.paymentpage.PageElement;
import dev.cordon.domain.store.paymentpage.PageVisit;
import dev.cordon.domain.store.paymentpage.PaymentPage;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Set;

/**
 * Says that scripts may be on the payment page, and why: as they were seen at a visit, which the
 * caller names, so that nobody approves what came in between.
 */
@UseCase
public class ApprovePageElements {

    /**
     * @param page the digest of the page at the visit that was looked at
     * @param exact whether only with the content that was seen
     * @param headers whether the page has to send the security headers of that visit, too
     */
    public record Command(
            StoreId store,
            Version seen,
            Sha256 page,
            Set<PageElement.Key> elements,
            boolean exact,
            boolean headers,
            String justification) {}

    private final Stores stores;
    private final PaymentPages pages;
    private final PageVisits visits;
    private final Caller caller;
    private final InstantSource clock;

    ApprovePageElements(
            Stores stores,
            PaymentPages pages,
            PageVisits visits,
            Caller caller,
            InstantSource clock) {
        this.stores = stores;
        this.pages = pages;
        this.visits = visits;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * @throws IllegalArgumentException if nothing is chosen, or a justification is missing
     * @throws StaleVersion if the page or what was approved is another one by now
     */
    @Requires(Permission.STORE_MANAGE)
    public void approve(Command command) {
        var store = stores.get(command.store(), caller.scope());
        var page = PagesSeen.as(pages.of(store.id()), command.seen());
        var visit = visit(store.id(), command);
        var chosen =
                visit.elements().stream()
                        .filter(each -> command.elements().contains(each.key()))
                        .toList();
        var by = caller.actor();
        var now = clock.instant();
        var approved = page.approve(chosen, command.exact(), command.justification(), by, now);
        pages.save(command.headers() ? withHeaders(approved, visit, command, now) : approved);
    }

    private Transition<PaymentPage> withHeaders(
            Transition<PaymentPage> approved, PageVisit visit, Command command, Instant now) {
        var then =
                approved.state()
                        .approveHeaders(
                                visit.headers(), command.justification(), caller.actor(), now);
        var events = new ArrayList<>(approved.events());
        events.addAll(then.events());
        return new Transition<>(then.state(), events);
    }

    private PageVisit visit(StoreId store, Command command) {
        var visit =
                visits.latest(store)
                        .map(PageVisits.Latest::visit)
                        .orElseThrow(() -> new NotFound("visit of the payment page"));
        if (!visit.page().equals(command.page())) {
            throw new StaleVersion("payment page of store " + store, command.seen());
        }
        return visit;
    }
}
