package dev.cordon.domain.detection.log;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A log's first lines tell how it is written. */
class RecognitionTest {

    private static final String COMMON =
            "198.51.100.43 - - [23/Nov/2026:08:18:18 +0000] \"GET / HTTP/1.1\" 200 5";
    private static final String COMBINED = COMMON + " \"-\" \"curl\"";
    private static final String COMBINED_OF_A_USER =
            "198.51.100.43 - mara [23/Nov/2026:08:18:18 +0000] \"-\" 408 0 \"-\" \"-\"";
    private static final String HOSTED =
            "apache:%v %h %l %u %t \"%r\" %>s %b \"%{Referer}i\" \"%{User-Agent}i\"";

    @ParameterizedTest
    @CsvSource({
        "normal/access.log, combined",
        "card-testing/access.json.log, json",
        "scanner/error.log, nginx-error",
        "bruteforce-wp-login/debug.log, php-error",
        "normal/php-fpm.log, php-error",
        "card-testing/wc-logs/transactional-emails-2026-11-23-ee88d13a60b3974da902d5bb4648fe30.log, woocommerce",
        "bruteforce-wp-login/wc-logs/webhooks-delivery-2026-11-23-09ce8fd67e90a56dbecb3b1e8957d6b5.log, woocommerce",
        "sql-injection/wc-logs/fatal-errors-2026-11-23-7f048186ee5967b72be732ddf6500e93.log, woocommerce",
        "normal/php-fpm-access.log, ''",
        "normal/labels.json, ''"
    })
    void recordedLogsAreRecognized(String name, String format) {
        assertThat(recognized(ReadLog.bytes(name))).isEqualTo(format);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                COMMON + " | common",
                COMBINED + " | combined",
                COMBINED + " 0.123 \"up\" | combined",
                COMBINED + " \"203.0.113.9, 10.0.0.1\" | combined+forwarded",
                COMBINED + " \"gzip\" | combined",
                COMBINED + " \"-\" | combined",
                "\"203.0.113.9\" " + COMBINED + " | forwarded+combined",
                "shop.example:443 " + COMBINED + " | vhost-combined",
                "shop.example " + COMBINED + " | " + HOSTED,
                "192.0.2.80 " + COMBINED + " | " + HOSTED,
                COMBINED_OF_A_USER + " | combined",
                "shop.example:443 " + COMBINED + " \"203.0.113.9\" | vhost-combined+forwarded",
                "[Mon Nov 23 08:22:59.123456 2026] [core:error] [pid 17] x | apache-error",
                "11-23-2026 @ 08:09:23 - Payment declined | woocommerce",
                "{\"ts\":1795421898,\"event\":\"login_failed\",\"url\":\"/a\",\"method\":\"POST\"} | events",
                "{\"ts\":1795421898,\"type\":\"access\",\"uri\":\"/a\",\"status\":200} | json",
                "{\"time\":1795421898,\"class_uid\":4002,\"activity_name\":\"Get\",\"http_request\":"
                        + "{\"http_method\":\"GET\",\"url\":{\"path\":\"/\"}},\"http_response\":"
                        + "{\"code\":200}} | json",
                "{\"ts\":1795421898,\"event\":\"heartbeat\"} | events",
                "Nov 23 08:22:59 host sshd[7]: x | ''"
            })
    void oneLineIsEnough(String line, String format) {
        assertThat(recognized(line.getBytes(UTF_8))).isEqualTo(format);
        assertThat(recognized((line + "\r\n" + line + "\r\ncut at").getBytes(UTF_8)))
                .isEqualTo(format);
    }

    @Test
    void aMarkOfUtf8BeforeTheFirstLineIsPassedOver() {
        var marked = ("\ufeff" + COMBINED).getBytes(UTF_8);

        assertThat(recognized(marked)).isEqualTo("combined");
        assertThat(ReadLog.of("combined", "\ufeff" + COMBINED, COMBINED).events()).hasSize(2);
        assertThat(ReadLog.of("combined", COMBINED, "\ufeff" + COMBINED).events()).hasSize(1);
        assertThat(ReadLog.of("combined", "\ufeff").counts().rejected())
                .containsOnlyKeys(Rejection.EMPTY);
    }

    @Test
    void aClientThatMakesUpAHeaderDoesNotChangeTheFormat() {
        var lines = (COMBINED + " \"203.0.113.9\"\n").repeat(20) + COMBINED + " \"' or 1=1\"\n";

        assertThat(recognized(lines.getBytes(UTF_8))).isEqualTo("combined+forwarded");
    }

    @Test
    void someRubbishDoesNotHideAFormatMuchDoes() {
        var some = "rubbish\n" + (COMBINED + "\n").repeat(8) + "rubbish\n";
        var much = "rubbish\n".repeat(5) + (COMBINED + "\n").repeat(10);

        assertThat(recognized(some.getBytes(UTF_8))).isEqualTo("combined");
        assertThat(recognized(much.getBytes(UTF_8))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "\n", "\n\n\n", "\u0000", " ", "{", "[", "<html>\n<body>\n</html>\n"})
    void whatIsNoLogIsNone(String text) {
        assertThat(recognized(text.getBytes(UTF_8))).isEmpty();
    }

    @Test
    void textOfTwoBytesALetterIsNotUnderstood() {
        for (var wide : new java.nio.charset.Charset[] {UTF_16LE, UTF_16BE}) {
            assertThat(recognized(("\ufeff" + (COMBINED + "\n").repeat(9)).getBytes(wide)))
                    .isEmpty();
        }
    }

    @Test
    void junkIsNone() {
        var junk = new byte[60_000];
        new Random(7).nextBytes(junk);

        assertThat(recognized(junk)).isEmpty();
        assertThat(recognized("x".repeat(60_000).getBytes(ISO_8859_1))).isEmpty();
    }

    private static String recognized(byte[] bytes) {
        return LogFormat.recognise(bytes).map(LogFormat::text).orElse("");
    }
}
