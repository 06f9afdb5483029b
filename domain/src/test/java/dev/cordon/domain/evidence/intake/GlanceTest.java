package dev.cordon.domain.evidence.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GlanceTest {

    private static final int TEXTS = 300_000;

    /** What numbers and codes are made of, and what stands around them. */
    private static final String[] PIECES = {
        "4111111111111111",
        "4111 1111 1111 1111",
        "3782 822463 10005",
        "30569309025904",
        "4111",
        "1111",
        "822463",
        "123",
        "1234",
        "7",
        "42",
        "cvc",
        "cvv2",
        "CVV",
        "card_code",
        "securityCode",
        "wc-card-cvc",
        "order",
        "e",
        "2",
        "s:3:",
        "s:16:",
        ":",
        "=",
        " => ",
        "\"",
        "'",
        ",",
        "|",
        "[",
        ">",
        " ",
        "-",
        "_",
        "+",
        ".",
        "\t",
        "\\",
        "\\n",
        "\\u0022",
        "\\x22",
        "%20",
        "%2B",
        "%3D",
        "%22",
        "%34",
        "%",
        "B",
        "\u00a0",
        "\u00c2\u00a0",
        "\u00e2\u0080\u0089",
        "\u00e2\u0080\u0093",
        "\u00ff",
        "\0",
        "\0\0\0",
        "\n"
    };

    /** A glance may be unsure; it is never wrong. */
    @Test
    void whereItSeesNothingACloserLookFindsNothing() {
        var random = new Random(7);
        var forms = new CardForms(false);
        int sure = 0;
        int found = 0;
        for (int i = 0; i < TEXTS; i++) {
            var bytes = text(random).getBytes(ISO_8859_1);
            for (int at = 0; at < bytes.length; at++) {
                int past = runEnd(bytes, at);
                if (past == at || past == bytes.length) {
                    continue;
                }
                int end = forms.end(new Characters(bytes, 0, bytes.length, 1), at);
                if (Glance.isNothing(bytes, 0, at, past, bytes.length)) {
                    assertThat(end).as("%s at %d", new String(bytes, ISO_8859_1), at).isNegative();
                    sure++;
                }
                found += end < 0 ? 0 : 1;
                at = past;
            }
        }
        assertThat(found).isGreaterThan(10_000);
        assertThat(sure).isGreaterThan(10_000);
    }

    /** Whatever is no candidate is told at a glance; what may be wide or encoded is not told of. */
    @Test
    void whatABlockPassesOverIsNothing() {
        var random = new Random(8);
        var block = new DigitBlock();
        int told = 0;
        for (int i = 0; i < TEXTS; i++) {
            var text = new StringBuilder();
            while (text.length() < 2 * DigitBlock.SIZE) {
                text.append(text(random));
            }
            var bytes = text.toString().getBytes(ISO_8859_1);
            if (!block.look(bytes, 0)) {
                continue;
            }
            told++;
            for (int at = 0; at < block.told(); at++) {
                int past = runEnd(bytes, at);
                if (past > at && (block.candidates() >>> at & 1) == 0) {
                    assertThat(Glance.isNothing(bytes, 0, at, past, bytes.length))
                            .as("%s at %d", text, at)
                            .isTrue();
                }
                at = Math.max(at, past);
            }
            assertThat(block.told()).isPositive();
            assertThat(runEnd(bytes, block.told() - 1)).isEqualTo(block.told() - 1);
        }
        assertThat(told).isGreaterThan(1_000);
    }

    /** What dumps and logs are full of needs no closer look. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "(17,'wc-completed','EUR',419.00,8123,",
                "'2026-11-23 12:07:55',NULL",
                "10.20.30.40 - - [23/Nov/2026:02:00:00 +0000] \"GET /?p=17 HTTP/1.1\" 200 5120 \"-\"",
                "'wc_order_7f3a2b9c11d40e55'",
                "s:5:\"total\";i:1763912345;",
                "\"id\":1234,\"sum\":123}"
            })
    void whatShopsWriteIsToldAtAGlance(String text) {
        var bytes = text.getBytes(ISO_8859_1);
        for (int at = 0; at < bytes.length; at++) {
            int past = runEnd(bytes, at);
            if (past > at) {
                assertThat(Glance.isNothing(bytes, 0, at, past, bytes.length))
                        .as("%s at %d", text, at)
                        .isTrue();
                at = past;
            }
        }
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        int pieces = 1 + random.nextInt(9);
        for (int i = 0; i < pieces; i++) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    private static int runEnd(byte[] bytes, int at) {
        int past = at;
        while (past < bytes.length && bytes[past] >= '0' && bytes[past] <= '9') {
            past++;
        }
        return past;
    }
}
