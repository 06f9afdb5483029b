package dev.cordon.woocommerce.store;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.cordon.application.store.InMemoryStoreCredentials;
import dev.cordon.application.store.StoreGateway;
import dev.cordon.domain.store.PageCursor;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreAccess;
import dev.cordon.domain.store.StoreAnswer;
import dev.cordon.domain.store.StoreFailure;
import dev.cordon.domain.store.StoreFailure.ForbiddenAddress;
import dev.cordon.domain.store.StoreFailure.HtmlInsteadOfJson;
import dev.cordon.domain.store.StoreFailure.NoCredential;
import dev.cordon.domain.store.StoreFailure.NoSuchRoute;
import dev.cordon.domain.store.StoreFailure.NotPermitted;
import dev.cordon.domain.store.StoreFailure.NotUnderstood;
import dev.cordon.domain.store.StoreFailure.PlainHttp;
import dev.cordon.domain.store.StoreFailure.RateLimited;
import dev.cordon.domain.store.StoreFailure.Redirected;
import dev.cordon.domain.store.StoreFailure.ServerError;
import dev.cordon.domain.store.StoreFailure.TimedOut;
import dev.cordon.domain.store.StoreFailure.TlsRefused;
import dev.cordon.domain.store.StoreFailure.TooLarge;
import dev.cordon.domain.store.StoreFailure.Truncated;
import dev.cordon.domain.store.StoreFailure.Unreachable;
import dev.cordon.domain.store.StoreFailure.WrongKey;
import dev.cordon.domain.store.StoreFailure.WrongSecret;
import dev.cordon.domain.store.StoreFixtures;
import dev.cordon.domain.store.Window;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each way in which a store fails to answer gives its own failure. */
class StoreFailuresTest {

    private static final Window NOVEMBER =
            new Window(
                    Instant.parse("2026-11-01T00:00:00Z"), Instant.parse("2026-12-01T00:00:00Z"));

    private final RecordedStore recorded = new RecordedStore();

    @AfterEach
    void stop() {
        recorded.close();
    }

    @Test
    void unknownKeyIsAWrongKey() {
        recorded.answering(RecordedStore.ORDERS, "err_401_badkey");

        assertThat(askingForOrders()).isEqualTo(new WrongKey());
    }

    @Test
    void knownKeyWithAnotherSecretIsAWrongSecret() {
        recorded.answering(RecordedStore.ORDERS, "err_401_badsecret");

        assertThat(askingForOrders()).isEqualTo(new WrongSecret());
    }

    @Test
    void wrongApplicationPasswordIsAWrongKey() {
        recorded.answering(RecordedStore.PLUGINS, "err_app_pass_wrong");

        var answer = recorded.gateway().plugins(recorded.store());

        assertThat(failure(answer)).isEqualTo(new WrongKey());
    }

    @Test
    void keyOfACustomerIsNotPermitted() {
        recorded.answering(RecordedStore.ORDERS, "err_403_customerkey_orders");

        assertThat(askingForOrders()).isEqualTo(new NotPermitted("woocommerce_rest_cannot_view"));
    }

    @Test
    void keyWithoutTheNeededModeIsNotPermittedAlthoughTheStatusIs401() {
        recorded.answering(RecordedStore.ORDERS, "err_ro_key_write");

        assertThat(askingForOrders())
                .isEqualTo(new NotPermitted("woocommerce_rest_authentication_error"));
    }

    @Test
    void pageInsteadOfDataIsNamedWithItsStatus() {
        recorded.answering(RecordedStore.ORDERS, "html_404");

        assertThat(askingForOrders()).isEqualTo(new HtmlInsteadOfJson(404));
    }

    @Test
    void loginPageUnderStatus200IsNoData() {
        recorded.answering(
                RecordedStore.ORDERS,
                aResponse().withStatus(200).withBody("\n<!DOCTYPE html><title>Log in</title>"));

        assertThat(askingForOrders()).isEqualTo(new HtmlInsteadOfJson(200));
    }

    @Test
    void warningPrintedIntoTheDataIsNotUnderstood() {
        recorded.answering(
                RecordedStore.ORDERS,
                aResponse()
                        .withHeader("Content-Type", "application/json")
                        .withBody("<b>Warning</b>: Undefined variable $x\n[]"));

        assertThat(askingForOrders()).isInstanceOf(NotUnderstood.class);
    }

    @Test
    void dataOfAnotherShapeIsNotUnderstood() {
        recorded.answering(RecordedStore.ORDERS, "index_fields");

        assertThat(askingForOrders()).isEqualTo(new NotUnderstood("a list was expected"));
    }

    @Test
    void refusedQuestionIsNotUnderstood() {
        recorded.answering(RecordedStore.ORDERS, "err_400_after");

        assertThat(askingForOrders())
                .isEqualTo(
                        new NotUnderstood(
                                "it refused the question with status 400, rest_invalid_param"));
    }

    @Test
    void missingRouteIsNamed() {
        recorded.answering(RecordedStore.ORDERS, "err_404_route");

        assertThat(askingForOrders()).isEqualTo(new NoSuchRoute(RecordedStore.ORDERS));
    }

    @Test
    void brokenStoreIsAServerErrorAlsoWhenItShowsAPage() {
        recorded.answering(
                RecordedStore.ORDERS,
                aResponse()
                        .withStatus(500)
                        .withHeader("Content-Type", "text/html")
                        .withBody("<p>There has been a critical error on this website.</p>"));

        assertThat(askingForOrders()).isEqualTo(new ServerError(500));
    }

    @Test
    void storeInMaintenanceIsAServerErrorThatSaysSo() {
        recorded.answering(RecordedStore.ORDERS, "maintenance_rest");

        assertThat(askingForOrders())
                .isEqualTo(new ServerError(503))
                .extracting(StoreFailure::whatHappened)
                .asString()
                .contains("maintenance");
    }

    @Test
    void tooManyCallsSayHowLongToWait() {
        recorded.answering(
                RecordedStore.ORDERS, aResponse().withStatus(429).withHeader("Retry-After", "17"));

        assertThat(askingForOrders()).isEqualTo(new RateLimited(Duration.ofSeconds(17)));
    }

    @Test
    void tooManyCallsMaySayUntilWhenByTheStoresOwnClock() {
        recorded.answering(
                RecordedStore.ORDERS,
                aResponse()
                        .withStatus(429)
                        .withHeader("Date", "Mon, 23 Nov 2026 07:00:00 GMT")
                        .withHeader("Retry-After", "Mon, 23 Nov 2026 07:02:00 GMT"));

        assertThat(askingForOrders()).isEqualTo(new RateLimited(Duration.ofMinutes(2)));
    }

    @Test
    void whileTheStoreWantsAPauseItIsNotCalled() {
        recorded.answering(
                RecordedStore.ORDERS, aResponse().withStatus(429).withHeader("Retry-After", "17"));
        var gateway = recorded.gateway();
        orders(gateway, recorded.store());

        var again = gateway.customers(recorded.store(), PageCursor.START);

        assertThat(failure(again)).isEqualTo(new RateLimited(Duration.ofSeconds(17)));
        recorded.server.verify(1, anyRequestedFor(anyUrl()));
    }

    @Test
    void maintenanceModeIsLeftAloneForAMinuteWhateverItAsksFor() {
        recorded.answering(RecordedStore.ORDERS, "maintenance_rest");
        var gateway = recorded.gateway();
        orders(gateway, recorded.store());

        var again = gateway.customers(recorded.store(), PageCursor.START);

        assertThat(failure(again)).isEqualTo(new RateLimited(Duration.ofMinutes(1)));
    }

    @Test
    void overloadThatNamesNoTimeIsTriedAgainAtOnce() {
        recorded.answering(RecordedStore.ORDERS, aResponse().withStatus(503));
        var gateway = recorded.gateway();
        orders(gateway, recorded.store());
        recorded.answering(RecordedStore.ORDERS, "orders_list_beyond");

        assertThat(orders(gateway, recorded.store())).isInstanceOf(StoreAnswer.Ok.class);
    }

    @Test
    void redirectIsNotFollowedAndItsQueryIsNotShown() {
        recorded.answering(
                RecordedStore.ORDERS,
                aResponse()
                        .withStatus(301)
                        .withHeader("Location", "https://elsewhere.example/in?token=secret"));

        assertThat(askingForOrders()).isEqualTo(new Redirected("https://elsewhere.example/in"));
        recorded.server.verify(1, anyRequestedFor(anyUrl()));
    }

    @Test
    void storeThatNeverAnswersTimesOut() throws IOException {
        try (var silent = RawStore.sendingAndHolding("")) {
            assertThat(askingForOrdersAt(silent.url(), QUICK)).isInstanceOf(TimedOut.class);
        }
    }

    @Test
    void bodyThatNeverEndsTimesOut() throws IOException {
        try (var hanging =
                RawStore.sendingAndHolding(
                        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                                + "Content-Length: 1000\r\n\r\n[{\"id\":1,")) {
            assertThat(askingForOrdersAt(hanging.url(), QUICK))
                    .isEqualTo(new TimedOut(QUICK.answerWithin()));
        }
    }

    @Test
    void bodyShorterThanAnnouncedIsTruncated() throws IOException {
        try (var breaking =
                RawStore.sendingAndHangingUp(
                        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                                + "Content-Length: 1000\r\n\r\n[]")) {
            assertThat(askingForOrdersAt(breaking.url(), RecordedStore.SETTINGS))
                    .isEqualTo(new Truncated());
        }
    }

    @Test
    void chunkedBodyThatBreaksOffIsTruncated() throws IOException {
        try (var breaking =
                RawStore.sendingAndHangingUp(
                        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                                + "Transfer-Encoding: chunked\r\n\r\n2\r\n[]\r\n")) {
            assertThat(askingForOrdersAt(breaking.url(), RecordedStore.SETTINGS))
                    .isEqualTo(new Truncated());
        }
    }

    @Test
    void answerAboveTheLimitIsNotReadToItsEnd() {
        recorded.answering(
                RecordedStore.ORDERS, aResponse().withBody("[" + " ".repeat(200_000) + "]"));

        assertThat(askingForOrders()).isEqualTo(new TooLarge(100_000));
    }

    @Test
    void closedPortIsUnreachable() throws IOException {
        var gone = RawStore.sendingAndHangingUp("");
        gone.close();

        assertThat(askingForOrdersAt(gone.url(), RecordedStore.SETTINGS))
                .isInstanceOf(Unreachable.class);
    }

    @Test
    void connectionThatBreaksBeforeTheAnswerIsUnreachable() {
        recorded.answering(
                RecordedStore.ORDERS, aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));

        assertThat(askingForOrders()).isInstanceOf(Unreachable.class);
    }

    @Test
    void unknownNameIsUnreachable() {
        assertThat(askingForOrdersAt("https://no-such-shop.invalid", RecordedStore.SETTINGS))
                .isEqualTo(new Unreachable("the name no-such-shop.invalid is not known"));
    }

    @Test
    void serverWithoutEncryptionBehindHttpsIsRefusedBeforeTheKeyIsSent() {
        var url = "https://127.0.0.1:" + recorded.server.port();

        assertThat(askingForOrdersAt(url, RecordedStore.SETTINGS)).isInstanceOf(TlsRefused.class);
        recorded.server.verify(0, anyRequestedFor(anyUrl()));
    }

    @Test
    void certificateThatNobodyVouchesForIsRefusedBeforeTheKeyIsSent() {
        var selfSigned =
                new WireMockServer(
                        WireMockConfiguration.options().httpDisabled(true).dynamicHttpsPort());
        selfSigned.start();
        try {
            var url = "https://127.0.0.1:" + selfSigned.httpsPort();

            assertThat(askingForOrdersAt(url, RecordedStore.SETTINGS))
                    .isInstanceOf(TlsRefused.class);
            selfSigned.verify(0, anyRequestedFor(anyUrl()));
        } finally {
            selfSigned.stop();
        }
    }

    @Test
    void thisMachineIsForbiddenUnlessAllowed() {
        var strict = StoreClientSettings.DEFAULT;

        assertThat(failure(orders(recorded.gateway(strict), recorded.store())))
                .isEqualTo(new ForbiddenAddress("127.0.0.1"));
        recorded.server.verify(0, anyRequestedFor(anyUrl()));
    }

    @Test
    void privateNetworkIsForbiddenAlsoWhereThisMachineIsAllowed() {
        assertThat(askingForOrdersAt("https://192.168.1.10", RecordedStore.SETTINGS))
                .isEqualTo(new ForbiddenAddress("192.168.1.10"));
    }

    @Test
    void applicationPasswordIsNotSentOverPlainHttp() {
        var access = StoreAccess.with(StoreFixtures.aPassword());

        assertThat(askingForOrdersAt("http://93.184.215.14", RecordedStore.SETTINGS, access))
                .isEqualTo(new PlainHttp());
    }

    @Test
    void withoutACredentialTheStoreIsNotEvenAsked() {
        recorded.keeping(StoreAccess.NONE);

        assertThat(askingForOrders()).isInstanceOf(NoCredential.class);
        recorded.server.verify(0, anyRequestedFor(anyUrl()));
    }

    private static final StoreClientSettings QUICK =
            new StoreClientSettings(
                    Duration.ofSeconds(2), Duration.ofMillis(300), 100_000, 10, true);

    private StoreFailure askingForOrders() {
        return failure(orders(recorded.gateway(), recorded.store()));
    }

    private static StoreFailure askingForOrdersAt(String url, StoreClientSettings settings) {
        return askingForOrdersAt(url, settings, StoreAccess.with(StoreFixtures.aKey()));
    }

    private static StoreFailure askingForOrdersAt(
            String url, StoreClientSettings settings, StoreAccess access) {
        var credentials = new InMemoryStoreCredentials();
        credentials.put(StoreFixtures.FJORDSHOP, access);
        var gateway =
                WooCommerceStoreGateway.within(
                        settings,
                        RecordedStore.turns(),
                        credentials,
                        StoreSetting.with(new SshStoreShell(settings, credentials)),
                        InstantSource.fixed(StoreFixtures.NOON));
        return failure(orders(gateway, StoreFixtures.fjordshopAt(url)));
    }

    private static StoreAnswer<?> orders(StoreGateway gateway, Store store) {
        return gateway.orders(store, NOVEMBER, PageCursor.START);
    }

    private static StoreFailure failure(StoreAnswer<?> answer) {
        assertThat(answer).isInstanceOf(StoreAnswer.Failed.class);
        return ((StoreAnswer.Failed<?>) answer).why();
    }
}
