package dev.cordon.infra.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.people.Permission;
import dev.cordon.domain.people.Role;
import dev.cordon.infra.intake.payment.PayPalCa;
import dev.cordon.infra.intake.payment.Recorded;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What payment providers tell comes in by their signature, and by nothing else. */
@ApiTest
class PaymentWebhookIT {

    private static final String STRIPE = "whsec_secret_of_a_store";
    private static final String OTHER = "whsec_secret_of_another";

    private final Api api;
    private final Tokens tokens;
    private final Shop shop;
    private final TestClock clock;
    private final Payments payments;
    private String adam = "";

    PaymentWebhookIT(Api api, Tokens tokens, Shop shop, TestClock clock, Payments payments) {
        this.api = api;
        this.tokens = tokens;
        this.shop = shop;
        this.clock = clock;
        this.payments = payments;
    }

    @BeforeEach
    void somebodyWhoManagesStores() {
        clock.reset();
        adam = tokens.of("adam", Role.ADMINISTRATOR);
    }

    @Test
    void whatStripeSignedIsTakenOnceAndUnderstood() {
        var source = events(shop.open().id());
        add(source, "stripe", STRIPE);
        var event = failed("ch_once", clock.instant());

        var first = stripe(source, STRIPE, event);
        var again = stripe(source, STRIPE, event);

        assertThat(first.status()).isEqualTo(200);
        assertThat(taken(first)).isPositive();
        assertThat(again.status()).isEqualTo(200);
        assertThat(taken(again)).isZero();
        await().untilAsserted(() -> assertThat(understood(source)).isEqualTo(1));
    }

    @Test
    void withoutItsSignatureNothingIsTaken() {
        var source = events(shop.open().id());
        add(source, "stripe", STRIPE);
        var event = failed("ch_1", clock.instant());

        var unsigned = api.post(door(source, "stripe")).json(event).send();
        var wrong = stripe(source, OTHER, event);
        var withToken = api.post(door(source, "stripe")).token(adam).json(event).send();

        for (var refused : new Api.Answer[] {unsigned, wrong, withToken}) {
            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.problem()).isEqualTo("signature");
            assertThat(refused.header("WWW-Authenticate")).isEqualTo("Webhook-Signature");
            assertThat(refused.http().body()).doesNotContain(STRIPE).contains("Nothing was taken");
        }
        assertThat(lines(source)).isZero();
    }

    @Test
    void whatWasSignedAtAnotherTimeIsRefused() {
        var source = events(shop.open().id());
        add(source, "stripe", STRIPE);
        var event = failed("ch_1", clock.instant());
        var signed = Payments.signature(STRIPE, event, clock.instant());
        clock.forward(Duration.ofMinutes(6));

        var old = sendSigned(source, event, signed);
        var future =
                sendSigned(
                        source,
                        event,
                        Payments.signature(STRIPE, event, clock.instant().plusSeconds(360)));

        assertThat(old.status()).isEqualTo(401);
        assertThat(future.status()).isEqualTo(401);
    }

    @Test
    void whereNoDoorIsNothingTellsWhy() {
        var store = shop.open();
        var source = events(store.id());
        add(source, "stripe", STRIPE);
        var event = failed("ch_1", clock.instant());

        var noSuchSource = stripe("no-such-log", STRIPE, event);
        var noSecret = api.post(door(source, "mollie")).json("{}").send();
        var noSuchProvider = api.post(door(source, "adyen")).json("{}").send();
        var otherFormat = stripe(store.source(), STRIPE, event);

        for (var refused : new Api.Answer[] {noSuchSource, noSecret, noSuchProvider, otherFormat}) {
            assertThat(refused.status()).isEqualTo(404);
        }
    }

    @Test
    void theSecretOfAnotherSourceAndOfAnotherStoreOpensNothing() {
        var store = shop.open().id();
        var mine = events(store);
        var second = events(store);
        var foreign = events(shop.open().id());
        add(mine, "stripe", STRIPE);
        add(second, "stripe", OTHER);
        add(foreign, "stripe", "whsec_secret_of_a_third");
        var event = failed("ch_1", clock.instant());

        assertThat(stripe(mine, OTHER, event).status()).isEqualTo(401);
        assertThat(stripe(mine, "whsec_secret_of_a_third", event).status()).isEqualTo(401);
        assertThat(stripe(mine, STRIPE, event).status()).isEqualTo(200);
    }

    @Test
    void secretsAreChangedWithoutAGapAndARemovedOneEndsAtOnce() {
        var source = events(shop.open().id());
        var old = add(source, "stripe", STRIPE);
        add(source, "stripe", OTHER);
        assertThat(stripe(source, STRIPE, failed("ch_1", clock.instant())).status()).isEqualTo(200);
        assertThat(stripe(source, OTHER, failed("ch_2", clock.instant())).status()).isEqualTo(200);

        var removed = api.call("DELETE", secrets(source) + "/" + old).token(adam).send();

        assertThat(removed.status()).isEqualTo(204);
        assertThat(stripe(source, STRIPE, failed("ch_3", clock.instant())).status()).isEqualTo(401);
        assertThat(stripe(source, OTHER, failed("ch_4", clock.instant())).status()).isEqualTo(200);
    }

    @Test
    void aListShowsNoSecret() {
        var source = events(shop.open().id());
        add(source, "stripe", STRIPE);

        var list = api.get(secrets(source)).token(adam).send();

        assertThat(list.json().get(0).get("provider").asString()).isEqualTo("stripe");
        assertThat(list.json().get(0).get("path").asString()).isEqualTo(door(source, "stripe"));
        assertThat(list.http().body()).doesNotContain(STRIPE, "sealed");
    }

    @Test
    void whoManagesNoStoresOrOthersSetsNone() {
        var mine = shop.open();
        var source = events(mine.id());
        var other = events(shop.open().id());
        var rita = tokens.of("rita", Role.RESPONDER);
        var limited =
                tokens.of(
                                "adam",
                                EnumSet.allOf(Permission.class),
                                new StoreScope.Only(Set.of(mine.id())),
                                Role.ADMINISTRATOR)
                        .secret();

        assertThat(api.get(secrets(source)).token(rita).send().status()).isEqualTo(403);
        assertThat(adding(source, "stripe", STRIPE, rita).status()).isEqualTo(403);
        assertThat(adding(other, "stripe", STRIPE, limited).status()).isEqualTo(404);
        assertThat(api.get(secrets(other)).token(limited).send().status()).isEqualTo(404);
        assertThat(adding(source, "stripe", STRIPE, limited).status()).isEqualTo(201);
    }

    @Test
    void secretsThatCannotBeAreRefused() {
        var store = shop.open();
        var source = events(store.id());

        assertThat(adding(source, "stripe", "sk_live_not_the_signing_one", adam).status())
                .isEqualTo(422);
        assertThat(adding(source, "mollie", "short", adam).status()).isEqualTo(422);
        assertThat(adding(source, "adyen", "long_enough_for_a_secret", adam).status())
                .isEqualTo(422);
        assertThat(adding(source, "hmac", "long_enough_for_a_secret", adam).status())
                .isEqualTo(422);
        assertThat(adding(store.source(), "stripe", STRIPE, adam).text("refusal"))
                .isEqualTo("NO_LOG_OF_EVENTS");
        for (int i = 0; i < 5; i++) {
            add(source, "stripe", STRIPE + i);
        }
        assertThat(adding(source, "stripe", STRIPE, adam).text("refusal")).isEqualTo("TOO_MANY");
    }

    @Test
    void aWaveOfDeclinedCardsIsAnAlert() {
        var store = shop.open().id();
        var source = events(store);
        add(source, "stripe", STRIPE);
        var begin = clock.instant().minus(Duration.ofMinutes(8));

        for (int i = 0; i < 30; i++) {
            var at = begin.plusSeconds(10L * i);
            var event = i % 2 == 0 ? failed("ch_w" + i, at) : intentFailed("ch_w" + i, at);
            assertThat(stripe(source, STRIPE, event).status()).isEqualTo(200);
        }

        var alerts = api.get("/api/v1/alerts?store=" + store).token(adam);
        await().untilAsserted(
                        () ->
                                assertThat(alerts.send().json().at("/items/0").toString())
                                        .containsIgnoringCase("card-testing"));
    }

    @Test
    void whatPayPalSignedIsTakenOnceAndNothingElse() {
        var source = events(shop.open().id());
        add(source, "paypal", "3RN13029J36659323");
        var body =
                "{\"id\":\"WH-1\",\"event_type\":\"PAYMENT.CAPTURE.DENIED\",\"create_time\":\"%s\",\"resource\":{\"id\":\"27M\"}}"
                        .formatted(clock.instant());

        var first = paypal(source, body, payPalHeaders("signer", "t-1", body));
        var again = paypal(source, body, payPalHeaders("signer", "t-2", body));
        var changed = paypal(source, body + " ", payPalHeaders("signer", "t-3", body));
        var another = paypal(source, body, payPalHeaders("other", "t-4", body));

        assertThat(taken(first)).isPositive();
        assertThat(again.status()).isEqualTo(200);
        assertThat(taken(again)).isZero();
        assertThat(changed.status()).isEqualTo(401);
        assertThat(another.status()).isEqualTo(401);
        await().untilAsserted(() -> assertThat(understood(source)).isEqualTo(1));
    }

    @Test
    void aCertificateThatIsNotToBeHadIsTriedLater() {
        var source = events(shop.open().id());
        add(source, "paypal", "3RN13029J36659323");
        var headers = new HashMap<>(payPalHeaders("signer", "t-9", "{}"));
        headers.put("PAYPAL-CERT-URL", headers.get("PAYPAL-CERT-URL") + "-gone");

        var refused = paypal(source, "{}", headers);

        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.header("Retry-After")).isNotEmpty();
    }

    @Test
    void whatMollieSignedIsTakenOnceAndClassicOnesAreNot() {
        var source = events(shop.open().id());
        var secret = "mollie_secret_1234567";
        add(source, "mollie", secret);
        var body =
                "{\"resource\":\"event\",\"id\":\"event_1\",\"type\":\"payment-link.paid\",\"createdAt\":\"%s\"}"
                        .formatted(clock.instant());
        var signature = HexFormat.of().formatHex(Payments.hmac(secret, body));

        var first = mollie(source, body, "sha256=" + signature);
        var again = mollie(source, body, signature);
        var wrong = mollie(source, body + " ", signature);
        var classic =
                api.post(door(source, "mollie"))
                        .bytes(
                                "application/x-www-form-urlencoded",
                                "id=tr_d0b0E3EA3v".getBytes(UTF_8))
                        .send();

        assertThat(taken(first)).isPositive();
        assertThat(taken(again)).isZero();
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(classic.status()).isEqualTo(401);
        assertThat(classic.http().body()).contains("classic");
        await().untilAsserted(() -> assertThat(understood(source)).isEqualTo(1));
    }

    @Test
    void aStoresOwnWebhooksAreTakenAsItSendsThem() {
        var source = events(shop.open().id());
        var created = Recorded.of("0012_order_created_200");
        var updated = Recorded.of("0013_order_updated_200");
        add(source, "woocommerce", created.secret());
        add(source, "woocommerce", updated.secret());

        var ping = woo(source, Recorded.of("0001_ping_200"));
        var first = woo(source, created);
        var same = woo(source, updated);
        var unknown = woo(source, Recorded.of("0010_customer_created_200"));

        assertThat(ping.status()).isEqualTo(200);
        assertThat(taken(ping)).isZero();
        assertThat(taken(first)).isPositive();
        assertThat(same.status()).isEqualTo(200);
        assertThat(taken(same)).isZero();
        assertThat(unknown.status()).isEqualTo(401);
        await().untilAsserted(() -> assertThat(understood(source)).isEqualTo(1));
    }

    @Test
    void anotherProviderIsDescribedAndThenTaken() {
        var source = events(shop.open().id());
        var secret = "generic_secret_12345";
        var asked =
                """
                {"provider":"hmac","secret":"%s","scheme":{"header":"X-Pay-Signature",
                 "prefix":"v1=","encoding":"BASE64","timestampHeader":"X-Pay-Time",
                 "places":{"id":"/id","type":"/type","time":"/at","ip":"/ip"},
                 "types":{"declined":"payment_failed"}}}"""
                        .formatted(secret);
        var added = api.post(secrets(source)).token(adam).json(asked).send();
        assertThat(added.status()).isEqualTo(201);
        var body =
                "{\"id\":\"e1\",\"type\":\"declined\",\"at\":\"%s\",\"ip\":\"203.0.113.9\"}"
                        .formatted(clock.instant());
        var time = Long.toString(clock.instant().getEpochSecond());
        var signature =
                Base64.getEncoder().encodeToString(Payments.hmac(secret, time + "." + body));

        var first = described(source, body, time, "v1=" + signature);
        var again = described(source, body, time, "v1=" + signature);
        var changed = described(source, body + " ", time, "v1=" + signature);

        assertThat(taken(first)).isPositive();
        assertThat(taken(again)).isZero();
        assertThat(changed.status()).isEqualTo(401);
        assertThat(added.json().at("/scheme/types/declined").asString())
                .isEqualTo("payment_failed");
        await().untilAsserted(() -> assertThat(understood(source)).isEqualTo(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"not json", "[]", "", "{\"a\":1,\"a\":2}", "{\"object\":\"event\"}"})
    void whatIsSignedAndNoEventIsRefusedCleanly(String body) {
        var source = events(shop.open().id());
        add(source, "stripe", STRIPE);

        var refused = stripe(source, STRIPE, body);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.problem()).isEqualTo("not-understood");
        assertThat(lines(source)).isZero();
    }

    @Test
    void aHugeOrDeepBodyIsRefusedCleanly() {
        var source = events(shop.open().id());
        add(source, "stripe", STRIPE);
        var deep = "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000);

        assertThat(stripe(source, STRIPE, deep).status()).isEqualTo(400);
        assertThat(stripe(source, STRIPE, " ".repeat((1 << 20) + 1)).status()).isEqualTo(413);
    }

    @Test
    void whoTellsMoreThanTheLogMayHoldWaitsAsLongAsIsSaid() {
        var source = events(shop.open().id());
        add(source, "stripe", STRIPE);
        var path = "/api/v1/sources/" + source + "/limit";
        var seen = api.get(path).token(adam).send().header("ETag");
        assertThat(
                        api.put(path)
                                .token(adam)
                                .seen(seen)
                                .json("{\"bytesPerSecond\":1024,\"burst\":1024}")
                                .send()
                                .status())
                .isEqualTo(200);

        Api.Answer answer;
        int sent = 0;
        do {
            answer = stripe(source, STRIPE, failed("ch_" + sent, clock.instant()));
        } while (answer.status() == 200 && ++sent < 200);

        assertThat(answer.status()).isEqualTo(429);
        assertThat(Long.parseLong(answer.header("Retry-After"))).isPositive();
    }

    private String events(StoreId store) {
        return payments.log(store);
    }

    private String add(String source, String provider, String secret) {
        var answer = adding(source, provider, secret, adam);
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.http().body()).doesNotContain(secret);
        return answer.text("id");
    }

    private Api.Answer adding(String source, String provider, String secret, String token) {
        return api.post(secrets(source))
                .token(token)
                .json("{\"provider\":\"%s\",\"secret\":\"%s\"}".formatted(provider, secret))
                .send();
    }

    private static String secrets(String source) {
        return "/api/v1/sources/" + source + "/webhook-secrets";
    }

    private static String door(String source, String provider) {
        return "/ingest/v1/" + source + "/webhooks/" + provider;
    }

    private Api.Answer stripe(String source, String secret, String event) {
        return sendSigned(source, event, Payments.signature(secret, event, clock.instant()));
    }

    private Api.Answer sendSigned(String source, String event, String signature) {
        return api.post(door(source, "stripe"))
                .header("Stripe-Signature", signature)
                .json(event)
                .send();
    }

    private Api.Answer paypal(String source, String body, Map<String, String> headers) {
        var call = api.post(door(source, "paypal"));
        headers.forEach(call::header);
        return call.json(body).send();
    }

    private Map<String, String> payPalHeaders(String signer, String transmission, String body) {
        var time = clock.instant().toString();
        return PayPalCa.SHARED.headers(
                signer, transmission, time, "3RN13029J36659323", body.getBytes(UTF_8));
    }

    private Api.Answer mollie(String source, String body, String signature) {
        return api.post(door(source, "mollie"))
                .header("X-Mollie-Signature", signature)
                .json(body)
                .send();
    }

    private Api.Answer woo(String source, Recorded recorded) {
        var call = api.post(door(source, "woocommerce"));
        recorded.headers().entrySet().stream()
                .filter(each -> each.getKey().startsWith("X-WC-"))
                .forEach(each -> call.header(each.getKey(), each.getValue()));
        return call.bytes(recorded.headers().get("Content-Type"), recorded.body()).send();
    }

    private Api.Answer described(String source, String body, String time, String signature) {
        return api.post(door(source, "hmac"))
                .header("X-Pay-Time", time)
                .header("X-Pay-Signature", signature)
                .json(body)
                .send();
    }

    private static String failed(String charge, Instant at) {
        return "{\"id\":\"evt_%s\",\"object\":\"event\",\"created\":%d,\"type\":\"charge.failed\",\"data\":{\"object\":{\"id\":\"%s\",\"amount\":100,\"currency\":\"eur\",\"failure_code\":\"card_declined\"}}}"
                .formatted(charge, at.getEpochSecond(), charge);
    }

    private static String intentFailed(String charge, Instant at) {
        return "{\"id\":\"evt_p%s\",\"object\":\"event\",\"created\":%d,\"type\":\"payment_intent.payment_failed\",\"data\":{\"object\":{\"id\":\"pi_1\",\"amount\":100,\"currency\":\"eur\",\"last_payment_error\":{\"charge\":\"%s\",\"decline_code\":\"generic_decline\"}}}}"
                .formatted(charge, at.getEpochSecond(), charge);
    }

    private static long taken(Api.Answer answer) {
        return answer.json().path("takenBytes").asLong();
    }

    private long understood(String source) {
        return count(source, "understood");
    }

    private long lines(String source) {
        return count(source, "lines");
    }

    private long count(String source, String which) {
        var answer = api.get("/api/v1/sources/" + source).token(adam).send();
        return answer.json().at("/counts/" + which).asLong();
    }
}
