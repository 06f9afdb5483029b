package dev.cordon.application.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.store.SensorKey;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SensorSignatureTest {

    private static final SensorKey FIRST = new SensorKey("a".repeat(43));
    private static final SensorKey SECOND = new SensorKey("b".repeat(43));
    private static final byte[] BODY = "{\"events\":[]}".getBytes(UTF_8);

    /** Computed by {@code openssl dgst -sha256 -hmac}. */
    @Test
    void aBatchIsSignedAsTheProtocolSays() {
        var signature =
                SensorBatch.sign(
                        FIRST.secret(),
                        "sensor-x",
                        "0123456789abcdef",
                        7,
                        1_795_777_200,
                        "d".repeat(32),
                        BODY);

        assertThat(signature)
                .isEqualTo("v1=8d28712f326ddb8c47a8ee361fbfc476329a590143de8f8cbac9a7f8aed25677");
        var batch =
                new SensorBatch(
                        "0123456789abcdef", 7, 1_795_777_200, "d".repeat(32), signature, BODY);
        assertThat(batch.isSignedWith(FIRST.secret(), "sensor-x")).isTrue();
        assertThat(batch.isSignedWith(FIRST.secret(), "sensor-y")).isFalse();
        assertThat(batch.isSignedWith(SECOND.secret(), "sensor-x")).isFalse();
    }

    @Test
    void aBatchIsOfNowForFiveMinutes() {
        var batch = new SensorBatch("0123456789abcdef", 1, 1_000_000, "d".repeat(32), "v1=0", BODY);

        assertThat(batch.isOf(Instant.ofEpochSecond(1_000_300))).isTrue();
        assertThat(batch.isOf(Instant.ofEpochSecond(1_000_301))).isFalse();
        assertThat(batch.isOf(Instant.ofEpochSecond(999_699))).isFalse();
    }

    @Test
    void anOrderIsSignedWithEachSecretThatIsGoodAndWorthNothingAsABatch() {
        var order =
                new SensorOrder(
                        "sensor-x", Instant.ofEpochSecond(1_795_777_200), "d".repeat(32), BODY);

        var signatures = order.signature(FIRST.renewedBy(SECOND)).split(", ");
        assertThat(signatures).hasSize(2);
        assertThat(signatures[1])
                .isEqualTo("v1=2d5ab8cc7e9f7801180f03e5c2680e383f55ac37473e720fee011eccb59f1134");
    }
}
