package dev.cordon.infra.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.application.detection.IssueSourceToken;
import dev.cordon.application.detection.LogSpool;
import dev.cordon.application.detection.RevokeSourceToken;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.people.Permission;
import dev.cordon.domain.people.Role;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every HTTP door for what stores and other programs send, with everything that may be shown at it.
 * What is refused leaves nothing behind. (Syslog's doors: {@link SyslogIT}; pulled logs: {@code
 * SshPullTest}.)
 */
@ApiTest
class EveryIntakeDoorIT {

    private static final Set<Permission> ALL = EnumSet.allOf(Permission.class);
    private static final Duration TWO_DAYS = Duration.ofDays(2);

    /** Where something is sent to, and what. */
    enum Door {
        LINES("/ingest/v1/%s/lines", "text/plain"),
        EVENTS("/ingest/v1/%s/events", "application/json"),
        ALERTS("/api/v1/alerts", "application/json");

        private final String path;
        private final String type;

        Door(String path, String type) {
            this.path = path;
            this.type = type;
        }

        private byte[] body(Shop.InCare store) {
            var line = "192.0.2.7 - - [23/Nov/2026:08:00:00 +0000] \\\"GET / HTTP/1.1\\\" 200 5";
            return (switch (this) {
                        case LINES -> line + "\n";
                        case EVENTS -> "[{\"message\":\"" + line + "\"}]";
                        case ALERTS ->
                                """
                                {"store": "%s", "source": "bank", "reference": "1", "title": "Odd",
                                 "severity": "HIGH"}
                                """
                                        .formatted(store.id());
                    })
                    .getBytes(UTF_8);
        }
    }

    /** What is shown at the door of a store's log. */
    enum Shown {
        NOTHING,
        A_PASSWORD,
        A_MADE_UP_TOKEN,
        A_MADE_UP_SENDER,
        A_SENDER_IN_THE_ADDRESS,
        A_SENDER,
        A_SENDER_TO_ANOTHER_LOG,
        A_SENDER_TO_ANOTHER_STORE,
        A_REVOKED_SENDER,
        AN_EXPIRED_SENDER,
        A_PERSON,
        A_PERSON_WHOSE_ROLE_MAY_NOT,
        A_PERSONS_NARROW_TOKEN,
        A_PERSON_OF_ANOTHER_STORE,
        A_PERSONS_REVOKED_TOKEN,
        A_PERSONS_EXPIRED_TOKEN,
        ONE_WHO_LEFT
    }

    private final Api api;
    private final Tokens tokens;
    private final Team team;
    private final Shop shop;
    private final TestClock clock;
    private final LogSpool spool;
    private final IssueSourceToken issue;
    private final RevokeSourceToken revoke;
    private final Payments payments;

    EveryIntakeDoorIT(
            Api api,
            Tokens tokens,
            Team team,
            Shop shop,
            TestClock clock,
            LogSpool spool,
            IssueSourceToken issue,
            RevokeSourceToken revoke,
            Payments payments) {
        this.api = api;
        this.tokens = tokens;
        this.team = team;
        this.shop = shop;
        this.clock = clock;
        this.spool = spool;
        this.issue = issue;
        this.revoke = revoke;
        this.payments = payments;
    }

    @AfterEach
    void today() {
        clock.reset();
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource(
            textBlock =
                    """
                    LINES,  NOTHING,                     401
                    LINES,  A_PASSWORD,                  401
                    LINES,  A_MADE_UP_TOKEN,             401
                    LINES,  A_MADE_UP_SENDER,            401
                    LINES,  A_SENDER_IN_THE_ADDRESS,     401
                    LINES,  A_SENDER,                    200
                    LINES,  A_SENDER_TO_ANOTHER_LOG,     404
                    LINES,  A_SENDER_TO_ANOTHER_STORE,   404
                    LINES,  A_REVOKED_SENDER,            401
                    LINES,  AN_EXPIRED_SENDER,           401
                    LINES,  A_PERSON,                    200
                    LINES,  A_PERSON_WHOSE_ROLE_MAY_NOT, 403
                    LINES,  A_PERSONS_NARROW_TOKEN,      403
                    LINES,  A_PERSON_OF_ANOTHER_STORE,   404
                    LINES,  A_PERSONS_REVOKED_TOKEN,     401
                    LINES,  A_PERSONS_EXPIRED_TOKEN,     401
                    LINES,  ONE_WHO_LEFT,                401
                    EVENTS, NOTHING,                     401
                    EVENTS, A_PASSWORD,                  401
                    EVENTS, A_MADE_UP_TOKEN,             401
                    EVENTS, A_MADE_UP_SENDER,            401
                    EVENTS, A_SENDER_IN_THE_ADDRESS,     401
                    EVENTS, A_SENDER,                    200
                    EVENTS, A_SENDER_TO_ANOTHER_LOG,     404
                    EVENTS, A_SENDER_TO_ANOTHER_STORE,   404
                    EVENTS, A_REVOKED_SENDER,            401
                    EVENTS, AN_EXPIRED_SENDER,           401
                    EVENTS, A_PERSON,                    200
                    EVENTS, A_PERSON_WHOSE_ROLE_MAY_NOT, 403
                    EVENTS, A_PERSONS_NARROW_TOKEN,      403
                    EVENTS, A_PERSON_OF_ANOTHER_STORE,   404
                    EVENTS, A_PERSONS_REVOKED_TOKEN,     401
                    EVENTS, A_PERSONS_EXPIRED_TOKEN,     401
                    EVENTS, ONE_WHO_LEFT,                401
                    ALERTS, NOTHING,                     401
                    ALERTS, A_PASSWORD,                  401
                    ALERTS, A_MADE_UP_TOKEN,             401
                    ALERTS, A_MADE_UP_SENDER,            401
                    ALERTS, A_SENDER_IN_THE_ADDRESS,     401
                    ALERTS, A_SENDER,                    401
                    ALERTS, A_PERSON,                    201
                    ALERTS, A_PERSON_WHOSE_ROLE_MAY_NOT, 403
                    ALERTS, A_PERSONS_NARROW_TOKEN,      403
                    ALERTS, A_PERSON_OF_ANOTHER_STORE,   404
                    ALERTS, A_PERSONS_REVOKED_TOKEN,     401
                    ALERTS, A_PERSONS_EXPIRED_TOKEN,     401
                    ALERTS, ONE_WHO_LEFT,                401
                    """)
    void whatIsShownDecidesAndWhatIsRefusedLeavesNothing(Door door, Shown shown, int answer)
            throws IOException {
        var store = shop.open();
        var sibling = shop.anotherLog(store);
        var other = shop.open();
        var secret = secret(shown, store, sibling, other);

        var answered = send(door, shown, store, secret);

        assertThat(answered.status()).isEqualTo(answer);
        assertThat(traces(store)).isEqualTo(answer < 300 ? 1 : 0);
        assertThat(traces(sibling) + traces(other)).isLessThanOrEqualTo(answer < 300 ? 1 : 0);
        assertThat(kept(sibling) + kept(other)).isZero();
        assertThat(answered.http().body()).doesNotContain(secret);
    }

    /** What comes with a payment provider's webhook. */
    enum Signed {
        BY_NOBODY,
        BY_A_SENDER,
        BY_A_PERSON,
        WITH_ITS_SECRET,
        WITH_A_MADE_UP_ONE,
        WITH_ANOTHER_LOGS,
        WITH_ANOTHER_STORES,
        WITH_A_REMOVED_ONE,
        TOO_LONG_AGO,
        TWICE
    }

    @ParameterizedTest(name = "webhooks, {0}: {1}")
    @CsvSource(
            textBlock =
                    """
                    BY_NOBODY,           401, 0
                    BY_A_SENDER,         401, 0
                    BY_A_PERSON,         401, 0
                    WITH_ITS_SECRET,     200, 1
                    WITH_A_MADE_UP_ONE,  401, 0
                    WITH_ANOTHER_LOGS,   401, 0
                    WITH_ANOTHER_STORES, 401, 0
                    WITH_A_REMOVED_ONE,  401, 0
                    TOO_LONG_AGO,        401, 0
                    TWICE,               200, 1
                    """)
    void aSignatureOpensTheDoorOfPaymentsAndNoTokenDoes(Signed signed, int answer, long lines)
            throws IOException {
        var store = shop.open();
        var log = payments.log(store.id());
        payments.add(log, "whsec_secret_of_this_log");
        payments.add(payments.log(store.id()), "whsec_secret_of_another_log");
        payments.add(payments.log(shop.open().id()), "whsec_secret_of_another_store");
        payments.remove(log, payments.add(log, "whsec_secret_that_is_removed"));

        var answered = webhook(signed, store, log);

        assertThat(answered.status()).isEqualTo(answer);
        assertThat(payments.lines(spool, log)).isEqualTo(lines);
        assertThat(answered.http().body()).doesNotContain("whsec_");
    }

    private Api.Answer webhook(Signed signed, Shop.InCare store, String log) {
        return switch (signed) {
            case BY_NOBODY -> payments.send(log, call -> call);
            case BY_A_SENDER -> {
                var token = sender(new Shop.InCare(store.id(), log)).secret();
                yield payments.send(log, call -> call.token(token));
            }
            case BY_A_PERSON -> {
                var token = tokens.of("adam", Role.ADMINISTRATOR, Role.RESPONDER);
                yield payments.send(log, call -> call.token(token));
            }
            case WITH_ITS_SECRET -> payments.signed(log, "whsec_secret_of_this_log");
            case WITH_A_MADE_UP_ONE -> payments.signed(log, "whsec_that_nobody_has_set");
            case WITH_ANOTHER_LOGS -> payments.signed(log, "whsec_secret_of_another_log");
            case WITH_ANOTHER_STORES -> payments.signed(log, "whsec_secret_of_another_store");
            case WITH_A_REMOVED_ONE -> payments.signed(log, "whsec_secret_that_is_removed");
            case TOO_LONG_AGO -> {
                var before = clock.instant();
                clock.forward(TWO_DAYS);
                yield payments.signed(log, "whsec_secret_of_this_log", before);
            }
            case TWICE -> {
                payments.signed(log, "whsec_secret_of_this_log");
                yield payments.signed(log, "whsec_secret_of_this_log");
            }
        };
    }

    private Api.Answer send(Door door, Shown shown, Shop.InCare store, String secret) {
        var path = door.path.formatted(store.source());
        var call =
                switch (shown) {
                    case NOTHING -> api.post(path);
                    case A_SENDER_IN_THE_ADDRESS -> api.post(path + "?access_token=" + secret);
                    case A_PASSWORD -> api.post(path).header("Authorization", "Basic " + secret);
                    default -> api.post(path).token(secret);
                };
        return call.bytes(door.type, door.body(store)).send();
    }

    private String secret(Shown shown, Shop.InCare store, Shop.InCare sibling, Shop.InCare other) {
        return switch (shown) {
            case NOTHING -> "nothing at all";
            case A_PASSWORD -> "YWRhbTphZGFt";
            case A_MADE_UP_TOKEN -> "cordon_" + "A".repeat(43);
            case A_MADE_UP_SENDER -> "cordon_source_" + "A".repeat(43);
            case A_SENDER, A_SENDER_IN_THE_ADDRESS -> sender(store).secret();
            case A_SENDER_TO_ANOTHER_LOG -> sender(sibling).secret();
            case A_SENDER_TO_ANOTHER_STORE -> sender(other).secret();
            case A_REVOKED_SENDER -> revoked(store);
            case AN_EXPIRED_SENDER -> expired(sender(store).secret());
            case A_PERSON -> tokens.of("adam", Role.ADMINISTRATOR, Role.RESPONDER);
            case A_PERSON_WHOSE_ROLE_MAY_NOT -> tokens.of("paul", Role.COMMUNICATIONS_APPROVER);
            case A_PERSONS_NARROW_TOKEN -> narrow(Set.of(Permission.ALERT_READ), StoreScope.ALL);
            case A_PERSON_OF_ANOTHER_STORE -> narrow(ALL, new StoreScope.Only(Set.of(other.id())));
            case A_PERSONS_REVOKED_TOKEN -> revokedOfPerson();
            case A_PERSONS_EXPIRED_TOKEN -> expired(narrow(ALL, StoreScope.ALL));
            case ONE_WHO_LEFT -> ofOneWhoLeft();
        };
    }

    private IssueSourceToken.Issued sender(Shop.InCare log) {
        var command =
                new IssueSourceToken.Command(
                        new SourceId(log.source()), "fluent-bit", Duration.ofDays(1));
        return tokens.as("adam", Role.ADMINISTRATOR, () -> issue.issue(command));
    }

    private String revoked(Shop.InCare log) {
        var issued = sender(log);
        var command = new RevokeSourceToken.Command(new SourceId(log.source()), issued.id());
        return tokens.as(
                "adam",
                Role.ADMINISTRATOR,
                () -> {
                    revoke.revoke(command);
                    return issued.secret();
                });
    }

    private String expired(String secret) {
        clock.forward(TWO_DAYS);
        return secret;
    }

    private String narrow(Set<Permission> permissions, StoreScope scope) {
        return tokens.of("adam", permissions, scope, Role.ADMINISTRATOR, Role.RESPONDER).secret();
    }

    private String revokedOfPerson() {
        var issued = tokens.of("adam", ALL, StoreScope.ALL, Role.ADMINISTRATOR, Role.RESPONDER);
        tokens.revoke("adam", issued.id());
        return issued.secret();
    }

    private String ofOneWhoLeft() {
        var secret = tokens.of("greta", Role.ADMINISTRATOR, Role.RESPONDER);
        team.leaves("greta");
        return secret;
    }

    /** Whether lines of the log were kept, or an alert of its store is there. */
    private int traces(Shop.InCare store) throws IOException {
        var reader = tokens.of("rita", Role.RESPONDER);
        var alerts = api.get("/api/v1/alerts?store=" + store.id()).token(reader).send();
        return Math.min(1, (int) kept(store) + alerts.json().get("items").size());
    }

    private long kept(Shop.InCare store) throws IOException {
        return spool.kept(new SourceId(store.source())).to();
    }
}
