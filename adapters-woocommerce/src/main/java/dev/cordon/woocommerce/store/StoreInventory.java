package dev.cordon.woocommerce.store;

import dev.cordon.application.store.InventoryReader;
import dev.cordon.application.store.StoreCredentials;
import dev.cordon.application.store.StoreShell;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.inventory.Inventory;
import dev.cordon.domain.store.inventory.ItemKind;
import java.time.InstantSource;

/** Looks through a store over SSH, and by REST for what that did not show. */
public final class StoreInventory implements InventoryReader {

    private final StoreClient client;
    private final StoreCredentials credentials;
    private final StoreShell shell;
    private final InstantSource clock;

    public StoreInventory(
            StoreClientSettings settings,
            StoreTurns turns,
            StoreCredentials credentials,
            StoreShell shell,
            InstantSource clock) {
        this.client = new StoreClient(new StoreCalls(settings, turns, clock), credentials);
        this.credentials = credentials;
        this.shell = shell;
        this.clock = clock;
    }

    @Override
    public Inventory read(Store store) {
        var access = credentials.of(store.id());
        var at = clock.instant();
        if (access.shell() == null) {
            return new RestInventory(client, store, access).read(at);
        }
        var seen = new ShellInventory(shell, store).read(at);
        boolean whole =
                seen.sights().entrySet().stream()
                        .allMatch(
                                each ->
                                        each.getKey() == ItemKind.FILES
                                                || each.getValue().isWhole());
        return whole || access.forWooCommerce() == null
                ? seen
                : seen.or(new RestInventory(client, store, access).read(at));
    }
}
