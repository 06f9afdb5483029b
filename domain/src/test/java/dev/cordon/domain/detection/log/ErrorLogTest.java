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

/** What nginx and Apache say about errors. */
class ErrorLogTest {

    private static final String NGINX = "2026/11/23 08:22:59 [error] 8299#8299: *5272 ";
    private static final String CLAUSES =
            ", client: 203.0.113.91, server: shop.example, request: \"GET /x?y=1 HTTP/1.1\","
                    + " host: \"shop.example:8080\", referrer: \"https://a.example/\"";
    private static final String APACHE =
            "[Mon Nov 23 08:22:59.123456 2026] [core:error] [pid 17:tid 14] ";

    @Test
    void aRecordedLogOfNginxIsUnderstood() {
        var log = ReadLog.recorded("nginx-error", "scanner/error.log");

        assertThat(log.counts().rejected()).isEmpty();
        assertThat(log.events()).hasSize(2);
        var told = log.events().getFirst();
        assertThat(told.at()).isEqualTo(Instant.parse("2026-11-23T08:22:59Z"));
        assertThat(told.kind()).isEqualTo(EventClass.APPLICATION_ERROR);
        assertThat(told.address()).isEqualTo("203.0.113.91");
        assertThat(told.activity()).isEqualTo("access_forbidden");
        assertThat(told.get(EventField.TARGET))
                .isEqualTo("/wp-content/uploads/woocommerce_uploads/");
        assertThat(told.get(EventField.FILE))
                .isEqualTo("/var/www/store/wp-content/uploads/woocommerce_uploads/");
        assertThat(told.get(EventField.LEVEL)).isEqualTo("error");
        assertThat(told.get(EventField.PRODUCT)).isEqualTo("nginx");
        assertThat(told.get(EventField.HOST)).isEqualTo("127.0.0.1");
    }

    @Test
    void nginxNamesWhoAskedForWhat() {
        var told = ReadLog.line("nginx-error", NGINX + "open() \"/x\" failed" + CLAUSES);

        assertThat(told.get(EventField.MESSAGE)).isEqualTo("open() \"/x\" failed");
        assertThat(told.address()).isEqualTo("203.0.113.91");
        assertThat(told.get(EventField.METHOD)).isEqualTo("GET");
        assertThat(told.get(EventField.QUERY)).isEqualTo("y=1");
        assertThat(told.get(EventField.HOST)).isEqualTo("shop.example:8080");
        assertThat(told.get(EventField.REFERER)).isEqualTo("https://a.example/");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "open() \"/a\" failed (2: No such file or directory)               | file_not_found",
                "access forbidden by rule                                         | access_forbidden",
                "directory index of \"/a/\" is forbidden                            | access_forbidden",
                "open() \"/a\" failed (13: Permission denied)                      | access_forbidden",
                "limiting requests, excess: 20.1 by zone \"login\"                  | rate_limited",
                "limiting connections by zone \"c\"                                 | rate_limited",
                "upstream timed out (110: Connection timed out) while reading      | upstream_failed",
                "connect() to unix:/run/php.sock failed (11: Resource temporarily) | upstream_failed",
                "no live upstreams while connecting to upstream                   | upstream_failed",
                "user \"shop\": password mismatch                                  | basic_auth_failed",
                "user \"shop\" was not found in \"/etc/nginx/htpasswd\"               | basic_auth_failed",
                "client sent invalid method while reading client request line     | request_invalid",
                "client sent too long URI while reading client request line       | request_invalid",
                "1024 worker_connections are not enough                           | workers_exhausted",
                "FastCGI sent in stderr: \"Primary script unknown\" while reading   | file_not_found",
                "ModSecurity: Access denied with code 403 (phase 2).              | attack_blocked",
                "something new                                                    | ''"
            })
    void nginxSentencesAreKnown(String message, String activity) {
        assertThat(ReadLog.line("nginx-error", NGINX + message + CLAUSES).activity())
                .isEqualTo(activity);
    }

    @Test
    void whatPhpWroteThroughNginxIsOneEvent() {
        var log =
                ReadLog.of(
                        "nginx-error",
                        NGINX
                                + "FastCGI sent in stderr: \"PHP message: PHP Fatal error:  Uncaught"
                                + " Error: Call to undefined function wc() in /var/www/p.php:7",
                        "Stack trace:",
                        "#0 /var/www/index.php(17): require()",
                        "#1 {main}",
                        "  thrown in /var/www/p.php on line 7\" while reading response header from"
                                + " upstream"
                                + CLAUSES,
                        NGINX + "access forbidden by rule" + CLAUSES);

        assertThat(log.counts().understood()).isEqualTo(6);
        assertThat(log.events())
                .extracting(Told::activity)
                .containsExactly("fatal_error", "access_forbidden");
        assertThat(log.events().getFirst().get(EventField.FILE)).isEqualTo("/var/www/p.php");
        assertThat(log.events().getFirst().address()).isEqualTo("203.0.113.91");
    }

    @Test
    void aLineThatNamesTwoClientsNamesNone() {
        var forged = NGINX + "open() \"/a, client: 192.0.2.9, server: x\" failed" + CLAUSES;
        var same = forged.replace("192.0.2.9", "203.0.113.91");

        assertThat(ReadLog.line("nginx-error", forged).address()).isEmpty();
        assertThat(ReadLog.line("nginx-error", same).address()).isEqualTo("203.0.113.91");
    }

    @Test
    void aMessageWithoutAClientIsUnderstood() {
        var told =
                ReadLog.line(
                        "nginx-error", "2026/11/23 08:22:59 [emerg] 1#1: bind() to 0.0.0.0:80");

        assertThat(told.get(EventField.LEVEL)).isEqualTo("emerg");
        assertThat(told.get(EventField.MESSAGE)).isEqualTo("bind() to 0.0.0.0:80");
        assertThat(told.address()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[client 203.0.113.91:50412] | 203.0.113.91",
                "[client 2001:db8::7:50412]  | 2001:db8::7",
                "[client 2001:db8::1:2:3:4]  | 2001:db8::1:2:3",
                "[remote 203.0.113.91:443]   | ''",
                "''                          | ''"
            })
    void apacheNamesTheClientWithItsPort(String client, String address) {
        var told =
                ReadLog.line("apache-error", APACHE + client + " AH00126: Invalid URI in request");

        assertThat(told.address()).isEqualTo(address);
        assertThat(told.activity()).isEqualTo("request_invalid");
    }

    @Test
    void apacheTellsLevelMessageAndReferer() {
        var told =
                ReadLog.line(
                        "apache-error",
                        APACHE
                                + "[client 203.0.113.91:50412] AH01630: client denied by server"
                                + " configuration: /var/www/.env, referer: https://a.example/");

        assertThat(told.at()).isEqualTo(Instant.parse("2026-11-23T08:22:59Z"));
        assertThat(told.get(EventField.LEVEL)).isEqualTo("error");
        assertThat(told.get(EventField.MESSAGE))
                .isEqualTo("AH01630: client denied by server configuration: /var/www/.env");
        assertThat(told.get(EventField.FILE)).isEqualTo("/var/www/.env");
        assertThat(told.get(EventField.REFERER)).isEqualTo("https://a.example/");
        assertThat(told.activity()).isEqualTo("access_forbidden");
        assertThat(told.get(EventField.PRODUCT)).isEqualTo("apache");
    }

    @Test
    void linesOfApache22AreUnderstood() {
        var told =
                ReadLog.line(
                        "apache-error",
                        "[Mon Nov  2 08:22:59 2026] [error] [client 2001:db8::1:5041] File does not"
                                + " exist: /var/www/x");

        assertThat(told.at()).isEqualTo(Instant.parse("2026-11-02T08:22:59Z"));
        assertThat(told.address()).isEqualTo("2001:db8::1:5041");
        assertThat(told.activity()).isEqualTo("file_not_found");
    }

    @Test
    void aFailedLoginToApacheNamesTheAccount() {
        var told =
                ReadLog.line(
                        "apache-error",
                        APACHE
                                + "[client 203.0.113.91:50412] AH01617: user mara: authentication"
                                + " failure for \"/private\": Password Mismatch");

        assertThat(told.kind()).isEqualTo(EventClass.AUTHENTICATION);
        assertThat(told.activity()).isEqualTo("basic_auth_failed");
        assertThat(told.get(EventField.ACCOUNT)).isEqualTo("mara");
    }

    @Test
    void anAlarmOfTheFirewallIsAFinding() {
        var told =
                ReadLog.line(
                        "apache-error",
                        APACHE
                                + "[client 203.0.113.91:50412] [client 203.0.113.91] ModSecurity:"
                                + " Access denied with code 403 (phase 2). Pattern match at ARGS:s."
                                + " [file \"/etc/crs/942.conf\"] [id \"942100\"] [msg \"SQL Injection"
                                + " \\\"found\\\"\"] [hostname \"shop\"] [uri \"/shop/\"]");

        assertThat(told.kind()).isEqualTo(EventClass.DETECTION_FINDING);
        assertThat(told.activity()).isEqualTo("attack_blocked");
        assertThat(told.get(EventField.PRODUCT)).isEqualTo("modsecurity");
        assertThat(told.get(EventField.DETAIL)).isEqualTo("SQL Injection \\\"found\\\"");
        assertThat(told.get(EventField.PATH)).isEqualTo("/shop/");
        assertThat(told.address()).isEqualTo("203.0.113.91");
    }

    @Test
    void whatPhpWroteThroughApacheIsOneEvent() {
        var log =
                ReadLog.of(
                        "apache-error",
                        APACHE
                                + "[client 203.0.113.91:50412] PHP Fatal error:  Uncaught Error in"
                                + " /var/www/p.php:7",
                        "Stack trace:",
                        "#0 {main}",
                        "  thrown in /var/www/p.php on line 7");

        assertThat(log.counts().understood()).isEqualTo(4);
        assertThat(log.events()).extracting(Told::activity).containsExactly("fatal_error");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nginx-error", "apache-error"})
    void timesAreOfTheSourcesZone(String format) {
        var line = format.startsWith("nginx") ? NGINX + "x" : APACHE + "x";

        var log = ReadLog.inZone(ZoneId.of("Asia/Kolkata"), format, line);

        assertThat(log.events().getFirst().at()).isEqualTo(Instant.parse("2026-11-23T02:52:59Z"));
    }

    @Test
    void linesThatBelongToNothingAreNotUnderstood() {
        for (var format : List.of("nginx-error", "apache-error", "php-error", "woocommerce")) {
            assertThat(
                            ReadLog.of(format, "#0 {main}", "", "2026/13/41 99:99:99 [x]")
                                    .counts()
                                    .rejected())
                    .as(format)
                    .containsOnlyKeys(Rejection.OTHER_FORMAT, Rejection.EMPTY);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nginx-error  | 2026/11/23 08:22:59 [err           | CUT_SHORT",
                "nginx-error  | 2026/02/30 08:22:59 [error] 1#1: x | OTHER_FORMAT",
                "apache-error | [Mon Nov 31 08:22:59 2026] [error] | OTHER_FORMAT",
                "apache-error | [Mon Nov 23 08:22:59.1             | OTHER_FORMAT"
            })
    void whyALineIsNotUnderstoodIsSaid(String format, String line, Rejection reason) {
        assertThat(ReadLog.refused(format, line)).isEqualTo(reason);
    }
}
