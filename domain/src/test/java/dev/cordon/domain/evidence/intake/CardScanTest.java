package dev.cordon.domain.evidence.intake;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CardScanTest {

    private static final String CARD = "4111111111111111";
    private static final String KEPT = "411111******1111";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "4111111111111111|411111******1111",
                "x 4111 1111 1111 1111 y|x 4111 11** **** 1111 y",
                "4111-1111-1111-1111,|4111-11**-****-1111,",
                "4111.1111.1111.1111|4111.11**.****.1111",
                "3782 822463 10005|3782 82**** *0005",
                "3056 930902 5904|3056 93**** 5904",
                "4111+1111+1111+1111|4111+11**+****+1111",
                "n=4111%201111%201111%201111&|n=4111%2011**%20****%201111&",
                "%224111111111111111%22|%22411111******1111%22",
                "n%3D4111111111111111%26|n%3D411111******1111%26",
                "{\"n\":\"5555555555554444\"}|{\"n\":\"555555******4444\"}",
                "\\u00224111111111111111\\u0022|\\u0022411111******1111\\u0022",
                "'a\\n4111111111111111\\n'|'a\\n411111******1111\\n'",
                "(7,'4111111111111111',2)|(7,'411111******1111',2)",
                "s:16:\"4111111111111111\";|s:16:\"411111******1111\";",
                "2026 4111 1111 1111 1111|2026 4111 11** **** 1111",
                ";4111111111111111=25121010000012345678?|;411111******1111=********************?",
                "%B4111111111111111^DOE/JANE^25121010000?|%B411111******1111^DOE/JANE^***********?"
            })
    void aCardNumberKeepsItsFirstSixAndItsLastFourDigits(String text, String blotted) {
        assertThat(blotted(text, UTF_8, text.length())).isEqualTo(blotted);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "cvc=123&x=1|cvc=***&x=1",
                "card_cvv%3D1234%26|card_cvv%3D****%26",
                "{\"cvv2\":\"123\"}|{\"cvv2\":\"***\"}",
                "{\"securityCode\": 123}|{\"securityCode\": ***}",
                "%22cvc%22%3A%22123%22|%22cvc%22%3A%22***%22",
                "{\\\"cvc\\\":\\\"123\\\"}|{\\\"cvc\\\":\\\"***\\\"}",
                "<CVV>123</CVV>|<CVV>***</CVV>",
                "[card-cvc] => 123|[card-cvc] => ***",
                "'cvc' => '123'|'cvc' => '***'",
                "s:3:\"cvc\";s:3:\"123\";|s:3:\"cvc\";s:3:\"***\";",
                "security code: 123|security code: ***",
                "name=\"wc-card-cvc\" 123|name=\"wc-card-cvc\" ***"
            })
    void nothingStaysOfAVerificationCode(String text, String blotted) {
        assertThat(blotted(text, UTF_8, text.length())).isEqualTo(blotted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4111111111111112",
                "0.4111111111111111",
                "a4111111111111111",
                "4111111111111111a",
                "41111111111111111111",
                "1763912345123",
                "1763912345123456",
                "cvc 123 in all",
                "cvc: 12345",
                "total=123",
                "10.20.30.40 - - [23/Nov/2026:02:00:00 +0000]",
                "4111 1111 1111 111",
                "2026-11-23 02:00:00.123456",
                "9006 4111-1111 1111 1111"
            })
    void whatIsNoneStaysAsItIs(String text) {
        assertThat(blotted(text, UTF_8, text.length())).isEqualTo(text);
    }

    @Test
    void itIsFoundInWideTextToo() {
        var text = "Karte 4111 1111 1111 1111, cvc: 123 ä\n";
        var kept = "Karte 4111 11** **** 1111, cvc: *** ä\n";

        assertThat(blotted(text, UTF_16LE, 1000)).isEqualTo(kept);
        assertThat(blotted(text, UTF_16BE, 1000)).isEqualTo(kept);
        assertThat(blotted(text, Charset.forName("UTF-32LE"), 1000)).isEqualTo(kept);
        assertThat(blotted("4111\u00a01111\u00a01111\u00a01111", UTF_8, 1000))
                .isEqualTo("4111\u00a011**\u00a0****\u00a01111");
    }

    /** Wherever what comes is split, and however far it is in. */
    @Test
    void itIsFoundOverTheEndsOfWhatComes() {
        for (int before : new int[] {0, 1, 65_000, 130_555, 130_560, 131_060, 131_072, 262_140}) {
            for (int step : new int[] {1, 7, 4096, 65_536}) {
                if (step == 1 && before > 1) {
                    continue;
                }
                var text = "-".repeat(before) + " 4111 1111 1111 1111 cvc=123 " + "-".repeat(600);

                var blotted = blotted(text, UTF_8, step);

                assertThat(blotted).contains(" 4111 11** **** 1111 cvc=*** ");
                assertThat(blotted).hasSameSizeAs(text);
            }
        }
    }

    @Test
    void whatIsOnlyCountedIsNotChanged() {
        var scan = new CardScan(false);

        var out = run(scan, (CARD + ", cvc=123\n" + CARD).getBytes(UTF_8), 100);

        assertThat(new String(out, UTF_8)).isEqualTo(CARD + ", cvc=123\n" + CARD);
        assertThat(scan.found()).isEqualTo(3);
    }

    @Test
    void blottingTwiceFindsNothingMore() {
        var scan = new CardScan(true);

        run(scan, (KEPT + " " + KEPT).getBytes(UTF_8), 100);

        assertThat(scan.found()).isZero();
    }

    /** No log of an attack, and hardly any noise, is taken for cards. Measured, not hoped. */
    @Test
    void whatHoldsNoCardsIsHardlyEverTakenForThem() throws IOException {
        long inLogs = 0;
        long bytes = 0;
        try (var files = Files.walk(Path.of("src/test/resources/detection"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var scan = new CardScan(false);
                var content = Files.readAllBytes(file);
                run(scan, content, 65_536);
                inLogs += scan.found();
                bytes += content.length;
            }
        }
        var noise = new CardScan(false);
        var random = new byte[32 << 20];
        new Random(7).nextBytes(random);
        run(noise, random, 65_536);

        assertThat(bytes).isGreaterThan(1_000_000);
        assertThat(inLogs).isZero();
        assertThat(noise.found()).isZero();
    }

    /**
     * Of numbers at random with sixteen digits, one in forty looks like a card: Luhn and issuer.
     */
    @Test
    void longNumbersAtRandomAreSometimesTakenForCards() {
        var random = new Random(7);
        var numbers = new StringBuilder();
        for (int i = 0; i < 100_000; i++) {
            numbers.append(1_000_000_000_000_000L + random.nextLong(9_000_000_000_000_000L));
            numbers.append('\n');
        }
        var scan = new CardScan(false);

        run(scan, numbers.toString().getBytes(UTF_8), 65_536);

        assertThat(scan.found() / 100_000d).isBetween(0.02, 0.05);
    }

    static String blotted(String text, Charset charset, int step) {
        return new String(run(new CardScan(true), text.getBytes(charset), step), charset);
    }

    static byte[] run(CardScan scan, byte[] content, int step) {
        var out = new ByteArrayOutputStream();
        int at = 0;
        do {
            int some = Math.min(Math.min(step, scan.room()), content.length - at);
            System.arraycopy(content, at, scan.window(), scan.end(), some);
            at += some;
            scan.added(some, at == content.length);
            out.write(scan.window(), scan.ready(), scan.looked() - scan.ready());
            scan.taken(scan.looked() - scan.ready());
        } while (at < content.length);
        return out.toByteArray();
    }
}
