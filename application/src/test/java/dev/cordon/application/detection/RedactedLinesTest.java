package dev.cordon.application.detection;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.detection.log.SecretMark;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RedactedLinesTest {

    private static final String SECRET = "card 4111 1111 1111 1111, Cookie: session=hunter2 end\n";
    private static final String KEPT = "card *******************, Cookie: *******************\n";

    @Test
    void inALineOfHundredsOfKilobytesASecretIsFoundWhereverItStands() throws IOException {
        for (int before : new int[] {0, 65_530, 65_536 - 20, 131_072 - 15, 900_000}) {
            var text = "a ".repeat(before / 2) + SECRET;

            assertThat(redacted(new ByteArrayInputStream(text.getBytes(US_ASCII))))
                    .hasSize(text.length())
                    .endsWith(KEPT);
        }
    }

    @Test
    void inPiecesAsTheyComeItIsTheSame() throws IOException {
        var random = new Random(4);
        var text = SECRET.repeat(5_000);

        var kept = redacted(new Dripping(text.getBytes(US_ASCII), random));

        assertThat(kept).isEqualTo(KEPT.repeat(5_000));
    }

    @Test
    void aLineWithoutAnEndComesOutInPiecesAndComesOutWhole() throws IOException {
        var text = "word ".repeat(700_000);

        assertThat(redacted(new ByteArrayInputStream(text.getBytes(US_ASCII)))).isEqualTo(text);
    }

    private static String redacted(InputStream lines) throws IOException {
        try (var redacted = new RedactedLines(lines, new SecretMark(new byte[] {1}))) {
            return new String(redacted.readAllBytes(), US_ASCII);
        }
    }

    /** Gives a few bytes at a time. */
    private static final class Dripping extends FilterInputStream {

        private final Random random;

        Dripping(byte[] bytes, Random random) {
            super(new ByteArrayInputStream(bytes));
            this.random = random;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return super.read(into, offset, Math.min(length, 1 + random.nextInt(9)));
        }
    }
}
