package dev.cordon.woocommerce.store;

import dev.cordon.application.store.InventoryReader;
import dev.cordon.application.store.SensorCommands;
import dev.cordon.application.store.StoreCredentials;
import dev.cordon.application.store.StoreShell;
import dev.cordon.domain.store.ConnectionKind;
import dev.cordon.domain.store.Reason;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreAccess;
import dev.cordon.domain.store.StoreAnswer;
import dev.cordon.domain.store.StoreRestKey;
import dev.cordon.domain.store.inventory.Inventory;
import dev.cordon.domain.store.inventory.InventoryItem;
import dev.cordon.domain.store.inventory.ItemKind;
import dev.cordon.domain.store.inventory.Sight;
import dev.cordon.domain.store.inventory.Trait;
import java.time.InstantSource;
import java.util.List;

/**
 * Looks through a store over SSH, by REST for what that did not show, and asks its sensor for the
 * keys that neither lists.
 */
public final class StoreInventory implements InventoryReader {

    private final StoreClient client;
    private final StoreCredentials credentials;
    private final StoreShell shell;
    private final SensorCommands sensor;
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
        this.sensor = new SignedSensorCommands(settings, turns, credentials, clock);
        this.clock = clock;
    }

    @Override
    public Inventory read(Store store) {
        var access = credentials.of(store.id());
        var seen = read(store, access);
        return access.sensor() != null && seen.sight(ItemKind.REST_KEY).isBlind()
                ? withKeys(seen, store)
                : seen;
    }

    private Inventory read(Store store, StoreAccess access) {
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

    private Inventory withKeys(Inventory seen, Store store) {
        return switch (sensor.restKeys(store)) {
            case StoreAnswer.Ok<List<StoreRestKey>>(var keys) ->
                    seen.with(
                            ItemKind.REST_KEY,
                            keys.stream().map(StoreInventory::key).toList(),
                            Sight.whole(ConnectionKind.SENSOR));
            case StoreAnswer.Failed<List<StoreRestKey>>(var why) ->
                    seen.with(
                            ItemKind.REST_KEY,
                            List.of(),
                            Sight.failed(ConnectionKind.SENSOR, Reason.of(why).recorded()));
        };
    }

    private static InventoryItem key(StoreRestKey key) {
        return InventoryItem.of(
                        ItemKind.REST_KEY,
                        Long.toString(key.id()),
                        InventoryItems.cut(key.login() + " …" + key.end()))
                .with(Trait.OWNER, Long.toString(key.user()))
                .with(Trait.PERMISSIONS, key.permissions())
                .with(Trait.ENDING, key.end());
    }
}
