package dev.cordon.domain.detection.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.detection.log.ReadLog.Told;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonAccessLogTest {

    private static final Instant MOMENT = Instant.parse("2026-11-23T08:18:18Z");

    /** One request as different programs write it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                // nginx, as people set it up
                "{\"time_local\":\"23/Nov/2026:09:18:18 +0100\",\"remote_addr\":\"198.51.100.7\","
                        + "\"request\":\"GET /shop/?s=tee HTTP/2.0\",\"status\":\"404\","
                        + "\"body_bytes_sent\":\"512\",\"http_referer\":\"https://a.example/\","
                        + "\"http_user_agent\":\"curl/8\",\"http_host\":\"shop.example\"}",
                "{\"msec\":1795421898.756,\"request_time\":\"0.2\",\"remote_addr\":\"198.51.100.7\","
                        + "\"request_method\":\"GET\",\"request_uri\":\"/shop/?s=tee\","
                        + "\"status\": 404, \"bytes_sent\": 512, \"http_referrer\":"
                        + "\"https://a.example/\",\"http_user_agent\":\"curl/8\","
                        + "\"host\":\"shop.example\",\"upstream\":{\"addr\":null,\"ok\":[]}}",
                // Caddy
                "{\"level\":\"info\",\"ts\":1795421898.7241024,\"logger\":\"http.log.access\",\"msg\":"
                        + "\"handled request\",\"request\":{\"remote_ip\":\"198.51.100.7\","
                        + "\"remote_port\":\"41342\",\"client_ip\":\"198.51.100.7\",\"proto\":"
                        + "\"HTTP/2.0\",\"method\":\"GET\",\"host\":\"shop.example\",\"uri\":"
                        + "\"/shop/?s=tee\",\"headers\":{\"User-Agent\":[\"curl/8\"],\"Referer\":"
                        + "[\"https://a.example/\"],\"Accept\":[\"*/*\"]}},\"bytes_read\":0,"
                        + "\"user_id\":\"\",\"duration\":0.0009,\"size\":512,\"status\":404,"
                        + "\"resp_headers\":{\"Server\":[\"Caddy\"]}}",
                // Caddy before 2.5
                "{\"ts\":1795421898.7,\"request\":{\"remote_addr\":\"198.51.100.7:41342\",\"method\":"
                        + "\"GET\",\"host\":\"shop.example\",\"uri\":\"/shop/?s=tee\",\"headers\":"
                        + "{\"User-Agent\":[\"curl/8\"],\"Referer\":[\"https://a.example/\"]}},"
                        + "\"size\":512,\"status\":404}",
                // Traefik
                "{\"ClientAddr\":\"198.51.100.7:55012\",\"ClientHost\":\"198.51.100.7\","
                        + "\"ClientUsername\":\"-\",\"DownstreamContentSize\":512,"
                        + "\"DownstreamStatus\":404,\"Duration\":812,\"OriginStatus\":200,"
                        + "\"RequestHost\":\"shop.example\",\"RequestMethod\":\"GET\",\"RequestPath\":"
                        + "\"/shop/?s=tee\",\"StartUTC\":\"2026-11-23T08:18:18.12Z\",\"level\":\"info\","
                        + "\"msg\":\"\",\"request_Referer\":\"https://a.example/\","
                        + "\"request_User-Agent\":\"curl/8\",\"time\":\"2026-11-23T08:18:18Z\"}",
                // Vector's parse of nginx
                "{\"client\":\"198.51.100.7\",\"agent\":\"curl/8\",\"request\":"
                        + "\"GET /shop/?s=tee HTTP/1.1\",\"referer\":\"https://a.example/\",\"size\":512,"
                        + "\"status\":404,\"timestamp\":\"2026-11-23T08:18:18Z\",\"host\":"
                        + "\"shop.example\",\"source_type\":\"file\"}",
                // Elastic Common Schema, nested and flat
                "{\"@timestamp\":\"2026-11-23T08:18:18.000Z\",\"source\":{\"address\":"
                        + "\"198.51.100.7\",\"ip\":\"198.51.100.7\"},\"http\":{\"request\":{\"method\":"
                        + "\"GET\",\"referrer\":\"https://a.example/\"},\"response\":{\"status_code\":404,"
                        + "\"body\":{\"bytes\":512}}},\"url\":{\"original\":\"/shop/?s=tee\",\"domain\":"
                        + "\"shop.example\"},\"user_agent\":{\"original\":\"curl/8\"}}",
                "{\"@timestamp\":\"2026-11-23T08:18:18.000Z\",\"source.ip\":\"198.51.100.7\","
                        + "\"http.request.method\":\"GET\",\"http.request.referrer\":"
                        + "\"https://a.example/\",\"http.response.status_code\":404,"
                        + "\"http.response.body.bytes\":512,\"url.path\":\"/shop/\",\"url.query\":"
                        + "\"s=tee\",\"url.domain\":\"shop.example\",\"user_agent.original\":\"curl/8\"}",
                // OCSF
                "{\"class_uid\":4002,\"time\":1795421898000,\"src_endpoint\":{\"ip\":"
                        + "\"198.51.100.7\"},\"http_request\":{\"http_method\":\"GET\",\"user_agent\":"
                        + "\"curl/8\",\"referrer\":\"https://a.example/\",\"url\":{\"url_string\":"
                        + "\"https://shop.example/shop/?s=tee\"}},\"http_response\":{\"code\":404,"
                        + "\"length\":512}}",
                // Apache, set up by hand
                "{\"time\":\"[23/Nov/2026:09:18:18 +0100]\",\"remoteIP\":\"198.51.100.7\",\"method\":"
                        + "\"GET\",\"path\":\"/shop/\",\"query\":\"?s=tee\",\"status\":\"404\",\"bytes\":"
                        + "\"512\",\"userAgent\":\"curl/8\",\"referer\":\"https://a.example/\","
                        + "\"vhost\":\"shop.example\"}"
            })
    void whatItIsCalledDoesNotMatter(String line) {
        var told = ReadLog.line("json", line);

        assertThat(told.at()).isEqualTo(MOMENT);
        assertThat(told.kind()).isEqualTo(EventClass.HTTP_ACTIVITY);
        assertThat(told.address()).isEqualTo("198.51.100.7");
        assertThat(told.get(EventField.METHOD)).isEqualTo("GET");
        assertThat(told.get(EventField.PATH)).isEqualTo("/shop/");
        assertThat(told.get(EventField.QUERY)).isEqualTo("s=tee");
        assertThat(told.status()).isEqualTo(404);
        assertThat(told.size()).isEqualTo(512);
        assertThat(told.get(EventField.HOST)).isEqualTo("shop.example");
        assertThat(told.get(EventField.USER_AGENT)).isEqualTo("curl/8");
        assertThat(told.get(EventField.REFERER)).isEqualTo("https://a.example/");
        assertThat(told.get(EventField.ACTOR)).isEmpty();
    }

    @Test
    void aRecordedLogTellsTheSameAsTheCombinedOneBesideIt() {
        var json = ReadLog.recorded("json", "card-testing/access.json.log");
        var combined = ReadLog.recorded("combined", "card-testing/access.log");

        assertThat(json.counts().rejected()).isEmpty();
        assertThat(json.events().stream().map(JsonAccessLogTest::words).toList())
                .containsExactlyInAnyOrderElementsOf(
                        combined.events().stream().map(JsonAccessLogTest::words).toList());
    }

    private static List<Object> words(Told told) {
        return List.of(
                told.at(),
                told.address(),
                told.status(),
                told.size(),
                told.get(EventField.METHOD),
                told.get(EventField.TARGET),
                told.get(EventField.USER_AGENT));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a\\\"b           | a\"b",
                "a\\\\b           | a\\b",
                "a\\/b            | a/b",
                "\\u0041\\u00e9   | Aé",
                "\\ud83d\\ude00   | 😀",
                "\\ud83dx         | \ufffdx",
                "\\ude00          | \ufffd",
                "\\x22\\xe6\\xb5\\xb7 | \"海",
                "\\q\\u12         | \\q\\u12",
                "é海              | é海"
            })
    void textIsUnescapedOnce(String written, String meant) {
        assertThat(
                        ReadLog.line("json", request("\"ua\":\"" + written + "\""))
                                .get(EventField.USER_AGENT))
                .isEqualTo(meant);
    }

    @Test
    void aBetterNameCountsWhereverItStands() {
        var told =
                ReadLog.line(
                        "json",
                        request(
                                "\"ip\":\"192.0.2.1\",\"client_ip\":\"192.0.2.2\","
                                        + "\"remote_addr\":\"192.0.2.3\""));

        assertThat(told.address()).isEqualTo("192.0.2.3");
    }

    @Test
    void whatWasAskedForCountsAndNotWhatItWasRewrittenTo() {
        var line = "{\"ts\":1795421898,\"uri\":\"/index.php\",\"status\":200,\"request\":\"%s\"}";

        var told = ReadLog.line("json", line.formatted("POST /my-account/?a=1 HTTP/1.1"));

        assertThat(told.get(EventField.TARGET)).isEqualTo("/my-account/?a=1");
        assertThat(told.get(EventField.METHOD)).isEqualTo("POST");
        assertThat(ReadLog.line("json", line.formatted("4f1c")).get(EventField.TARGET))
                .isEqualTo("/index.php");
    }

    @Test
    void aTimeWithoutZoneIsOfTheSource() {
        var log =
                ReadLog.inZone(
                        ZoneId.of("America/New_York"),
                        "json",
                        "{\"time\":\"2026-11-23 03:18:18\",\"uri\":\"/\",\"status\":200}",
                        "{\"time\":\"2026-11-23T08:18:18Z\",\"uri\":\"/\",\"status\":200}",
                        "{\"time\":\"2026-11-23 08:18:18 UTC\",\"uri\":\"/\",\"status\":200}",
                        "{\"time\":\"2026-11-23 09:18:18 +0100\",\"uri\":\"/\",\"status\":200}",
                        "{\"time\":\"2026-11-23 09:18:18,123+01:00\",\"uri\":\"/\",\"status\":200}");

        assertThat(log.events()).extracting(Told::at).hasSize(5).containsOnly(MOMENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1795421898",
                "1795421898.999",
                "1795421898123",
                "1795421898123456",
                "1795421898123456789",
                "\"1795421898\"",
                "\"1795421898.5\""
            })
    void aNumbersLengthTellsItsUnit(String number) {
        var line = "{\"ts\":" + number + ",\"uri\":\"/\",\"status\":200}";

        assertThat(ReadLog.line("json", line).at()).isEqualTo(MOMENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.231",
                "12",
                "\"\"",
                "\"-\"",
                "\"soon\"",
                "-5",
                "true",
                "1e9",
                "17954218981234567890",
                "\"2026-13-23T08:18:18Z\"",
                "\"2026-11-23T25:18:18Z\"",
                "\"2026-11-23T08:18:18-\"",
                "\"23/Nov/2026:09:18:18\"",
                "1795421898.x"
            })
    void whatIsNoMomentIsABadTime(String time) {
        var line = "{\"ts\":" + time + ",\"uri\":\"/\",\"status\":200}";

        assertThat(ReadLog.refused("json", line)).isEqualTo(Rejection.BAD_TIME);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"ts\":1795421898,\"uri\":\"/\",\"status\":200                | CUT_SHORT",
                "{\"ts\":1795421898,\"uri\":\"/                                | CUT_SHORT",
                "{\"ts\":1795421898,\"uri\":\"/\\                              | CUT_SHORT",
                "{\"ts\":1795421898,\"uri\":\"/\",\"status\":200}}              | OTHER_FORMAT",
                "{\"ts\":1795421898,\"uri\":\"/\",\"status\":200} {}            | OTHER_FORMAT",
                "{\"ts\":1795421898,\"uri\":\"/\",\"status\":}                  | OTHER_FORMAT",
                "{ts:1795421898}                                             | OTHER_FORMAT",
                "[1]                                                         | OTHER_FORMAT",
                "{}                                                          | OTHER_FORMAT",
                "{\"ts\":1795421898,\"msg\":\"server started\"}                 | OTHER_FORMAT",
                "{\"uri\":\"/\",\"status\":200}                                 | OTHER_FORMAT",
                "{\"ts\":1795421898,\"uri\":\"/\",\"status\":0}                 | BAD_STATUS",
                "{\"ts\":1795421898,\"uri\":\"/\",\"status\":\"2x0\"}             | BAD_STATUS",
                "{\"ts\":1795421898,\"request\":\"\\x16\\x03\",\"status\":400}   | NOT_HTTP",
                "{\"ts\":1795421898,\"uri\":\"/\",\"status\":200,\"ip\":\"shop\"} | NO_ADDRESS"
            })
    void whyALineIsNotUnderstoodIsSaid(String line, Rejection reason) {
        assertThat(ReadLog.refused("json", line)).isEqualTo(reason);
    }

    @Test
    void nestingHasABottom() {
        var deep = "[".repeat(30) + "]".repeat(30);
        var deeper = "[".repeat(200_000);

        assertThat(ReadLog.line("json", request("\"a\":" + deep)).status()).isEqualTo(200);
        assertThat(ReadLog.refused("json", request("\"a\":" + deeper.substring(0, 60_000))))
                .isEqualTo(Rejection.OTHER_FORMAT);
    }

    @Test
    void aLineMayHoldMuchThatNobodyAsksFor() {
        var many = new StringBuilder("\"tags\":[");
        for (int i = 0; i < 5_000; i++) {
            many.append(i).append(',');
        }

        assertThat(ReadLog.line("json", request(many + "0]")).status()).isEqualTo(200);
    }

    private static String request(String more) {
        return "{\"ts\":1795421898,\"uri\":\"/\",\"status\":200," + more + "}";
    }
}
