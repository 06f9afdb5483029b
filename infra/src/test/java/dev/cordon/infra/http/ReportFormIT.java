package dev.cordon.infra.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.people.Role;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ApiTest
class ReportFormIT {

    private static final Pattern STAMP = Pattern.compile("name=\"stamp\" value=\"([^\"]+)\"");
    private static final Duration A_QUARTER = Duration.ofMinutes(15);

    private static final AtomicInteger TESTS = new AtomicInteger();

    private final Api api;
    private final Tokens tokens;
    private final Shop shop;
    private final TestClock clock;

    ReportFormIT(Api api, Tokens tokens, Shop shop, TestClock clock) {
        this.api = api;
        this.tokens = tokens;
        this.shop = shop;
        this.clock = clock;
    }

    /** Nothing of what another test sent counts for the limit. */
    @BeforeEach
    void later() {
        clock.forward(A_QUARTER.multipliedBy(TESTS.incrementAndGet()));
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void whatSomebodyNoticedBecomesAnAlertOnce() {
        var rita = tokens.of("rita", Role.RESPONDER);
        shop.open();

        var first = send(filled("Odd script at checkout, unicorn one", "", stamp()));
        var again = send(filled("Odd script at checkout, unicorn one", "", stamp()));

        assertThat(first.status()).isEqualTo(200);
        assertThat(again.http().body()).isEqualTo(first.http().body());
        var found =
                api.get("/api/v1/alerts?limit=200&text=unicorn+one")
                        .token(rita)
                        .send()
                        .json()
                        .get("items");
        assertThat(found).isNotEmpty();
        var stores = found.valueStream().map(each -> each.get("store").asString()).toList();
        assertThat(stores).doesNotHaveDuplicates();
        assertThat(found.get(0).get("sourceType").asString()).isEqualTo("report");
        assertThat(found.get(0).get("description").asString()).contains("mia@customer.example");
        assertThat(found.get(0).get("description").asString()).contains("<b>");
    }

    @Test
    void programsAndStrangersGetTheSameAnswerAndNothingIsStored() {
        shop.open();
        var thanks = send(filled("unicorn two", "", stamp())).http().body();

        assertSame(thanks, filled("unicorn three", "https://spam.example", stamp()));
        assertSame(thanks, filled("unicorn three", "", "1." + "0".repeat(64)));
        assertSame(thanks, filled("unicorn three", "", hasty()));
        assertSame(thanks, filled("unicorn three", "", stamp()).replace("127.0.0.1", "no.example"));
        assertSame(thanks, filled("unicorn three " + "x".repeat(40_000), "", stamp()));

        assertThat(count("unicorn+three")).isZero();
        assertThat(count("unicorn+two")).isPositive();
    }

    @Test
    void aStampIsWorthNothingAfterFourHoursOrWithAnotherTime() {
        shop.open();
        var kept = stamp();
        var seal = kept.substring(kept.indexOf('.'));
        var later = clock.instant().minusSeconds(60).toEpochMilli() + seal;
        send(filled("unicorn four", "", kept));
        send(filled("unicorn five", "", later));
        clock.forward(Duration.ofHours(4));

        send(filled("unicorn six", "", kept));
        send(filled("unicorn seven", "", stamp()));

        assertThat(count("unicorn+four")).isPositive();
        assertThat(count("unicorn+five")).isZero();
        assertThat(count("unicorn+six")).isZero();
        assertThat(count("unicorn+seven")).isPositive();
    }

    @Test
    void whoSendsManyIsNotHeardAndNotToldSo() {
        shop.open();
        var thanks = "";
        for (var number = 0; number < 8; number++) {
            thanks = send(filled("flood" + number, "", stamp())).http().body();
        }

        assertThat(count("flood4")).isPositive();
        assertThat(count("flood7")).isZero();
        assertSame(thanks, filled("flood8", "", stamp()));
    }

    @Test
    void thePageRunsNoScriptAndSetsNoCookie() {
        var page = api.get("/report").header("Accept-Language", "de").send();

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.http().body()).contains("lang=\"de\"");
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(page.header("Set-Cookie")).isEmpty();
        assertThat(page.header("Content-Type")).startsWith("text/html");
    }

    private void assertSame(String thanks, String form) {
        var answer = send(form);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.http().body()).isEqualTo(thanks);
    }

    private int count(String text) {
        var rita = tokens.of("rita", Role.RESPONDER);
        return api.get("/api/v1/alerts?text=" + text).token(rita).send().json().get("items").size();
    }

    private String stamp() {
        var stamp = hasty();
        clock.forward(Duration.ofSeconds(5));
        return stamp;
    }

    private String hasty() {
        var found = STAMP.matcher(api.get("/report").send().http().body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private Api.Answer send(String form) {
        return api.post("/report")
                .bytes(
                        "application/x-www-form-urlencoded",
                        form.getBytes(StandardCharsets.US_ASCII))
                .send();
    }

    private static String filled(String noticed, String website, String stamp) {
        return "shop="
                + encoded("http://127.0.0.1:1/somewhere")
                + "&noticed="
                + encoded(noticed + "\n<b>there</b>")
                + "&contact="
                + encoded("mia@customer.example")
                + "&website="
                + encoded(website)
                + "&stamp="
                + encoded(stamp);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
