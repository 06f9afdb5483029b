package dev.cordon.application.store;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.UseCase;
import dev.cordon.domain.kernel.StaleVersion;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.Version;
import dev.cordon.domain.people.Permission;
import java.time.Duration;
import java.time.InstantSource;

/** Says whether, where and how often the payment page of a store is visited. */
@UseCase
public class SetPageWatch {

    /**
     * @param path of the page below the front page
     */
    public record Command(StoreId store, Version seen, boolean on, String path, Duration every) {}

    private final Stores stores;
    private final PaymentPages pages;
    private final Caller caller;
    private final InstantSource clock;

    SetPageWatch(Stores stores, PaymentPages pages, Caller caller, InstantSource clock) {
        this.stores = stores;
        this.pages = pages;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * @throws IllegalArgumentException if path or interval are none
     * @throws StaleVersion if the caller saw another version
     */
    @Requires(Permission.STORE_MANAGE)
    public void set(Command command) {
        var store = stores.get(command.store(), caller.scope());
        var page = PagesSeen.as(pages.of(store.id()), command.seen());
        pages.save(
                page.watch(
                        command.on(),
                        command.path(),
                        command.every(),
                        caller.actor(),
                        clock.instant()));
    }
}
