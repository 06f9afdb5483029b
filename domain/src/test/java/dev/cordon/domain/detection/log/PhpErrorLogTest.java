package dev.cordon.domain.detection.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.detection.log.ReadLog.Told;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What PHP, WordPress and PHP-FPM say about errors. */
class PhpErrorLogTest {

    private static final String PHP = "php-error";
    private static final Instant MOMENT = Instant.parse("2026-11-23T08:22:19Z");
    private static final String STAMP = "[23-Nov-2026 08:22:19 UTC] ";

    @Test
    void aRecordedDebugLogIsUnderstood() {
        var log = ReadLog.recorded(PHP, "bruteforce-wp-login/debug.log");

        assertThat(log.counts().rejected()).isEmpty();
        var told = log.events().getFirst();
        assertThat(told.at()).isEqualTo(Instant.parse("2026-11-23T08:17:50Z"));
        assertThat(told.kind()).isEqualTo(EventClass.APPLICATION_ERROR);
        assertThat(told.activity()).isEqualTo("warning");
        assertThat(told.get(EventField.LEVEL)).isEqualTo("Warning");
        assertThat(told.get(EventField.MESSAGE)).startsWith("PHP Warning:  wp_update_plugins()");
        assertThat(told.get(EventField.PRODUCT)).isEqualTo("php");
    }

    @Test
    void aRecordedLogOfFpmIsUnderstood() {
        var log = ReadLog.recorded(PHP, "normal/php-fpm.log");

        assertThat(log.counts().rejected()).isEmpty();
        var busy = log.events().getFirst();
        assertThat(busy.activity()).isEqualTo("workers_exhausted");
        assertThat(busy.get(EventField.LEVEL)).isEqualTo("WARNING");
        var slow = log.events().get(1);
        assertThat(slow.activity()).isEqualTo("slow_request");
        assertThat(slow.get(EventField.METHOD)).isEqualTo("POST");
        assertThat(slow.get(EventField.TARGET)).isEqualTo("/index.php");
        assertThat(slow.get(EventField.FILE)).isEqualTo("/var/www/store/index.php");
    }

    @Test
    void aStackTraceBelongsToItsError() {
        var log =
                ReadLog.of(
                        PHP,
                        STAMP
                                + "PHP Fatal error:  Uncaught TypeError: strlen(): Argument #1 in"
                                + " /var/www/wp-content/plugins/pay/pay.php:12",
                        "Stack trace:",
                        "#0 /var/www/wp-includes/class-wp-hook.php(324): pay()",
                        "",
                        "#1 {main}",
                        "  thrown in /var/www/wp-content/plugins/pay/pay.php on line 12",
                        STAMP + "PHP Notice:  Undefined index: a in C:\\www\\x.php on line 3");

        assertThat(log.counts().understood()).isEqualTo(7);
        assertThat(log.events())
                .extracting(Told::activity)
                .containsExactly("fatal_error", "notice");
        assertThat(log.events())
                .extracting(told -> told.get(EventField.FILE))
                .containsExactly("/var/www/wp-content/plugins/pay/pay.php", "C:\\www\\x.php");
        assertThat(log.events().getFirst().get(EventField.MESSAGE)).endsWith("on line 12");
    }

    @Test
    void aStackTraceMayHaveTimesOfItsOwn() {
        var log =
                ReadLog.of(
                        PHP,
                        STAMP
                                + "PHP Fatal error:  Allowed memory size exhausted in /a.php on line 9",
                        STAMP + "PHP Stack trace:",
                        STAMP + "PHP   1. {main}() /var/www/index.php:0",
                        STAMP + "PHP  10. require() /var/www/index.php:17",
                        STAMP + "PHP 7 is old");

        assertThat(log.events()).hasSize(2);
        assertThat(log.counts().understood()).isEqualTo(5);
        assertThat(log.events().getFirst().get(EventField.FILE)).isEqualTo("/a.php");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PHP Fatal error:  x in /a.php on line 1              | fatal_error | Fatal error",
                "PHP Parse error:  syntax error in /a.php on line 1   | fatal_error | Parse error",
                "PHP Warning:  x in /a.php on line 1                  | warning     | Warning",
                "PHP Notice:  x in /a.php on line 1                   | notice      | Notice",
                "PHP Deprecated:  x in /a.php on line 1               | deprecated  | Deprecated",
                "Fatal error: x in /a.php on line 1                   | fatal_error | Fatal error",
                "WordPress database error Table 'a' doesn't exist for query SELECT 1 | database_error |",
                "my plugin says hello                                 |             |",
                "NOTICE: fpm is running, pid 1                        |             | NOTICE",
                "WARNING: [pool www] child 7 exited on signal 11 (SIGSEGV) after 3.0 seconds"
                        + " from start | fatal_error | WARNING",
                "WARNING: [pool www] child 7 said into stderr: \"NOTICE: PHP message: PHP Fatal"
                        + " error:  x in /a.php on line 1\" | fatal_error | Fatal error"
            })
    void whatIsSaidIsKnown(String message, String activity, String level) {
        var told = ReadLog.line(PHP, STAMP + message);

        assertThat(told.activity()).isEqualTo(activity == null ? "" : activity);
        assertThat(told.get(EventField.LEVEL)).isEqualTo(level == null ? "" : level);
    }

    @Test
    void aSlowRequestIsToldWithWhereItWas() {
        var log =
                ReadLog.of(
                        PHP,
                        "[23-Nov-2026 08:22:19]  [pool woo] pid 25090",
                        "script_filename = /var/www/store/index.php",
                        "[0x00007f5d1b2132a0] curl_exec() /var/www/store/wp-includes/http.php:88",
                        "");

        assertThat(log.counts().rejected()).isEmpty();
        assertThat(log.events()).extracting(Told::activity).containsExactly("slow_request");
        assertThat(log.events().getFirst().get(EventField.FILE))
                .isEqualTo("/var/www/store/index.php");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[23-Nov-2026 08:22:19 UTC] x",
                "[23-Nov-2026 09:22:19 Europe/Berlin] x",
                "[23-Nov-2026 03:22:19 America/New_York] x",
                "[23-Nov-2026 13:52:19 +05:30] x",
                "[23-Nov-2026 17:22:19] x",
                "[23-Nov-2026 17:22:19.123456] x"
            })
    void aZoneThatTheLineNamesCountsElseTheSources(String line) {
        var log = ReadLog.inZone(ZoneId.of("Asia/Tokyo"), PHP, line);

        assertThat(log.events()).extracting(Told::at).containsExactly(MOMENT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[23-Nov-2026 08:22:19 Mars/Olympus] x | BAD_TIME",
                "[23-Nov-2026 08:22:19 ] x             | BAD_TIME",
                "[23-Nov-2026 08:22:19UTC] x           | BAD_TIME",
                "[31-Nov-2026 08:22:19 UTC] x          | OTHER_FORMAT",
                "[23-Nov]2026 08:26:19 Europe/Berlin] x | OTHER_FORMAT",
                "[23-Nov-2026]08:26:19 Europe/Berlin] x | OTHER_FORMAT",
                "[23-Nov-2026 08:22:19 UTC x           | OTHER_FORMAT",
                "PHP Warning:  x in /a.php on line 1   | OTHER_FORMAT"
            })
    void whyALineIsNotUnderstoodIsSaid(String line, Rejection reason) {
        assertThat(ReadLog.refused(PHP, line)).isEqualTo(reason);
    }
}
