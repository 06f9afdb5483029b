package dev.cordon.woocommerce.store;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static dev.cordon.domain.store.ConnectionKind.APPLICATION_PASSWORD;
import static dev.cordon.domain.store.ConnectionKind.EDGE;
import static dev.cordon.domain.store.ConnectionKind.REST_KEY;
import static dev.cordon.domain.store.ConnectionKind.SHELL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.store.Capability;
import dev.cordon.domain.store.ConnectionReport;
import dev.cordon.domain.store.StoreAccess;
import dev.cordon.domain.store.StoreFixtures;
import dev.cordon.domain.store.Verdict;
import dev.cordon.domain.store.Verdict.Allowed;
import dev.cordon.domain.store.Verdict.Refused;
import dev.cordon.domain.store.Verdict.Unknown;
import java.util.Map;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConnectionCheckTest {

    private final RecordedStore recorded =
            new RecordedStore()
                    .answering(RecordedStore.INDEX, "index_fields")
                    .answering(RecordedStore.ORDERS, "orders_list_p1")
                    .answering(RecordedStore.CUSTOMERS, "customers_list_p1")
                    .answering(RecordedStore.ACTIVITY, "analytics_reports_customers")
                    .answering(RecordedStore.SYSTEM_STATUS, "system_status")
                    .answering(RecordedStore.GATEWAYS, "wc/payment_gateways")
                    .answering(RecordedStore.LIMIT, "store_api/ratelimit_setting_get")
                    .answering(RecordedStore.WEBHOOKS, "wc/webhooks_list")
                    .answering(RecordedStore.PLUGINS, "plugins_search_status")
                    .answering(RecordedStore.USERS, "users_registered_desc")
                    .answering(RecordedStore.ME, "user_me");

    @AfterEach
    void stop() {
        recorded.close();
    }

    @Test
    void administratorWithKeyAndPasswordMayAllThatTheInterfacesOffer() {
        var report = check();

        for (var capability : Capability.values()) {
            assertThat(report.allows(capability))
                    .as(capability.name())
                    .isEqualTo(
                            capability.ways().contains(APPLICATION_PASSWORD)
                                    && capability != Capability.READ_LOGIN_SESSIONS);
        }
    }

    @Test
    void eachConnectionHasItsOwnVerdict() {
        recorded.answering(RecordedStore.PLUGINS, "plugins_as_shop_manager");

        var report = check();

        assertThat(report.ways().get(Capability.HOLD_ORDERS))
                .hasEntrySatisfying(REST_KEY, is(Unknown.class))
                .hasEntrySatisfying(APPLICATION_PASSWORD, is(Allowed.class))
                .doesNotContainKey(SHELL);
        assertThat(report.ways().get(Capability.READ_PLUGINS).get(APPLICATION_PASSWORD).why())
                .contains("rest_cannot_view_plugins");
    }

    @Test
    void whatNoConnectionBringsNamesTheOnesThatWould() {
        var report = check();

        assertThat(report.missing(Capability.ROTATE_SALTS)).containsExactly(SHELL);
        assertThat(report.missing(Capability.BLOCK_PATHS)).containsExactly(EDGE);
        assertThat(report.missing(Capability.READ_ORDERS)).isEmpty();
        assertThat(report.verdict(Capability.REVOKE_REST_KEYS).reason().whatToDo())
                .isEqualTo("Connect one of: SSH login, sensor plugin.");
    }

    @Test
    void whetherAKeyIsReadOnlyStaysOpenBecauseNothingIsChangedToFindOut() {
        recorded.keeping(StoreAccess.with(StoreFixtures.aKey()));

        var report = check();

        assertThat(report.verdict(Capability.HOLD_ORDERS)).isInstanceOf(Unknown.class);
        assertThat(report.verdict(Capability.SWITCH_GATEWAYS)).isInstanceOf(Unknown.class);
        recorded.server.verify(
                recorded.server.getAllServeEvents().size(), getRequestedFor(anyUrl()));
    }

    @Test
    void applicationPasswordHasNoReadOnlyModeSoItsUserDecides() {
        recorded.keeping(StoreAccess.with(StoreFixtures.aPassword()));

        assertThat(check().allows(Capability.HOLD_ORDERS)).isTrue();
    }

    @Test
    void wooCommerceKeyAloneOpensNoWordPressRoute() {
        recorded.keeping(StoreAccess.with(StoreFixtures.aKey()));

        var report = check();

        assertThat(report.allows(Capability.READ_ORDERS)).isTrue();
        assertThat(report.verdicts())
                .hasEntrySatisfying(Capability.READ_PLUGINS, is(Refused.class))
                .hasEntrySatisfying(Capability.DEACTIVATE_PLUGINS, is(Refused.class))
                .hasEntrySatisfying(Capability.READ_USERS, is(Refused.class));
        assertThat(report.verdict(Capability.READ_PLUGINS).reason().whatToDo())
                .contains("application password");
    }

    @Test
    void aCustomersKeyOpensNothing() {
        recorded.keeping(StoreAccess.with(StoreFixtures.aKey()));
        for (var path : RecordedStore.SHOP) {
            recorded.answering(path, "err_403_customerkey_orders");
        }

        var report = check();

        assertThat(report.opens(REST_KEY)).isFalse();
        assertThat(report.trouble(REST_KEY).code()).isEqualTo("NotPermitted");
    }

    @Test
    void aStoreInMaintenanceIsSaidToBeInMaintenance() {
        recorded.answering(RecordedStore.INDEX, "store_api/maintenance_rest");

        var report = check();

        assertThat(report.verdict(Capability.READ_ORDERS)).isInstanceOf(Unknown.class);
        assertThat(report.verdict(Capability.READ_ORDERS).why()).contains("maintenance");
        recorded.server.verify(1, anyRequestedFor(anyUrl()));
    }

    @Test
    void factsAreWhatTheStoreSaysOfItself() {
        var report = check();

        assertThat(report.facts())
                .isEqualTo(
                        new ConnectionReport.Facts(
                                false,
                                "Nordlicht Outdoor (lab)",
                                "Europe/Berlin",
                                "11.0.1",
                                "7.1",
                                "8.2.36",
                                true,
                                10,
                                null));
    }

    @Test
    void brokenStoreLeavesOpenWhatTheKeyMay() {
        recorded.answering(RecordedStore.ORDERS, aResponse().withStatus(500));

        var report = check();

        assertThat(report.verdict(Capability.READ_ORDERS)).isInstanceOf(Unknown.class);
        assertThat(report.allows(Capability.READ_CUSTOMERS)).isTrue();
    }

    @Test
    void storeThatRedirectsIsAskedOnceAndNeverShownTheKey() {
        recorded.answering(
                RecordedStore.INDEX,
                aResponse().withStatus(301).withHeader("Location", "https://www.shop.example/"));

        var report = check();

        assertThat(report.isUsable()).isFalse();
        assertThat(report.ways().values())
                .flatExtracting(Map::values)
                .allSatisfy(verdict -> assertThat(verdict.why()).contains("www.shop.example"));
        recorded.server.verify(1, anyRequestedFor(anyUrl()));
    }

    private ConnectionReport check() {
        return recorded.gateway().check(recorded.store());
    }

    private static Condition<Verdict> is(Class<? extends Verdict> type) {
        return new Condition<>(type::isInstance, type.getSimpleName());
    }
}
