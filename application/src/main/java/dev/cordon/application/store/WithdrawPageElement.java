package dev.cordon.application.store;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.UseCase;
import dev.cordon.domain.kernel.StaleVersion;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.Version;
import dev.cordon.domain.people.Permission;
import dev.cordon.domain.store.paymentpage.PageElement;
import java.time.InstantSource;

/** Takes back that something may be on the payment page. */
@UseCase
public class WithdrawPageElement {

    public record Command(StoreId store, Version seen, PageElement.Key element, String reason) {}

    private final Stores stores;
    private final PaymentPages pages;
    private final Caller caller;
    private final InstantSource clock;

    WithdrawPageElement(Stores stores, PaymentPages pages, Caller caller, InstantSource clock) {
        this.stores = stores;
        this.pages = pages;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * @throws IllegalArgumentException if that was not approved
     * @throws StaleVersion if the caller saw another version
     */
    @Requires(Permission.STORE_MANAGE)
    public void withdraw(Command command) {
        var store = stores.get(command.store(), caller.scope());
        var page = PagesSeen.as(pages.of(store.id()), command.seen());
        pages.save(
                page.withdraw(
                        command.element(), command.reason(), caller.actor(), clock.instant()));
    }
}
