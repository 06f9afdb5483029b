package dev.cordon.woocommerce.store;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.cordon.application.store.PageVisitor.Seen;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.store.StoreAnswer;
import dev.cordon.domain.store.StoreFailure;
import dev.cordon.domain.store.StoreFixtures;
import dev.cordon.domain.store.paymentpage.PageElement;
import dev.cordon.domain.store.paymentpage.PageElement.Kind;
import dev.cordon.domain.store.paymentpage.PageVisit;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The cart's answers are recorded ones; the page is made up. */
class CheckoutVisitorTest {

    private static final String API = "/wp-json/wc/store/v1/";
    private static final String PAGE =
            """
            <html><head>
            <meta http-equiv="Content-Security-Policy" content="script-src 'nonce-abc123='">
            <script src="/wp-includes/js/jquery.min.js?ver=3.7.1" integrity="sha384-x"></script>
            <script id="wc-checkout-js-extra">var wc = {"nonce":"NONCE","total":"18.00"};</script>
            <script type="application/ld+json">{"name": "Beanie"}</script>
            </head><body>
            <form action="/checkout/"><input name="card" onfocus="track(this)"></form>
            <form action="https://collect.evil.example/x"></form>
            <iframe src="https://js.pay.example/frame?v=3"></iframe>
            <a href=" java\tscript:steal()">help</a>
            </body></html>
            """;

    private final RecordedStore recorded = new RecordedStore();
    private final CheckoutVisitor visitor =
            new CheckoutVisitor(
                    StoreClientSettings.DEFAULT.withLoopback(),
                    InstantSource.fixed(StoreFixtures.NOON));

    @BeforeEach
    void aStoreThatSells() {
        answer(API + "cart", Recording.of("ok_cart").withHeader("Nonce", "5f9f1b74c0"));
        answer(
                API + "products",
                aResponse()
                        .withBody(
                                """
                                [{"id": 9, "type": "variable", "is_purchasable": true, "is_in_stock": true},
                                 {"id": 15, "type": "simple", "is_purchasable": true, "is_in_stock": true}]
                                """));
        recorded.server.stubFor(
                post(urlPathEqualTo(API + "cart/add-item"))
                        .willReturn(
                                aResponse()
                                        .withStatus(201)
                                        .withHeader(
                                                "Set-Cookie", "wp_woocommerce_session_1=a; path=/")
                                        .withBody("{}")));
        answer("/wp-includes/js/jquery.min.js", aResponse().withBody("jQuery"));
        page(PAGE);
    }

    @AfterEach
    void stop() {
        recorded.close();
    }

    @Test
    void aCustomerWithACartComesToThePage() {
        var visit = visit();

        assertThat(visit.address()).endsWith("/checkout/");
        recorded.server.verify(
                postRequestedFor(urlPathEqualTo(API + "cart/add-item"))
                        .withHeader("Nonce", equalTo("5f9f1b74c0"))
                        .withRequestBody(equalTo("{\"id\":15,\"quantity\":1}")));
        recorded.server.verify(
                getRequestedFor(urlPathEqualTo("/checkout/"))
                        .withHeader("Cookie", matching(".*wp_woocommerce_session_1=a.*"))
                        .withHeader("User-Agent", matching("Mozilla.*")));
    }

    @Test
    void everythingThatRunsOrTakesIsFoundWithWhatItIs() {
        var visit = visit();

        assertThat(visit.elements())
                .extracting(PageElement::kind)
                .containsExactly(
                        Kind.SCRIPT,
                        Kind.INLINE_SCRIPT,
                        Kind.HANDLER,
                        Kind.HANDLER,
                        Kind.FRAME,
                        Kind.FORM);
        assertThat(visit.elements().getFirst())
                .isEqualTo(
                        new PageElement(
                                Kind.SCRIPT,
                                recorded.store().url() + "/wp-includes/js/jquery.min.js",
                                Sha256.of("jQuery".getBytes(StandardCharsets.UTF_8)),
                                "sha384-x"));
        assertThat(visit.elements())
                .extracting(PageElement::name)
                .contains(
                        "#wc-checkout-js-extra",
                        "https://js.pay.example/frame",
                        "https://collect.evil.example/x");
        assertThat(visit.headers())
                .containsEntry("x-frame-options", "SAMEORIGIN")
                .containsEntry("content-security-policy (meta)", "script-src 'nonce-…'");
    }

    @Test
    void aHostWhoseNameCannotBeReadIsAnotherOnes() {
        page(
                PAGE.replace(
                        "</body>",
                        "<form action='https://pay_evil.example/x'></form>"
                                + "<form action='https://kasse\u00e4.example/x'></form>"
                                + "<form action='mailto:shop@shop.example'></form></body>"));

        assertThat(visit().elements())
                .filteredOn(each -> each.kind() == Kind.FORM)
                .hasSize(3)
                .extracting(PageElement::name)
                .anyMatch(name -> name.startsWith("pay_evil.example "));
    }

    @Test
    void aNameServerThatDoesNotAnswerKeepsNobodyLongerThanAConnectionWould() {
        var hanging = new CountDownLatch(1);
        try (var browser =
                new CustomerBrowser(
                        StoreClientSettings.DEFAULT.withLoopback(),
                        Duration.ofMillis(300),
                        _ -> {
                            try {
                                hanging.await();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                            throw new UnknownHostException("late");
                        })) {
            assertThatExceptionOfType(CustomerBrowser.Refused.class)
                    .isThrownBy(() -> browser.get(URI.create("https://shop.example/"), 10))
                    .satisfies(
                            refused ->
                                    assertThat(refused.why())
                                            .isInstanceOf(StoreFailure.TimedOut.class));
        }
    }

    @Test
    void anotherNonceIsTheSamePageAndAnotherScriptIsNot() {
        var before = visit();
        page(PAGE.replace("NONCE", "77aa").replace("18.00", "99.90").replace("abc123", "zzz9"));
        var again = visit();
        page(PAGE.replace("</body>", "<script>fetch('//evil.example')</script></body>"));
        var changed = visit();

        assertThat(again.page()).isEqualTo(before.page());
        assertThat(again.elements()).isEqualTo(before.elements());
        assertThat(changed.page()).isNotEqualTo(before.page());
        assertThat(changed.elements()).hasSize(before.elements().size() + 1);
    }

    @Test
    void aScriptWhoseContentChangesIsSeenUnderTheSameName() {
        var before = visit().elements().getFirst();
        answer("/wp-includes/js/jquery.min.js", aResponse().withBody("jQuery and a skimmer"));

        var after = visit().elements().getFirst();

        assertThat(after.key()).isEqualTo(before.key());
        assertThat(after.content()).isNotEqualTo(before.content());
    }

    @Test
    void aScriptInAPrivateNetworkIsNotFetched() {
        page("<script src='http://169.254.169.254/latest/meta-data'></script>");

        assertThat(visit().elements()).hasSize(1).allMatch(each -> each.content() == null);
    }

    @Test
    void aScriptInAPictureIsFoundByEachAddressThatItHas() {
        answer("/other.js", aResponse().withBody("other"));
        page(
                """
                <svg><script href="/wp-includes/js/jquery.min.js"></script>
                <script xlink:href="/other.js"></script>
                <script src="/wp-includes/js/jquery.min.js" href="https://127.0.0.1:1/evil.js">
                </script></svg>
                """);

        assertThat(visit().elements())
                .extracting(PageElement::kind, PageElement::name)
                .containsExactlyInAnyOrder(
                        tuple(Kind.SCRIPT, at("/wp-includes/js/jquery.min.js")),
                        tuple(Kind.SCRIPT, at("/other.js")),
                        tuple(Kind.SCRIPT, "https://127.0.0.1:1/evil.js"));
    }

    @Test
    void theTextOfAScriptInAPictureIsFoundAlsoBesideAnAddressThatBrowsersPassOver() {
        page("<svg><script src='/wp-includes/js/jquery.min.js'>ste&#97;l()</script></svg>");

        assertThat(visit().elements())
                .extracting(PageElement::kind)
                .containsExactly(Kind.SCRIPT, Kind.INLINE_SCRIPT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0;url=https://evil.example/pay",
                "0; URL = 'https://evil.example/pay'",
                "3,url=\"https://evil.example/pay\" rest",
                "0 https://evil.example/pay",
                "; //evil.example/pay",
            })
    void aPageThatLeadsElsewhereByItselfIsFound(String content) {
        page("<meta http-equiv=Refresh content='%s'>".formatted(content.replace("'", "&#39;")));

        var element = visit().elements().getFirst();

        assertThat(element.kind()).isEqualTo(Kind.FORM);
        assertThat(element.name()).startsWith("refresh http").endsWith("://evil.example/pay");
    }

    @ParameterizedTest
    @ValueSource(strings = {"300", "0;url=/checkout/", ""})
    void aPageThatLoadsItselfAgainIsNot(String content) {
        page("<meta http-equiv=refresh content='%s'>".formatted(content));

        assertThat(visit().elements()).isEmpty();
    }

    @Test
    void aThirdPartysScriptIsTriedOnceMore() {
        var script = "http://localhost:%d/third.js".formatted(recorded.server.port());
        answer("/third.js", aResponse().withBody("third"));
        recorded.server.stubFor(
                get(urlPathEqualTo("/third.js"))
                        .inScenario("stumble")
                        .whenScenarioStateIs(Scenario.STARTED)
                        .willSetStateTo("well")
                        .willReturn(aResponse().withStatus(503)));
        page("<script src='%s'></script>".formatted(script));

        assertThat(visit().elements().getFirst().content())
                .isEqualTo(Sha256.of("third".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aThirdPartysScriptThatCannotBeFetchedIsTriedTwiceAndNoMore() {
        answer("/third.js", aResponse().withStatus(503));
        page(
                "<script src='http://localhost:%d/third.js'></script>"
                        .formatted(recorded.server.port()));

        assertThat(visit().elements().getFirst().content()).isNull();
        recorded.server.verify(2, getRequestedFor(urlPathEqualTo("/third.js")));
    }

    @Test
    @Timeout(20)
    void aPageOfSlowScriptsKeepsNobodyLongerThanAVisitMayTake() {
        answer("/slow.js", aResponse().withFixedDelay(25_000).withBody("slow"));
        page(
                IntStream.range(0, 20)
                        .mapToObj("<script src='/slow.js?n=%d'></script>"::formatted)
                        .collect(Collectors.joining()));
        var hurried =
                new CheckoutVisitor(
                        StoreClientSettings.DEFAULT.withLoopback(),
                        Duration.ofSeconds(4),
                        InstantSource.fixed(StoreFixtures.NOON));

        var seen = (StoreAnswer.Ok<Seen>) hurried.visit(recorded.store(), "/checkout/");

        assertThat(seen.value().visit().elements())
                .hasSize(20)
                .allMatch(each -> each.content() == null);
    }

    @Test
    void aStoreWithoutACartOrAPageSaysWhy() {
        answer("/checkout/", aResponse().withStatus(302).withHeader("Location", "/cart/"));
        answer("/cart/", aResponse().withBody("empty"));
        assertThat(failure().whatHappened()).contains("led to /cart/");

        answer("/checkout/", aResponse().withStatus(503));
        assertThat(failure()).isEqualTo(new StoreFailure.ServerError(503));

        answer(API + "products", aResponse().withBody("[]"));
        assertThat(failure().whatHappened()).contains("could be put into a cart");

        answer(API + "cart", aResponse().withStatus(404));
        assertThat(failure().whatHappened()).contains("no cart");
    }

    private String at(String path) {
        return recorded.store().url() + path;
    }

    private void page(String html) {
        answer(
                "/checkout/",
                aResponse()
                        .withHeader("Content-Type", "text/html; charset=UTF-8")
                        .withHeader("X-Frame-Options", "SAMEORIGIN")
                        .withBody(html));
    }

    private void answer(String path, ResponseDefinitionBuilder answer) {
        recorded.server.stubFor(get(urlPathEqualTo(path)).willReturn(answer));
    }

    private PageVisit visit() {
        return ((StoreAnswer.Ok<Seen>) visitor.visit(recorded.store(), "/checkout/"))
                .value()
                .visit();
    }

    private StoreFailure failure() {
        return ((StoreAnswer.Failed<Seen>) visitor.visit(recorded.store(), "/checkout/")).why();
    }
}
