package dev.cordon.woocommerce.store;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.store.Capability;
import dev.cordon.domain.store.ConnectionReport;
import dev.cordon.domain.store.StoreAccess;
import dev.cordon.domain.store.StoreFixtures;
import dev.cordon.domain.store.Verdict;
import dev.cordon.domain.store.Verdict.Allowed;
import dev.cordon.domain.store.Verdict.Refused;
import dev.cordon.domain.store.Verdict.Unknown;
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
                    .answering(RecordedStore.PLUGINS, "plugins_search_status")
                    .answering(RecordedStore.USERS, "users_registered_desc")
                    .answering(RecordedStore.ME, "user_me");

    @AfterEach
    void stop() {
        recorded.close();
    }

    @Test
    void administratorWithKeyAndPasswordMayAllButWhatOnlyASensorTells() {
        var report = check();

        assertThat(report.verdicts())
                .hasEntrySatisfying(Capability.READ_ORDERS, is(Allowed.class))
                .hasEntrySatisfying(Capability.READ_CUSTOMERS, is(Allowed.class))
                .hasEntrySatisfying(Capability.READ_SYSTEM_STATUS, is(Allowed.class))
                .hasEntrySatisfying(Capability.READ_PLUGINS, is(Allowed.class))
                .hasEntrySatisfying(Capability.MANAGE_PLUGINS, is(Allowed.class))
                .hasEntrySatisfying(Capability.READ_USERS, is(Allowed.class))
                .hasEntrySatisfying(Capability.READ_LOGIN_SESSIONS, is(Refused.class));
    }

    @Test
    void whetherAKeyIsReadOnlyStaysOpenBecauseNothingIsChangedToFindOut() {
        var report = check();

        assertThat(report.verdicts().get(Capability.WRITE_ORDERS)).isInstanceOf(Unknown.class);
        recorded.server.verify(
                recorded.server.getAllServeEvents().size(), getRequestedFor(anyUrl()));
    }

    @Test
    void applicationPasswordHasNoReadOnlyModeSoItsUserDecides() {
        recorded.keeping(StoreAccess.with(StoreFixtures.aPassword()));

        assertThat(check().allows(Capability.WRITE_ORDERS)).isTrue();
    }

    @Test
    void wooCommerceKeyAloneOpensNoWordPressRoute() {
        recorded.keeping(StoreAccess.with(StoreFixtures.aKey()));

        var report = check();

        assertThat(report.allows(Capability.READ_ORDERS)).isTrue();
        assertThat(report.verdicts())
                .hasEntrySatisfying(Capability.READ_PLUGINS, is(Refused.class))
                .hasEntrySatisfying(Capability.MANAGE_PLUGINS, is(Refused.class))
                .hasEntrySatisfying(Capability.READ_USERS, is(Refused.class));
        assertThat(report.verdicts().get(Capability.READ_PLUGINS).why())
                .contains("application password");
    }

    @Test
    void shopManagerMayReadOrdersButNoPlugins() {
        recorded.answering(RecordedStore.PLUGINS, "plugins_as_shop_manager");

        var report = check();

        assertThat(report.allows(Capability.READ_ORDERS)).isTrue();
        assertThat(report.verdicts().get(Capability.READ_PLUGINS).why())
                .contains("rest_cannot_view_plugins");
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
                                10));
    }

    @Test
    void brokenStoreLeavesOpenWhatTheKeyMay() {
        recorded.answering(RecordedStore.ORDERS, aResponse().withStatus(500));

        var report = check();

        assertThat(report.verdicts().get(Capability.READ_ORDERS)).isInstanceOf(Unknown.class);
        assertThat(report.allows(Capability.READ_CUSTOMERS)).isTrue();
    }

    @Test
    void storeThatRedirectsIsAskedOnceAndNeverShownTheKey() {
        recorded.answering(
                RecordedStore.INDEX,
                aResponse().withStatus(301).withHeader("Location", "https://www.shop.example/"));

        var report = check();

        assertThat(report.isUsable()).isFalse();
        assertThat(report.verdicts().values())
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
