package dev.cordon.application.store;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Queries;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.people.Permission;
import dev.cordon.domain.store.paymentpage.PageFinding;
import dev.cordon.domain.store.paymentpage.PaymentPage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is on a store's payment page, and what of it was approved. */
@Queries
public class PaymentPageQueries {

    /**
     * @param latest null before the first visit
     * @param findings what of the latest visit nobody approved
     */
    public record Shown(
            PaymentPage page, PageVisits.@Nullable Latest latest, List<PageFinding> findings) {}

    private final Stores stores;
    private final PaymentPages pages;
    private final PageVisits visits;
    private final Caller caller;

    PaymentPageQueries(Stores stores, PaymentPages pages, PageVisits visits, Caller caller) {
        this.stores = stores;
        this.pages = pages;
        this.visits = visits;
        this.caller = caller;
    }

    @Requires(Permission.STORE_READ)
    public Shown page(StoreId id) {
        var store = stores.get(id, caller.scope());
        var page = pages.of(store.id());
        var latest = visits.latest(store.id()).orElse(null);
        var visit = latest == null ? null : latest.visit();
        return new Shown(page, latest, visit == null ? List.of() : page.judge(visit));
    }

    /** A page as it came, if it was kept for an alert. */
    @Requires(Permission.STORE_READ)
    public byte[] kept(StoreId id, Sha256 page) {
        var store = stores.get(id, caller.scope());
        return visits.kept(store.id(), page.hex())
                .orElseThrow(() -> new NotFound("page with that digest"));
    }
}
