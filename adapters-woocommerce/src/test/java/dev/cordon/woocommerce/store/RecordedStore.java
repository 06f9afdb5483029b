package dev.cordon.woocommerce.store;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.cordon.application.store.InMemoryStoreCredentials;
import dev.cordon.application.store.StoreGateway;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreAccess;
import dev.cordon.domain.store.StoreFixtures;
import dev.cordon.domain.store.StoreUrl;
import dev.cordon.domain.store.inventory.Inventory;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** A store on this machine that answers from recordings, and a gateway to it. */
final class RecordedStore implements AutoCloseable {

    static final String ORDERS = "/wp-json/wc/v3/orders";
    static final String CUSTOMERS = "/wp-json/wc/v3/customers";
    static final String ACTIVITY = "/wp-json/wc-analytics/reports/customers";
    static final String SYSTEM_STATUS = "/wp-json/wc/v3/system_status";
    static final String PLUGINS = "/wp-json/wp/v2/plugins";
    static final String USERS = "/wp-json/wp/v2/users";
    static final String ME = "/wp-json/wp/v2/users/me";
    static final String SESSIONS = "/wp-json/cordon-sensor/v1/sessions";
    static final String GATEWAYS = "/wp-json/wc/v3/payment_gateways";
    static final String LIMIT =
            "/wp-json/wc/v3/settings/advanced/woocommerce_feature_rate_limit_checkout_enabled";
    static final String WEBHOOKS = "/wp-json/wc/v3/webhooks";
    static final List<String> SHOP =
            List.of(ORDERS, CUSTOMERS, ACTIVITY, SYSTEM_STATUS, GATEWAYS, LIMIT, WEBHOOKS);
    static final String INDEX = "/wp-json/";

    static final StoreClientSettings SETTINGS =
            new StoreClientSettings(
                    Duration.ofMinutes(1), Duration.ofMinutes(1), 100_000, 10, true);

    final WireMockServer server =
            new WireMockServer(
                    WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));

    private final InMemoryStoreCredentials credentials = new InMemoryStoreCredentials();

    RecordedStore() {
        server.start();
        server.stubFor(
                any(WireMock.anyUrl()).atPriority(9).willReturn(Recording.of("template_404")));
        keeping(StoreAccess.with(StoreFixtures.aKey()).and(StoreFixtures.aPassword()));
    }

    Store store() {
        return StoreFixtures.fjordshopAt(url());
    }

    private String url() {
        return "http://127.0.0.1:" + server.port();
    }

    StoreGateway gateway() {
        return gateway(SETTINGS);
    }

    StoreGateway gateway(StoreClientSettings settings) {
        return WooCommerceStoreGateway.within(
                settings,
                turns(),
                credentials,
                new StoreSetting(new SshStoreShell(settings, credentials), StoreUrl.of(url())),
                InstantSource.fixed(StoreFixtures.NOON));
    }

    WooCommerceWebhooks webhooks() {
        return new WooCommerceWebhooks(
                SETTINGS, turns(), credentials, InstantSource.fixed(StoreFixtures.NOON));
    }

    Inventory inventory() {
        return new StoreInventory(
                        new StoreClientSettings(
                                Duration.ofMinutes(1), Duration.ofMinutes(1), 1_000_000, 10, true),
                        turns(),
                        credentials,
                        new SshStoreShell(SETTINGS, credentials),
                        InstantSource.fixed(StoreFixtures.NOON))
                .read(store());
    }

    static StoreTurns turns() {
        return new StoreTurns(new StorePace(4, 1000), InstantSource.fixed(StoreFixtures.NOON));
    }

    RecordedStore keeping(StoreAccess access) {
        credentials.put(StoreFixtures.FJORDSHOP, access);
        return this;
    }

    RecordedStore answering(String path, ResponseDefinitionBuilder answer) {
        server.stubFor(get(urlPathEqualTo(path)).willReturn(answer));
        return this;
    }

    RecordedStore answering(String path, String recording) {
        return answering(path, Recording.of(recording));
    }

    RecordedStore answeringPage(String path, int page, ResponseDefinitionBuilder answer) {
        server.stubFor(
                get(urlPathEqualTo(path))
                        .withQueryParam("page", WireMock.equalTo(Integer.toString(page)))
                        .atPriority(1)
                        .willReturn(answer));
        return this;
    }

    @Override
    public void close() {
        server.stop();
    }
}
