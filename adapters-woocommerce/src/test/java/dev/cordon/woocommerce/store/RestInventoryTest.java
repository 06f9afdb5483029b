package dev.cordon.woocommerce.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.store.ConnectionKind;
import dev.cordon.domain.store.StoreAccess;
import dev.cordon.domain.store.StoreFixtures;
import dev.cordon.domain.store.inventory.Inventory;
import dev.cordon.domain.store.inventory.InventoryItem;
import dev.cordon.domain.store.inventory.ItemKind;
import dev.cordon.domain.store.inventory.Sight;
import dev.cordon.domain.store.inventory.Trait;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a real store's recorded answers show. */
class RestInventoryTest {

    private final RecordedStore store = new RecordedStore();

    @BeforeEach
    void answer() {
        store.answering(RecordedStore.SYSTEM_STATUS, "wc/system_status")
                .answering(RecordedStore.GATEWAYS, "wc/payment_gateways")
                .answering(RecordedStore.WEBHOOKS, "wc/webhooks_list")
                .answering("/wp-json/wp/v2/themes", "wp/themes")
                .answering(RecordedStore.USERS, "wp/users_admins")
                .answering(
                        "/wp-json/wp/v2/users/304/application-passwords",
                        "wp/user_apppasswords_list")
                .answering(
                        "/wp-json/wp/v2/users/1/application-passwords",
                        "wp/user_apppasswords_list_after");
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void softwarePeopleAndPasswordsAreListedAndWhatRestHidesIsSaidToBeUnseen() {
        var seen = store.inventory();

        assertThat(item(seen, ItemKind.CORE, "wordpress").get(Trait.VERSION)).isEqualTo("7.1");
        assertThat(item(seen, ItemKind.PLUGIN, "akismet/akismet").get(Trait.STATE))
                .isEqualTo("active");
        assertThat(seen.items(ItemKind.MUST_USE_PLUGIN))
                .extracting(each -> each.key().id())
                .containsExactly("lab");
        assertThat(seen.sight(ItemKind.DROP_IN).isWhole()).isTrue();
        var agency = item(seen, ItemKind.USER, "304");
        assertThat(agency.is(Trait.ADMINISTRATES, "yes")).isTrue();
        assertThat(agency.get(Trait.CREATED)).isEqualTo("2026-11-23T07:45:25Z");
        assertThat(seen.items(ItemKind.APPLICATION_PASSWORD))
                .extracting(InventoryItem::name)
                .containsExactly("agency-deploy");
        assertThat(seen.sight(ItemKind.REST_KEY)).isEqualTo(Sight.needs(ConnectionKind.SHELL));
        assertThat(seen.sight(ItemKind.OPTION).extent()).isEqualTo(Sight.Extent.PARTLY);
    }

    @Test
    void noMailAddressAndNoSettingOfAGatewayIsKept() {
        var said = store.inventory().toString();

        assertThat(said).contains("agency").doesNotContain("agentur.example.net");
        assertThat(said).contains("bacs").doesNotContain("Pay by SEPA");
    }

    @Test
    void aKeyAloneShowsNoPeople() {
        store.keeping(StoreAccess.with(StoreFixtures.aKey()));

        var seen = store.inventory();

        assertThat(seen.sight(ItemKind.PLUGIN).isWhole()).isTrue();
        assertThat(seen.sight(ItemKind.USER))
                .isEqualTo(Sight.needs(ConnectionKind.APPLICATION_PASSWORD));
    }

    @Test
    void aRefusalIsTroubleAndNoEmptyList() {
        store.answering(RecordedStore.SYSTEM_STATUS, "err_401_badsecret");

        var plugins = store.inventory().sight(ItemKind.PLUGIN);

        assertThat(plugins.isBlind()).isTrue();
        assertThat(plugins.trouble()).contains("secret");
    }

    @Test
    void aStoreWithoutConnectionsShowsNothing() {
        store.keeping(StoreAccess.NONE);

        assertThat(store.inventory().isBlind()).isTrue();
    }

    private static InventoryItem item(Inventory seen, ItemKind kind, String id) {
        return seen.items().get(new InventoryItem.Key(kind, id));
    }
}
