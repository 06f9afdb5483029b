package dev.cordon.infra.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class LimitedStreamTest {

    @Test
    void whatFitsIsReadToItsEnd() throws IOException {
        assertThat(of(10, 10).readAllBytes()).hasSize(10);
    }

    @Test
    void oneByteMoreIsAnErrorAndNeverASilentEnd() {
        assertThatExceptionOfType(BodyTooLarge.class)
                .isThrownBy(() -> of(11, 10).readAllBytes())
                .withMessage("the body is larger than 10 bytes");
    }

    @Test
    void whatIsSkippedCountsToo() throws IOException {
        var stream = of(20, 10);
        stream.skip(8);

        assertThatExceptionOfType(BodyTooLarge.class).isThrownBy(() -> stream.readNBytes(3));
    }

    private static LimitedStream of(int bytes, int limit) {
        return new LimitedStream(new ByteArrayInputStream(new byte[bytes]), limit);
    }
}
