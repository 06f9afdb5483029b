package dev.cordon.domain.store.inventory;

import static dev.cordon.domain.store.StoreFixtures.FJORDSHOP;
import static dev.cordon.domain.store.StoreFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.store.ConnectionKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InventoryTest {

    private static final InventoryItem AKISMET =
            InventoryItem.of(ItemKind.PLUGIN, "akismet/akismet", "Akismet")
                    .with(Trait.VERSION, "5.7.2");
    private static final InventoryItem KEY = InventoryItem.of(ItemKind.REST_KEY, "1", "erp");

    @Test
    void whatNobodyAskedForWasNotSeen() {
        var inventory = Inventory.of(FJORDSHOP, NOON, List.of(), Map.of());

        assertThat(inventory.isBlind()).isTrue();
        assertThat(inventory.sights()).hasSize(ItemKind.values().length);
    }

    @Test
    void ofTwoWaysTheOneCountsThatSawMoreOfAKind() {
        var rest = seen(ConnectionKind.REST_KEY, ItemKind.PLUGIN, AKISMET);
        var shell = seen(ConnectionKind.SHELL, ItemKind.REST_KEY, KEY);

        var both = rest.or(shell);

        assertThat(both.items().values()).containsExactly(AKISMET, KEY);
        assertThat(both.sight(ItemKind.PLUGIN).by()).isEqualTo(ConnectionKind.REST_KEY);
        assertThat(both.sight(ItemKind.REST_KEY).by()).isEqualTo(ConnectionKind.SHELL);
    }

    @Test
    void useAndKnownUpdatesMakeNoOtherInventoryAndAnotherVersionDoes() {
        var before = seen(ConnectionKind.REST_KEY, ItemKind.PLUGIN, AKISMET);
        var known =
                seen(ConnectionKind.REST_KEY, ItemKind.PLUGIN, AKISMET.with(Trait.UPDATE, "5.8"));
        var updated =
                seen(ConnectionKind.REST_KEY, ItemKind.PLUGIN, AKISMET.with(Trait.VERSION, "5.8"));

        assertThat(known.shows(before)).isTrue();
        assertThat(updated.shows(before)).isFalse();
    }

    private static Inventory seen(ConnectionKind by, ItemKind kind, InventoryItem item) {
        return Inventory.of(FJORDSHOP, NOON, List.of(item), Map.of(kind, Sight.whole(by)));
    }
}
