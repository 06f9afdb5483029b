package dev.cordon.domain.detection.match;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HashesTest {

    @Test
    void aHashIsOfTheBytesWhereverTheyStand() {
        byte[] text = "GET /product/red-boots-1470/?size=42 HTTP/1.1".getBytes(UTF_8);
        for (int length = 0; length <= text.length; length++) {
            for (int shift = 0; shift < 9; shift++) {
                byte[] moved = new byte[shift + length + 7];
                System.arraycopy(text, 0, moved, shift, length);

                assertThat(Hashes.of(moved, shift, shift + length, 5))
                        .isEqualTo(Hashes.of(text, 0, length, 5))
                        .isNotZero();
            }
        }
    }

    @Test
    void everyBitAndEveryLengthCounts() {
        byte[] text = new byte[70];
        var seen = new HashSet<Long>();
        for (int length = 0; length <= text.length; length++) {
            assertThat(seen.add(Hashes.of(text, 0, length, 9))).isTrue();
        }
        for (int bit = 0; bit < text.length * 8; bit++) {
            byte[] other = text.clone();
            other[bit / 8] ^= (byte) (1 << bit % 8);

            assertThat(seen.add(Hashes.of(other, 0, other.length, 9))).isTrue();
        }
    }

    /** Highest bits pass a multiplication alone: what one changes, another must not take back. */
    @Test
    void changesOfTwoPlacesDoNotMakeUpForEachOtherUnderAnySalt() {
        var random = new Random(1);
        for (int tried = 0; tried < 200_000; tried++) {
            byte[] text = new byte[48];
            random.nextBytes(text);
            byte[] other = text.clone();
            int first = random.nextInt(3) * 8;
            flip(other, first, 63);
            flip(other, first + 8, 63);
            if (random.nextBoolean()) {
                flip(other, first + 8, 32);
            }
            long salt = random.nextLong();

            assertThat(Hashes.of(other, 0, 48, salt)).isNotEqualTo(Hashes.of(text, 0, 48, salt));
        }
    }

    @Test
    void anotherSaltIsAnotherHash() {
        byte[] text = "/wp-login.php".getBytes(UTF_8);
        var seen = new HashSet<Long>();
        for (long salt = 0; salt < 10_000; salt++) {
            seen.add(Hashes.of(text, 0, text.length, salt));
        }

        assertThat(seen).hasSize(10_000);
    }

    private static void flip(byte[] text, int chunk, int bit) {
        text[chunk + bit / 8] ^= (byte) (1 << bit % 8);
    }
}
