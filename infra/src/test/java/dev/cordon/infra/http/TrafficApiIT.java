package dev.cordon.infra.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.application.detection.DeleteOldLines;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.people.AutomationPolicy;
import dev.cordon.domain.people.Permission;
import dev.cordon.domain.people.Role;
import dev.cordon.infra.security.CallerContext;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@ApiTest
class TrafficApiIT {

    private static final String LINE =
            "192.0.2.7 - - [%s +0000] \"GET /shop/ HTTP/1.1\" %d 512 \"-\" \"-\"\n";

    private final Api api;
    private final Tokens tokens;
    private final Shop shop;
    private final TestClock clock;
    private final DeleteOldLines deleteOld;
    private String admin = "";
    private String auditor = "";

    TrafficApiIT(Api api, Tokens tokens, Shop shop, TestClock clock, DeleteOldLines deleteOld) {
        this.api = api;
        this.tokens = tokens;
        this.shop = shop;
        this.clock = clock;
        this.deleteOld = deleteOld;
    }

    @BeforeEach
    void somebody() {
        admin = tokens.of("kathrin", Role.ADMINISTRATOR);
        auditor = tokens.of("karl", Role.AUDITOR);
    }

    @Test
    void whatALogShowedIsReadByTheMinuteAndTheHour() {
        var store = shop.open();
        var lines =
                LINE.formatted("20/Nov/2026:10:00:01", 200)
                        + LINE.formatted("20/Nov/2026:10:00:59", 404)
                        + LINE.formatted("20/Nov/2026:10:01:00", 503)
                        + LINE.formatted("20/Nov/2026:11:00:00", 302);
        send(store, lines);

        var minutes = traffic(store, "minute", "2026-11-20T10:00:00Z", "2026-11-20T11:00:00Z");
        var hours = traffic(store, "hour", "2026-11-20T00:00:00Z", "2026-11-21T00:00:00Z");

        assertThat(minutes.size()).isEqualTo(2);
        assertThat(minutes.get(0).get("from").asString()).isEqualTo("2026-11-20T10:00:00Z");
        assertThat(minutes.get(0).get("lines").asLong()).isEqualTo(2);
        assertThat(minutes.get(0).get("succeeded").asLong()).isEqualTo(1);
        assertThat(minutes.get(0).get("refused").asLong()).isEqualTo(1);
        assertThat(minutes.get(1).get("failed").asLong()).isEqualTo(1);
        assertThat(hours.size()).isEqualTo(2);
        assertThat(hours.get(0).get("lines").asLong()).isEqualTo(3);
        assertThat(hours.get(1).get("redirected").asLong()).isEqualTo(1);
        assertThat(hours.get(0).get("bytes").asLong() + hours.get(1).get("bytes").asLong())
                .isEqualTo(lines.length());
        assertThat(hours.toString()).doesNotContain("192.0.2", "shop");
    }

    @Test
    void theMinutesOfWhatIsOverGoAndTheHoursStay() {
        var store = shop.open();
        var old = clock.instant().minus(Duration.ofDays(15));
        var later = clock.instant().minus(Duration.ofDays(13));
        send(store, line(old) + line(later));
        assertThat(minutesAround(store, old).size()).isEqualTo(1);

        CallerContext.runAs(AutomationPolicy.DETECTION, deleteOld::delete);

        assertThat(minutesAround(store, old).size()).isZero();
        assertThat(minutesAround(store, later).size()).isEqualTo(1);
        var hours =
                traffic(
                        store,
                        "hour",
                        old.minus(Duration.ofDays(1)).toString(),
                        clock.instant().toString());
        assertThat(hours.size()).isEqualTo(2);
    }

    private JsonNode minutesAround(Shop.InCare store, Instant at) {
        return traffic(
                store,
                "minute",
                at.minus(Duration.ofMinutes(2)).toString(),
                at.plus(Duration.ofMinutes(2)).toString());
    }

    @Test
    void anotherStoresLogDoesNotExist() {
        var store = shop.open();
        var scope = new StoreScope.Only(Set.of(shop.open().id()));
        var stranger =
                tokens.of("konrad", EnumSet.allOf(Permission.class), scope, Role.AUDITOR).secret();

        assertThat(status(store, stranger, "2026-11-20T10:00:00Z", "2026-11-20T11:00:00Z"))
                .isEqualTo(404);
    }

    @Test
    void aTimeThatIsNoneOrTooLongIsRefused() {
        var store = shop.open();

        assertThat(status(store, auditor, "2026-11-20T10:00:00Z", "2026-11-20T10:00:00Z"))
                .isEqualTo(422);
        assertThat(status(store, auditor, "2026-01-20T10:00:00Z", "2026-11-20T10:00:00Z"))
                .isEqualTo(422);
    }

    private static String line(Instant at) {
        var time =
                DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss", Locale.ROOT)
                        .format(at.atOffset(ZoneOffset.UTC));
        return LINE.formatted(time, 200);
    }

    /** Returns once detection has read it and stored what it counted. */
    private void send(Shop.InCare store, String lines) {
        var sent =
                api.post("/ingest/v1/" + store.source() + "/lines")
                        .token(admin)
                        .bytes("text/plain", lines.getBytes(StandardCharsets.UTF_8))
                        .send();
        assertThat(sent.status()).isEqualTo(200);
        shop.awaitStored(store);
    }

    private JsonNode traffic(Shop.InCare store, String step, String from, String to) {
        return api.get(path(store, from, to) + "&step=" + step).token(auditor).send().json();
    }

    private int status(Shop.InCare store, String token, String from, String to) {
        return api.get(path(store, from, to)).token(token).send().status();
    }

    private static String path(Shop.InCare store, String from, String to) {
        return "/api/v1/sources/%s/traffic?from=%s&to=%s".formatted(store.source(), from, to);
    }
}
