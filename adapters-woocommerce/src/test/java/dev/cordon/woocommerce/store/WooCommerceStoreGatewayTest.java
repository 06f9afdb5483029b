package dev.cordon.woocommerce.store;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.cordon.application.store.PagesRead;
import dev.cordon.domain.store.ActiveCustomer;
import dev.cordon.domain.store.LoginSession;
import dev.cordon.domain.store.PageCursor;
import dev.cordon.domain.store.Plugin;
import dev.cordon.domain.store.StoreAccess;
import dev.cordon.domain.store.StoreAnswer;
import dev.cordon.domain.store.StoreCustomer;
import dev.cordon.domain.store.StoreFailure;
import dev.cordon.domain.store.StoreFixtures;
import dev.cordon.domain.store.StoreOrder;
import dev.cordon.domain.store.Window;
import dev.cordon.domain.store.mirror.MirroredOrder;
import dev.cordon.domain.store.mirror.OrderPage;
import dev.cordon.domain.store.mirror.OrderQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WooCommerceStoreGatewayTest {

    private static final Window NOVEMBER =
            new Window(
                    Instant.parse("2026-11-01T00:00:00Z"), Instant.parse("2026-12-01T00:00:00Z"));

    private final RecordedStore recorded = new RecordedStore();

    @AfterEach
    void stop() {
        recorded.close();
    }

    @Test
    void ordersAreReadPageByPageToTheirEnd() {
        recorded.answeringPage(RecordedStore.ORDERS, 1, Recording.of("orders_list_p1"));
        recorded.answeringPage(RecordedStore.ORDERS, 2, Recording.of("orders_list_p2"));
        recorded.answeringPage(RecordedStore.ORDERS, 3, Recording.of("orders_list_beyond"));
        var orders = new ArrayList<StoreOrder>();

        var read =
                PagesRead.each(
                        PageCursor.START,
                        cursor -> recorded.gateway().orders(recorded.store(), NOVEMBER, cursor),
                        orders::addAll);

        assertThat(read).isEqualTo(new PagesRead(20, null, null));
        assertThat(orders.getFirst())
                .isEqualTo(
                        new StoreOrder(
                                94,
                                "94",
                                "completed",
                                Instant.parse("2026-11-23T06:53:45Z"),
                                new StoreCustomer(
                                        165,
                                        "paul.clark164@example.org",
                                        "Paul",
                                        "Clark",
                                        "US",
                                        "TX",
                                        null),
                                "198.19.152.78"));
    }

    @Test
    void pageThatFailsInTheMiddleKeepsWhatWasReadAndSaysWhereToGoOn() {
        recorded.answeringPage(RecordedStore.ORDERS, 1, Recording.of("orders_list_p1"));
        recorded.answeringPage(RecordedStore.ORDERS, 2, aResponse().withStatus(502));
        var orders = new ArrayList<StoreOrder>();

        var read =
                PagesRead.each(
                        PageCursor.START,
                        cursor -> recorded.gateway().orders(recorded.store(), NOVEMBER, cursor),
                        orders::addAll);

        assertThat(read)
                .isEqualTo(new PagesRead(10, new PageCursor(2), new StoreFailure.ServerError(502)));
        assertThat(orders).hasSize(10);
    }

    @Test
    void pageBeyondTheEndIsAnEmptyEnd() {
        recorded.answering(RecordedStore.ORDERS, "orders_list_beyond");

        var answer = recorded.gateway().orders(recorded.store(), NOVEMBER, new PageCursor(61));

        var page = value(answer);
        assertThat(page.items()).isEmpty();
        assertThat(page.next()).isNull();
    }

    @Test
    void fullPageWithoutACountMeansThatMoreFollow() {
        recorded.answering(RecordedStore.ORDERS, okJson(Recording.text("orders_list_p1.json")));

        var page = value(recorded.gateway().orders(recorded.store(), NOVEMBER, PageCursor.START));

        assertThat(page.next()).isEqualTo(new PageCursor(2));
    }

    @Test
    void datesAreAskedForInUtcWithASecondToSpareAndTheRestIsLeftOut() {
        recorded.answering(RecordedStore.ORDERS, "orders_list_p1");
        var second =
                new Window(
                        Instant.parse("2026-11-23T06:53:45.700Z"),
                        Instant.parse("2026-11-23T06:53:46Z"));

        var page = value(recorded.gateway().orders(recorded.store(), second, PageCursor.START));

        assertThat(page.items()).extracting(StoreOrder::id).containsExactly(94L);
        recorded.server.verify(
                getRequestedFor(urlPathEqualTo(RecordedStore.ORDERS))
                        .withQueryParam("after", equalTo("2026-11-23T06:53:44Z"))
                        .withQueryParam("before", equalTo("2026-11-23T06:53:47Z")));
    }

    @Test
    void noMorePersonalDataIsAskedForThanIsNeeded() {
        recorded.answering(RecordedStore.ORDERS, "orders_list_p1");

        recorded.gateway().orders(recorded.store(), NOVEMBER, PageCursor.START);

        recorded.server.verify(
                getRequestedFor(urlPathEqualTo(RecordedStore.ORDERS))
                        .withQueryParam(
                                "_fields",
                                equalTo(
                                        "id,number,status,date_created_gmt,customer_id,"
                                                + "customer_ip_address,billing.email,"
                                                + "billing.first_name,billing.last_name,"
                                                + "billing.country,billing.state")));
    }

    @Test
    void everyCallNamesItselfAndShowsItsPasswordInTheHeaderOnly() {
        recorded.answering(RecordedStore.ORDERS, "orders_list_p1");
        var key = StoreFixtures.aPassword();
        recorded.keeping(StoreAccess.with(key));

        recorded.gateway().orders(recorded.store(), NOVEMBER, PageCursor.START);

        var request = recorded.server.getAllServeEvents().getFirst().getRequest();
        assertThat(request.getHeader("User-Agent")).isEqualTo("Cordon/0.1 (+incident response)");
        assertThat(request.getHeader("Authorization")).startsWith("Basic ");
        assertThat(request.getUrl()).doesNotContain(key.user(), key.secret());
    }

    @Test
    void customersAreReadInTheOrderOfTheirIds() {
        recorded.answering(RecordedStore.CUSTOMERS, "customers_list_p1");

        var page = value(recorded.gateway().customers(recorded.store(), PageCursor.START));

        assertThat(page.items()).hasSize(10).noneMatch(StoreCustomer::isGuest);
        assertThat(page.total()).isEqualTo(300);
        recorded.server.verify(
                getRequestedFor(urlPathEqualTo(RecordedStore.CUSTOMERS))
                        .withQueryParam("orderby", equalTo("id"))
                        .withQueryParam("order", equalTo("asc")));
    }

    @Test
    void accountMayHaveBeenUsedUntilTheEndOfTheDayThatTheStoreKeeps() {
        recorded.answering(RecordedStore.ACTIVITY, "analytics_reports_customers");
        var since = Instant.parse("2026-11-21T20:00:00Z");

        var page =
                value(
                        recorded.gateway()
                                .activeCustomers(recorded.store(), since, PageCursor.START));

        assertThat(page.items())
                .extracting(active -> active.customer().id(), ActiveCustomer::lastActive)
                .containsExactly(
                        tuple(290L, Instant.parse("2026-11-22T00:00:00Z")),
                        tuple(297L, Instant.parse("2026-11-23T00:00:00Z")));
    }

    @Test
    void systemStatusNamesVersionsOrderStorageAndEveryKindOfPlugin() {
        recorded.answering(RecordedStore.SYSTEM_STATUS, "system_status");

        var status = value(recorded.gateway().systemStatus(recorded.store()));

        assertThat(status.wooCommerceVersion()).isEqualTo("11.0.1");
        assertThat(status.wordPressVersion()).isEqualTo("7.1");
        assertThat(status.highPerformanceOrderStorage()).isTrue();
        assertThat(status.plugins())
                .extracting(Plugin::id, Plugin::state)
                .contains(
                        tuple("woocommerce/woocommerce", Plugin.State.ACTIVE),
                        tuple("hello", Plugin.State.INACTIVE),
                        tuple("lab", Plugin.State.MUST_USE));
    }

    @Test
    void pluginsAreListedWithTheirVersionByWordPress() {
        recorded.answering(RecordedStore.PLUGINS, "plugins_search_status");

        var plugins = value(recorded.gateway().plugins(recorded.store()));

        assertThat(plugins)
                .hasSize(5)
                .contains(
                        new Plugin(
                                "wp-crontrol/wp-crontrol",
                                "WP Crontrol",
                                "1.21.1",
                                Plugin.State.ACTIVE,
                                null));
    }

    @Test
    void numbersMayComeAsTextsAndTextsMayBeMissing() {
        recorded.answering(
                RecordedStore.ORDERS,
                okJson(
                        """
                        [{"id": "7", "number": 7, "status": null, "customer_id": "",
                          "date_created_gmt": "2026-11-23T06:00:00", "billing": []}]
                        """));

        var page = value(recorded.gateway().orders(recorded.store(), NOVEMBER, PageCursor.START));

        assertThat(page.items())
                .containsExactly(
                        new StoreOrder(
                                7,
                                "7",
                                "",
                                Instant.parse("2026-11-23T06:00:00Z"),
                                new StoreCustomer(0, "", "", "", "", "", null),
                                ""));
    }

    @Test
    void storeWithoutTheSensorHasNoSessionRoute() {
        var answer = recorded.gateway().loginSessions(recorded.store(), NOVEMBER, PageCursor.START);

        assertThat(answer)
                .isEqualTo(
                        new StoreAnswer.Failed<>(
                                new StoreFailure.NoSuchRoute(RecordedStore.SESSIONS)));
    }

    @Test
    void missingSessionRouteIsSeenAlsoWithAWooCommerceKeyAlone() {
        recorded.keeping(StoreAccess.with(StoreFixtures.aKey()));

        var answer = recorded.gateway().loginSessions(recorded.store(), NOVEMBER, PageCursor.START);

        assertThat(answer)
                .isEqualTo(
                        new StoreAnswer.Failed<>(
                                new StoreFailure.NoSuchRoute(RecordedStore.SESSIONS)));
    }

    @Test
    void sessionRouteThatWantsAUserAsksForAnApplicationPassword() {
        recorded.keeping(StoreAccess.with(StoreFixtures.aKey()));
        recorded.answering(RecordedStore.SESSIONS, "plugins_unauth");

        var answer = recorded.gateway().loginSessions(recorded.store(), NOVEMBER, PageCursor.START);

        assertThat(((StoreAnswer.Failed<?>) answer).why())
                .isInstanceOf(StoreFailure.NoCredential.class);
    }

    @Test
    void sessionRecordsNameTheAccountAndSayWhenTheyAreMadeUp() {
        recorded.answering(
                RecordedStore.SESSIONS,
                okJson(
                        """
                        [{"account": {"id": 165, "email": "paul.clark164@example.org",
                                      "first_name": "Paul", "last_name": "Clark",
                                      "country": "DE", "state": "", "locale": "de_DE_formal"},
                          "ip": "198.51.100.43", "logged_in_gmt": "2026-11-23T08:18:18",
                          "user_agent": "curl", "made_up": true}]
                        """));

        var page =
                value(
                        recorded.gateway()
                                .loginSessions(recorded.store(), NOVEMBER, PageCursor.START));

        assertThat(page.items())
                .containsExactly(
                        new LoginSession(
                                new StoreCustomer(
                                        165,
                                        "paul.clark164@example.org",
                                        "Paul",
                                        "Clark",
                                        "DE",
                                        "",
                                        Locale.GERMAN),
                                "198.51.100.43",
                                Instant.parse("2026-11-23T08:18:18Z"),
                                "curl",
                                true));
    }

    private static <T> T value(StoreAnswer<T> answer) {
        assertThat(answer).isInstanceOf(StoreAnswer.Ok.class);
        return ((StoreAnswer.Ok<T>) answer).value();
    }

    @Test
    void changedOrdersAreAskedForWithTheFewFieldsThatTheMirrorKeeps() {
        recorded.answering(RecordedStore.ORDERS, "orders_modified_after");
        var from = Instant.parse("2026-11-23T00:00:00Z");
        var query =
                new OrderQuery(from, from, from.plusSeconds(1), OrderQuery.Sorting.MODIFIED, 30);

        var page =
                ((StoreAnswer.Ok<OrderPage>)
                                recorded.gateway().changedOrders(recorded.store(), query))
                        .value();

        assertThat(page.orders()).hasSize(5);
        assertThat(page.full()).isFalse();
        assertThat(page.orders().getFirst().modifiedAt()).isAfter(from);
        assertThat(page.orders()).extracting(MirroredOrder::paymentMethod).contains("dummy");
        recorded.server.verify(
                getRequestedFor(urlPathEqualTo(RecordedStore.ORDERS))
                        .withQueryParam("modified_after", equalTo("2026-11-22T23:59:59Z"))
                        .withQueryParam("modified_before", equalTo("2026-11-23T00:00:01Z"))
                        .withQueryParam("orderby", equalTo("modified"))
                        .withQueryParam("offset", equalTo("30"))
                        .withQueryParam("status", equalTo("any"))
                        .withQueryParam(
                                "_fields",
                                equalTo(
                                        "id,number,status,date_created_gmt,customer_id,"
                                                + "customer_ip_address,billing.email,"
                                                + "billing.first_name,billing.last_name,"
                                                + "billing.country,billing.state,"
                                                + "date_modified_gmt,payment_method")));
    }
}
