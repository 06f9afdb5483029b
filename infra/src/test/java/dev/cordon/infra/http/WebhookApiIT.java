package dev.cordon.infra.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import dev.cordon.application.notification.DeliverWebhooks;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.notification.WebhookEndpointId;
import dev.cordon.domain.people.AutomationPolicy;
import dev.cordon.domain.people.Permission;
import dev.cordon.domain.people.Role;
import dev.cordon.infra.database.OwnerConnection;
import dev.cordon.infra.security.CallerContext;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApiTest
class WebhookApiIT {

    private static final String ALL_OF_IT =
            "\"alert.raised\",\"alert.taken\",\"alert.escalated\",\"alert.dismissed\","
                    + "\"incident.opened\",\"incident.stage_changed\",\"incident.closed\"";

    private static final AtomicInteger COUNT = new AtomicInteger();

    private static final String QUIET = "\"incident.closed\"";

    private final Api api;
    private final Tokens tokens;
    private final Shop shop;
    private final TestClock clock;
    private final DeliverWebhooks deliver;
    private final JdbcClient jdbc;
    private final OwnerConnection owner;
    private WebhookReceiver receiver;
    private String wanda;

    WebhookApiIT(
            Api api,
            Tokens tokens,
            Shop shop,
            TestClock clock,
            DeliverWebhooks deliver,
            JdbcClient jdbc,
            OwnerConnection owner) {
        this.api = api;
        this.tokens = tokens;
        this.shop = shop;
        this.clock = clock;
        this.deliver = deliver;
        this.jdbc = jdbc;
        this.owner = owner;
    }

    @BeforeEach
    void start() {
        receiver = new WebhookReceiver();
        wanda = manager(StoreScope.ALL);
    }

    @AfterEach
    void stop() {
        clock.reset();
        receiver.close();
        jdbc.sql("update webhook_endpoint set state = 'REMOVED'").update();
    }

    @Test
    void aProgramOutsideIsToldWhatHappensAndCanCheckThatWeSaidIt() throws Exception {
        var store = shop.open();
        var endpoint = add(ALL_OF_IT, store.id().value());
        var secret = api.put(endpoint + "/secret").token(wanda).send().text("secret");
        var incident = shop.incident(store);
        deliver(endpoint);

        assertThat(receiver.types())
                .containsExactlyInAnyOrder("alert.raised", "incident.opened", "alert.escalated");
        for (var message : receiver.received()) {
            new Webhook(secret).verify(message.body(), message.headers());
        }
        var opened =
                receiver.received().stream()
                        .map(WebhookReceiver.Received::json)
                        .filter(json -> json.get("type").asString().equals("incident.opened"))
                        .findFirst()
                        .orElseThrow();
        assertThat(opened.at("/data/id").asString()).isEqualTo(incident.toString());
        assertThat(opened.at("/data/reference").asString()).startsWith("INC-");
        assertThat(opened.at("/data/url").asString())
                .isEqualTo("https://cordon.example/api/v1/incidents/" + incident);
        assertThat(opened.at("/data/production").asBoolean()).isTrue();
        assertThat(states(endpoint)).containsOnly("DELIVERED");
    }

    @Test
    void whatIsRolledBackIsNeverTold() {
        var store = shop.open();
        var endpoint = add("\"alert.dismissed\"", store.id().value());
        var alert = "/api/v1/alerts/" + shop.attacked(store);
        var rita = tokens.of("rita", Role.RESPONDER);

        var refused =
                api.post(alert + "/dismiss")
                        .token(rita)
                        .seen(api.get(alert).token(rita).send().header("ETag"))
                        .json("{\"resolution\":\"UNKNOWN\",\"reason\":\" \"}")
                        .send();

        assertThat(refused.status()).isGreaterThanOrEqualTo(400);
        assertThat(states(endpoint)).isEmpty();
    }

    @Test
    void anOldSecretIsGoodForADay() throws Exception {
        var endpoint = add(QUIET, null);
        var old = api.put(endpoint + "/secret").token(wanda).send().text("secret");
        var fresh = api.put(endpoint + "/secret").token(wanda).send().text("secret");

        test(endpoint);
        deliver(endpoint);
        var both = receiver.received().getFirst();
        new Webhook(old).verify(both.body(), both.headers());
        new Webhook(fresh).verify(both.body(), both.headers());
        clock.forward(Duration.ofHours(25));
        test(endpoint);
        deliver(endpoint);

        var signatures =
                receiver.received().stream()
                        .map(each -> each.headers().firstValue("webhook-signature").orElseThrow())
                        .map(text -> text.split(" ").length)
                        .toList();
        assertThat(signatures).containsExactly(3, 1);
        assertThat(
                        jdbc.sql(
                                        "select count(*) from webhook_secret"
                                                + " where position(convert_to(?, 'UTF8') in sealed) > 0")
                                .param(fresh.substring(6))
                                .query(Integer.class)
                                .single())
                .isZero();
    }

    @Test
    void whatFailsIsTriedAgainUnderTheSameIdAndGivenUpAfterADay() {
        var endpoint = add(QUIET, null);
        receiver.answers(500);
        var id = test(endpoint);

        var next = deliver(endpoint).orElseThrow();
        assertThat(Duration.between(clock.instant(), next)).isBetween(Duration.ZERO, ofSeconds(6));
        assertThat(deliver(endpoint)).contains(next);
        assertThat(receiver.received()).hasSize(1);
        for (int i = 0; i < 30 && states(endpoint).contains("PENDING"); i++) {
            clock.forward(Duration.between(clock.instant(), next).plusSeconds(1));
            next = deliver(endpoint).orElse(next);
        }
        assertThat(states(endpoint)).containsExactly("GIVEN_UP");
        assertThat(receiver.received()).hasSizeBetween(10, 20);
        assertThat(receiver.received()).extracting(WebhookReceiver.Received::id).containsOnly(id);

        receiver.answers(200);
        assertThat(replay(endpoint, id)).isEqualTo(202);
        assertThat(replay(endpoint, id)).isEqualTo(409);
        deliver(endpoint);

        assertThat(states(endpoint)).containsExactly("DELIVERED");
        assertThat(receiver.received().getLast().id()).isEqualTo(id);
        var attempts =
                api.get(endpoint + "/deliveries/" + id + "/attempts").token(wanda).send().json();
        assertThat(attempts.at("/0/status").asInt()).isEqualTo(500);
        assertThat(attempts.get(attempts.size() - 1).get("taken").asBoolean()).isTrue();
    }

    /** The transaction that would have written it down does not come to its end. */
    @Test
    void whatWasSentAndNotWrittenDownIsSentAgainUnderTheSameId() throws SQLException {
        var endpoint = add(QUIET, null);
        var id = test(endpoint);

        asOwner("alter table webhook_attempt add constraint cut_off check (false) not valid");
        try {
            assertThatThrownBy(() -> deliver(endpoint)).hasMessageContaining("cut_off");
        } finally {
            asOwner("alter table webhook_attempt drop constraint cut_off");
        }
        assertThat(states(endpoint)).containsExactly("PENDING");
        deliver(endpoint);

        assertThat(states(endpoint)).containsExactly("DELIVERED");
        assertThat(receiver.received())
                .extracting(WebhookReceiver.Received::id)
                .containsExactly(id, id);
    }

    @Test
    void oneThatDoesNotAnswerHoldsNothingUpAndIsLeftAlone() {
        var endpoint = add(QUIET, null);
        receiver.answers(503);
        for (int i = 0; i < 10; i++) {
            test(endpoint);
        }

        var next = deliver(endpoint).orElseThrow();

        assertThat(receiver.received()).hasSize(3);
        assertThat(next).isAfter(clock.instant().plusSeconds(25));
        receiver.answers(200);
        clock.forward(ofSeconds(120));
        assertThat(deliver(endpoint)).isEmpty();
        assertThat(states(endpoint)).hasSize(10).containsOnly("DELIVERED");
    }

    @Test
    void oneThatAsksToBeLeftAloneIsWithWhateverComesInMeanwhile() {
        var endpoint = add(QUIET, null);
        receiver.answers(429, Duration.ofMinutes(20));
        test(endpoint);
        test(endpoint);

        var next = deliver(endpoint).orElseThrow();

        assertThat(receiver.received()).hasSize(1);
        assertThat(Duration.between(clock.instant(), next))
                .isBetween(Duration.ofMinutes(19), Duration.ofMinutes(20));
        receiver.answers(200);
        test(endpoint);
        clock.forward(Duration.ofMinutes(18));
        assertThat(deliver(endpoint)).contains(next);
        assertThat(receiver.received()).hasSize(1);
        clock.forward(Duration.ofMinutes(3));
        assertThat(deliver(endpoint)).isEmpty();
        assertThat(states(endpoint)).hasSize(3).containsOnly("DELIVERED");
    }

    @Test
    void afterFiveDaysOfFailureItIsSwitchedOffAndTheOwnerIsToBeTold() {
        var endpoint = add(QUIET, null);
        receiver.answers(500);
        for (int day = 0; day < 6; day++) {
            assertThat(state(endpoint)).isEqualTo("ON");
            test(endpoint);
            deliver(endpoint);
            clock.forward(Duration.ofHours(25));
        }

        assertThat(state(endpoint)).isEqualTo("FAILING");
        assertThat(jobs("tell-webhook-owner", endpoint)).isEqualTo(1);
        assertThat(api.post(endpoint + "/test").token(wanda).send().status()).isEqualTo(409);
        receiver.answers(200);
        assertThat(turn(endpoint, "/on")).isEqualTo(204);
        test(endpoint);
        deliver(endpoint);
        assertThat(state(endpoint)).isEqualTo("ON");
    }

    @Test
    void aReceiverThatIsGoneIsNotAskedAgain() {
        var endpoint = add(QUIET, null);
        receiver.answers(410);
        test(endpoint);
        test(endpoint);

        deliver(endpoint);

        assertThat(receiver.received()).hasSize(1);
        assertThat(state(endpoint)).isEqualTo("GONE");
        assertThat(states(endpoint)).containsOnly("GIVEN_UP");
        assertThat(jobs("tell-webhook-owner", endpoint)).isEqualTo(1);
    }

    @Test
    void onlyWhoManagesWebhooksSeesThemAndOnlyWithinTheirStores() {
        var mine = shop.open().id();
        var ofAll = add(QUIET, null);
        var ofMine = add(ALL_OF_IT, mine.value());
        var narrow = manager(new StoreScope.Only(Set.of(mine)));
        var rita = tokens.of("rita", Role.RESPONDER);

        assertThat(api.get(ofMine).token(narrow).send().status()).isEqualTo(200);
        assertThat(api.get(ofAll).token(narrow).send().status()).isEqualTo(404);
        assertThat(api.put(ofAll + "/secret").token(narrow).send().status()).isEqualTo(404);
        assertThat(api.get(ofAll + "/deliveries").token(narrow).send().status()).isEqualTo(404);
        assertThat(api.get("/api/v1/webhook-endpoints").token(narrow).send().http().body())
                .contains(mine.toString())
                .doesNotContain(ofAll.substring(ofAll.lastIndexOf('/') + 1));
        assertThat(post(narrow, wish(ALL_OF_IT, null)).status()).isEqualTo(404);
        assertThat(api.get("/api/v1/webhook-endpoints").token(rita).send().status()).isEqualTo(403);
        assertThat(post(rita, wish(ALL_OF_IT, null)).status()).isEqualTo(403);
    }

    @Test
    void whatHappensInAnotherStoreIsNotTold() {
        var mine = shop.open();
        var endpoint = add(ALL_OF_IT, mine.id().value());

        shop.attacked(shop.open());

        assertThat(states(endpoint)).isEmpty();
        assertThat(jobs("deliver-webhooks", endpoint)).isZero();
        shop.attacked(mine);
        assertThat(states(endpoint)).containsOnly("PENDING").isNotEmpty();
        assertThat(jobs("deliver-webhooks", endpoint)).isPositive();
    }

    @Test
    void whatIsRemovedIsGoneWithItsSecrets() {
        var endpoint = add(QUIET, null);
        test(endpoint);
        var etag = api.get(endpoint).token(wanda).send().header("ETag");

        assertThat(api.call("DELETE", endpoint).token(wanda).seen(etag).send().status())
                .isEqualTo(204);

        assertThat(deliver(endpoint)).isEmpty();
        assertThat(receiver.received()).isEmpty();
        assertThat(api.get(endpoint).token(wanda).send().status()).isEqualTo(404);
        assertThat(
                        jdbc.sql("select count(*) from webhook_secret where endpoint = ?")
                                .param(id(endpoint).value())
                                .query(Integer.class)
                                .single())
                .isZero();
    }

    @Test
    void aWishThatCannotBeIsRefused() {
        assertThat(post(wanda, wish("\"alert.sold\"", null)).status()).isEqualTo(400);
        assertThat(post(wanda, wish("\"webhook.test\"", null)).status()).isEqualTo(422);
        assertThat(
                        post(
                                        wanda,
                                        "{\"url\":\"http://receiver.example/\","
                                                + "\"types\":[\"alert.raised\"],\"exercises\":false}")
                                .status())
                .isEqualTo(422);
    }

    @Test
    void anAlertThatGrowsIsToldOfWhenItGetsWorse() {
        var store = shop.open().id().value();
        var endpoint = add("\"alert.raised\",\"alert.worsened\"", store);
        var rita = tokens.of("rita", Role.RESPONDER);

        report(rita, store, "MEDIUM", "198.51.100.7");
        report(rita, store, "MEDIUM", "198.51.100.8");
        report(rita, store, "CRITICAL", "198.51.100.9");
        report(rita, store, "CRITICAL", "198.51.100.10");
        deliver(endpoint);

        assertThat(receiver.types()).containsExactly("alert.raised", "alert.worsened");
    }

    @Test
    void whatIsNotRealIsToldOnRequestAndMarked() {
        var store = shop.open().id().value();
        jdbc.sql("update store set environment = 'STAGING' where id = ?").param(store).update();
        var real = add("\"alert.raised\"", store);
        var every =
                post(
                                wanda,
                                wish("\"alert.raised\"", store)
                                        .replace("\"exercises\":false", "\"exercises\":true"))
                        .header("Location");

        report(tokens.of("rita", Role.RESPONDER), store, "HIGH", "198.51.100.7");
        deliver(every);

        assertThat(states(real)).isEmpty();
        assertThat(receiver.received()).hasSize(1);
        assertThat(receiver.received().getFirst().json().at("/data/production").asBoolean(true))
                .isFalse();
    }

    private void report(String token, UUID store, String severity, String address) {
        var sent =
                api.post("/api/v1/alerts")
                        .token(token)
                        .json(
                                """
                                {"store":"%s","source":"waf","reference":"campaign-77",
                                "title":"Cards tried","severity":"%s","kind":"CARD_TESTING",
                                "addresses":["%s"]}
                                """
                                        .formatted(store, severity, address))
                        .send();
        assertThat(sent.status()).isBetween(200, 201);
    }

    private void asOwner(String sql) throws SQLException {
        try (var connection = owner.open();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** A new person each time: a clock that is put back makes the old one's requests too many. */
    private String manager(StoreScope scope) {
        return tokens.of(
                        "wanda-" + COUNT.incrementAndGet(),
                        EnumSet.allOf(Permission.class),
                        scope,
                        Duration.ofDays(90),
                        Role.ADMINISTRATOR)
                .secret();
    }

    private String add(String types, UUID store) {
        var added = post(wanda, wish(types, store));
        assertThat(added.status()).isEqualTo(201);
        assertThat(added.http().body()).doesNotContain("whsec_");
        return added.header("Location");
    }

    private String wish(String types, UUID store) {
        return "{\"url\":\"%s\",\"types\":[%s],\"exercises\":false%s}"
                .formatted(
                        receiver.url(),
                        types,
                        store == null ? "" : ",\"stores\":[\"" + store + "\"]");
    }

    private Api.Answer post(String token, String json) {
        return api.post("/api/v1/webhook-endpoints").token(token).json(json).send();
    }

    private String test(String endpoint) {
        var asked = api.post(endpoint + "/test").token(wanda).send();
        assertThat(asked.status()).isEqualTo(202);
        return asked.text("delivery");
    }

    private int replay(String endpoint, String delivery) {
        return api.post(endpoint + "/deliveries/" + delivery + "/replay")
                .token(wanda)
                .send()
                .status();
    }

    private int turn(String endpoint, String verb) {
        var etag = api.get(endpoint).token(wanda).send().header("ETag");
        return api.post(endpoint + verb).token(wanda).seen(etag).send().status();
    }

    private Optional<Instant> deliver(String endpoint) {
        return as(new DeliverWebhooks.Command(id(endpoint), () -> true));
    }

    private Optional<Instant> as(DeliverWebhooks.Command command) {
        return CallerContext.callAs(
                AutomationPolicy.WEBHOOK_SENDER, () -> deliver.deliver(command));
    }

    private List<String> states(String endpoint) {
        return api.get(endpoint + "/deliveries")
                .token(wanda)
                .send()
                .json()
                .get("items")
                .valueStream()
                .map(each -> each.get("state").asString())
                .toList();
    }

    private String state(String endpoint) {
        return api.get(endpoint).token(wanda).send().text("state");
    }

    private int jobs(String name, String endpoint) {
        return jdbc.sql(
                        "select count(*) from scheduled_tasks where task_name = ? and task_instance like ?")
                .param(name)
                .param(id(endpoint) + "/%")
                .query(Integer.class)
                .single();
    }

    private static WebhookEndpointId id(String endpoint) {
        return new WebhookEndpointId(
                UUID.fromString(endpoint.substring(endpoint.lastIndexOf('/') + 1)));
    }

    private static Duration ofSeconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }
}
