package dev.cordon.application.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.domain.evidence.acquisition.Pace;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PacedStreamTest {

    private static final long SECOND = 1_000_000_000L;

    private final List<Long> told = new ArrayList<>();
    private long nanos;

    @Test
    void tenMebibytesTakeFiveSecondsWhenTwoComeInOne() throws IOException {
        try (var paced = paced(10 << 20, Pace.GENTLE, true)) {
            assertThat(paced.readAllBytes()).hasSize(10 << 20);
        }

        assertThat(nanos).isEqualTo(5 * SECOND);
        assertThat(told).hasSizeBetween(5, 6).isSorted().endsWith(10L << 20);
    }

    @Test
    void withoutABoundNobodyWaits() throws IOException {
        try (var paced = paced(10 << 20, Pace.FULL, true)) {
            assertThat(paced.readAllBytes()).hasSize(10 << 20);
        }

        assertThat(nanos).isZero();
        assertThat(told).containsExactly(10L << 20);
    }

    @Test
    void itEndsOnceTheRestIsNotWanted() throws IOException {
        try (var paced = paced(10 << 20, Pace.GENTLE, false)) {
            assertThatThrownBy(paced::readAllBytes).isInstanceOf(PacedStream.Unwanted.class);
        }

        assertThat(nanos).isLessThan(2 * SECOND);
    }

    private InputStream paced(int size, Pace pace, boolean wanted) {
        return new PacedStream(
                new ByteArrayInputStream(new byte[size]),
                pace,
                bytes -> {
                    told.add(bytes);
                    return wanted;
                },
                () -> nanos,
                time -> nanos += time);
    }
}
