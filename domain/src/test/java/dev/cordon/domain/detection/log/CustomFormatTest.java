package dev.cordon.domain.detection.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Access logs whose lines a server's own format string describes. */
class CustomFormatTest {

    private static final Instant MOMENT = Instant.parse("2026-11-23T08:18:18Z");
    private static final String COMMON =
            "198.51.100.43 - mara [23/Nov/2026:09:18:18 +0100] \"POST /checkout/?x=1 HTTP/1.1\" 302"
                    + " 5";
    private static final String COMBINED = COMMON + " \"https://shop.example/\" \"curl/8\"";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "common                    |  |",
                "combined                  |  | \"https://shop.example/\" \"curl/8\"",
                "vhost-combined            | shop.example:443 | \"https://shop.example/\" \"curl/8\"",
                "combined+forwarded        |  | \"https://shop.example/\" \"curl/8\" \"10.0.0.1\"",
                "forwarded+combined        | \"10.0.0.1\" | \"https://shop.example/\" \"curl/8\"",
                "vhost-combined+forwarded  | shop.example:80 | \"https://shop.example/\" \"curl/8\""
                        + " \"10.0.0.1\""
            })
    void theUsualFormatsTellTheSame(String format, String before, String behind) {
        var line =
                (before == null ? "" : before + " ")
                        + COMMON
                        + (behind == null ? "" : " " + behind);

        var told = ReadLog.line(format.strip(), line);

        assertThat(told.at()).isEqualTo(MOMENT);
        assertThat(told.kind()).isEqualTo(EventClass.HTTP_ACTIVITY);
        assertThat(told.address()).isEqualTo("198.51.100.43");
        assertThat(told.status()).isEqualTo(302);
        assertThat(told.size()).isEqualTo(5);
        assertThat(told.get(EventField.ACTOR)).isEqualTo("mara");
        assertThat(told.get(EventField.METHOD)).isEqualTo("POST");
        assertThat(told.get(EventField.PATH)).isEqualTo("/checkout/");
        assertThat(told.get(EventField.QUERY)).isEqualTo("x=1");
        assertThat(told.get(EventField.HOST))
                .isEqualTo(format.startsWith("vhost") ? "shop.example" : "");
        assertThat(told.get(EventField.FORWARDED_FOR))
                .isEqualTo(format.contains("forwarded") ? "10.0.0.1" : "");
    }

    @Test
    void nginxVariablesAreWhatTheyAreCalled() {
        var told =
                ReadLog.line(
                        "nginx:$host $remote_addr $msec $request_method $scheme"
                                + " \"$request_uri\" $status $body_bytes_sent $request_time"
                                + " \"$http_referer\" \"$http_user_agent\"",
                        "shop.example 2001:db8::7 1795421898.756 GET https \"/?s=tee\" 200 105373"
                                + " 0.231 \"-\" \"Mozilla/5.0 (X11)\"");

        assertThat(told.at()).isEqualTo(MOMENT);
        assertThat(told.address()).isEqualTo("2001:db8::7");
        assertThat(told.get(EventField.HOST)).isEqualTo("shop.example");
        assertThat(told.get(EventField.METHOD)).isEqualTo("GET");
        assertThat(told.get(EventField.TARGET)).isEqualTo("/?s=tee");
        assertThat(told.get(EventField.USER_AGENT)).isEqualTo("Mozilla/5.0 (X11)");
        assertThat(told.size()).isEqualTo(105_373);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nginx:'$remote_addr [$time_iso8601] '\n  '\"$request\" $status'",
                "nginx:log_format main '$remote_addr [$time_iso8601] '\n '\"$request\" $status';",
                "nginx:log_format main escape=json '$remote_addr [$time_iso8601] \"$request\" $status';",
                "nginx:log_format  main  \"$remote_addr [$time_iso8601] \\\"$request\\\" $status\" ;",
                "nginx:escape=default '$remote_addr [$time_iso8601] \"$request\" $status'",
                "nginx:${remote_addr} [${time_iso8601}] \"$request\" $status"
            })
    void aFormatMayBeCopiedFromNginxAsItStandsThere(String format) {
        var told =
                ReadLog.line(
                        format, "192.0.2.4 [2026-11-23T09:18:18+01:00] \"GET /a HTTP/2.0\" 404");

        assertThat(told.at()).isEqualTo(MOMENT);
        assertThat(told.get(EventField.TARGET)).isEqualTo("/a");
        assertThat(told.status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "apache:%h %l %u %t \"%r\" %>s %b \"%{Referer}i\" \"%{User-Agent}i\"",
                "apache:\"%h %l %u %t \\\"%r\\\" %>s %b \\\"%{Referer}i\\\" \\\"%{User-Agent}i\\\"\"",
                "apache:LogFormat \"%h %l %u %t \\\"%r\\\" %>s %O \\\"%{Referer}i\\\""
                        + " \\\"%{User-Agent}i\\\"\" combined",
                "apache:%a %l %u %t \"%m %U%q %H\" %s %B \"%{referer}i\" \"%{user-agent}i\""
            })
    void aFormatMayBeCopiedFromApacheAsItStandsThere(String format) {
        var told = ReadLog.line(format, COMBINED);

        assertThat(told.at()).isEqualTo(MOMENT);
        assertThat(told.address()).isEqualTo("198.51.100.43");
        assertThat(told.get(EventField.ACTOR)).isEqualTo("mara");
        assertThat(told.get(EventField.TARGET)).isEqualTo("/checkout/?x=1");
        assertThat(told.get(EventField.REFERER)).isEqualTo("https://shop.example/");
        assertThat(told.get(EventField.USER_AGENT)).isEqualTo("curl/8");
        assertThat(told.status()).isEqualTo(302);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "%{%d/%b/%Y %T}t.%{msec_frac}t %{%z}t | 23/Nov/2026 09:18:18.123 +0100",
                "%{%Y-%m-%d}t %{%H:%M:%S}t            | 2026-11-23 09:18:18",
                "%{%F %T %z}t                         | 2026-11-23 03:18:18 -0500",
                "%{%a, %e %b %Y %T %z}t               | Mon, 23 Nov 2026 08:18:18 +0000",
                "%{%D %R}t                            | 11/23/26 09:18",
                "%{sec}t                              | 1795421898",
                "%{msec}t                             | 1795421898123",
                "%{usec}t                             | 1795421898123456",
                "%{begin:%s}t                         | 1795421898"
            })
    void apacheWritesTimesInManyWays(String time, String written) {
        var format = "apache:%h " + time + " \"%r\" %>s";
        var line = "192.0.2.4 " + written + " \"GET /a HTTP/1.1\" 200";

        var log = ReadLog.inZone(ZoneId.of("Europe/Berlin"), format, line);

        assertThat(log.counts().rejected()).isEmpty();
        assertThat(log.events().getFirst().at())
                .isBetween(Instant.parse("2026-11-23T08:18:00Z"), MOMENT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "apache:%h %t %>s                                  | true",
                "apache:%h %{%F %T %z}t %>s                        | true",
                "apache:%h %{%d/%b/%Y %T}t.%{msec_frac}t %{%z}t %s | true",
                "apache:%h %{%F %T}t %>s                           | false",
                "nginx:$remote_addr $msec $status                  | true",
                "combined                                          | true",
                "nginx-error                                       | false",
                "php-error                                         | false"
            })
    void aFormatKnowsWhetherItsLinesSayTheirZone(String format, boolean knows) {
        assertThat(LogFormat.of(format).knowsZone()).isEqualTo(knows);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nginx:$remote_addr \"$request\"          | writes no day or no time of day",
                "apache:%h %{%H:%M}t \"%r\"               | writes no day or no time of day",
                "apache:%h %{%d/%b/%Y:%I:%M %p}t \"%r\"   | is not understood",
                "apache:%h %{%F %T}t %{Referer            | has no }",
                "apache:%h %t %                           | ends within %",
                "nginx:$remote_addr$status [$time_local]  | nothing stands between them",
                "squid:%ts                                | a log format is nginx: or apache:",
                "address=last combined+forwarded          | say whose",
                "apache:%{X-Forwarded-For}i %t \"%r\" %s  | has no address but X-Forwarded-For",
                "address=last trusted=10.0.0.0/8 combined | has no X-Forwarded-For",
                "address=last trusted=10.0.0.0/40 json    | lists addresses and networks",
                "address=middle trusted=10.0.0.1 json     | is peer, first or last"
            })
    void aFormatThatCannotBeReadIsRefusedWithTheReason(String format, String reason) {
        assertThatThrownBy(() -> LogFormat.of(format))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void tooManyVariablesAreRefused() {
        assertThatThrownBy(() -> LogFormat.of("nginx:[$time_local]" + " $status".repeat(101)))
                .hasMessageContaining("at most 100");
        assertThatThrownBy(() -> LogFormat.of("nginx:[$time_local]" + "x".repeat(5_000)))
                .hasMessageContaining("at most 4000");
    }

    @Test
    void aPathAndItsQueryMayStandApart() {
        var apart =
                ReadLog.line(
                        "nginx:$remote_addr [$time_local] $request_method $uri \"$args\" $status",
                        "192.0.2.4 [23/Nov/2026:08:18:18 +0000] GET /shop/ \"s=tee\" 200");
        var joined =
                ReadLog.line(
                        "nginx:$remote_addr [$time_local] $request_method $host$uri$is_args$args"
                                + " $status",
                        "192.0.2.4 [23/Nov/2026:08:18:18 +0000] GET shop.example/shop/?s=tee 200");

        assertThat(apart.get(EventField.PATH)).isEqualTo("/shop/");
        assertThat(apart.get(EventField.QUERY)).isEqualTo("s=tee");
        assertThat(joined.get(EventField.TARGET)).isEqualTo("/shop/?s=tee");
        assertThat(joined.get(EventField.HOST)).isEqualTo("shop.example");
    }

    @Test
    void theLogOfPhpFpmIsReadByATemplate() {
        var log =
                ReadLog.recorded(
                        "nginx:$remote_addr -  $time_local \"$request\" $status $took $memory",
                        "normal/php-fpm-access.log");

        assertThat(log.counts().rejected()).isEmpty();
        assertThat(log.events()).hasSizeGreaterThan(100);
        assertThat(log.events().getFirst().get(EventField.TARGET)).isEqualTo("/index.php");
        assertThat(log.events().getFirst().at()).isEqualTo(Instant.parse("2026-11-23T08:09:07Z"));
    }

    @Test
    void whatAClientSendsDoesNotMoveTheFields() {
        var told =
                ReadLog.line(
                        "vhost-combined",
                        "shop.example:443 192.0.2.4 - x [01/Jan/2020:00:00:00 +0000] y"
                                + " [23/Nov/2026:08:18:18 +0000] \"GET /\\\" 200 1 HTTP/1.1\" 404 7"
                                + " \"\\\"\" \"a\\\\\\\" b\"");

        assertThat(told.at()).isEqualTo(MOMENT);
        assertThat(told.status()).isEqualTo(404);
        assertThat(told.get(EventField.TARGET)).isEqualTo("/\\\" 200 1");
        assertThat(told.get(EventField.USER_AGENT)).isEqualTo("a\\\\\\\" b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "apache:%u [%{%F %T}t] \"%r\" %s | x [2020-01-01 00:00:00] y [2026-11-23 08:18:18]",
                "apache:%u [%{%F}t %{%T}t] \"%r\" %s | x [ [2020-01-01 y] [2026-11-23 08:18:18]",
                "nginx:$remote_user [$time_iso8601] \"$request\" $status"
                        + " | [2020-01-01T00:00:00Z] [2026-11-23T08:18:18+00:00]",
                "nginx:$remote_user [$msec] \"$request\" $status | x [1] [1700000000] [1795421898.7]"
            })
    void aUserNameThatLooksLikeATimeHidesNothing(String format, String beginning) {
        var told = ReadLog.line(format, beginning + " \"POST /wp-login.php HTTP/1.1\" 200");

        assertThat(told.at()).isEqualTo(MOMENT);
        assertThat(told.get(EventField.TARGET)).isEqualTo("/wp-login.php");
    }

    @Test
    void whatNginxEscapesForJsonIsNoEndOfAField() {
        var told =
                ReadLog.line(
                        "nginx:log_format j escape=json '{\"t\":\"$time_iso8601\",'\n"
                                + "'\"r\":\"$request\",\"ua\":\"$http_user_agent\",\"s\":$status}';",
                        "{\"t\":\"2026-11-23T08:18:18+00:00\",\"r\":\"GET /?a=\\\"b HTTP/1.1\","
                                + "\"ua\":\"\\u001b\\\\\",\"s\":200}");

        assertThat(told.at()).isEqualTo(MOMENT);
        assertThat(told.get(EventField.TARGET)).isEqualTo("/?a=\\\"b");
        assertThat(told.get(EventField.USER_AGENT)).isEqualTo("\\u001b\\\\");
        assertThat(told.status()).isEqualTo(200);
    }

    @Test
    void aDashIsNothing() {
        var told =
                ReadLog.line(
                        "apache:%h %l %u %t \"%r\" %>s %b \"%{Referer}i\"",
                        "- - - [23/Nov/2026:08:18:18 +0000] \"-\" 408 - \"-\"");

        assertThat(told.address()).isEmpty();
        assertThat(told.get(EventField.ACTOR)).isEmpty();
        assertThat(told.get(EventField.TARGET)).isEmpty();
        assertThat(told.size()).isZero();
        assertThat(told.status()).isEqualTo(408);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "198.51.100.43 - mara [23/Nov/2026:09:18:18 +0100] \"GET / HTTP/1.1\" 20 | CUT_SHORT",
                "198.51.100.43 - mara [23/Nov/2026:09:18:18 +01                          | CUT_SHORT",
                "198.51.100.43 - mara [23/Nov/2026:09:18:18 +0100] \"GET / HTT            | CUT_SHORT",
                "198.51.100.43 - mara [23/Nov/2026:09:78:18 +0100] \"GET / HTTP/1.1\" 200 5 | BAD_TIME",
                "198.51.100.43 - mara [23/Nov/2026:09:18:18 +0100] \"\\x16\\x03\" 400 5  | NOT_HTTP",
                "198.51.100.43 - mara [23/Nov/2026:09:18:18 +0100] \"GET / HTTP/1.1\" 700 5 | BAD_STATUS",
                "example - mara [23/Nov/2026:09:18:18 +0100] \"GET / HTTP/1.1\" 200 5    | NO_ADDRESS",
                "words                                                                  | OTHER_FORMAT"
            })
    void whyALineIsNotUnderstoodIsSaid(String line, Rejection reason) {
        assertThat(ReadLog.refused("common", line)).isEqualTo(reason);
    }
}
