package dev.cordon.domain.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SensorKeyTest {

    private static final SensorKey FIRST = new SensorKey("a".repeat(43));
    private static final SensorKey SECOND = new SensorKey("b".repeat(43));
    private static final SensorKey THIRD = new SensorKey("c".repeat(43));

    @Test
    void aRenewedKeyIsGoodBesidesTheFormerOneUntilItIsSettled() {
        var renewed = FIRST.renewedBy(SECOND);

        assertThat(renewed.secrets()).containsExactly(SECOND.secret(), FIRST.secret());
        assertThat(renewed.settled()).isEqualTo(SECOND);
    }

    @Test
    void oneThatThePluginNeverHadDoesNotTakeThePlaceOfTheOneItHas() {
        var renewed = FIRST.renewedBy(SECOND).renewedBy(THIRD);

        assertThat(renewed.secrets()).containsExactly(THIRD.secret(), FIRST.secret());
    }

    @Test
    void aKeyIsNeverWrittenOut() {
        assertThat(FIRST.renewedBy(SECOND)).hasToString("sensor plugin");
        assertThatIllegalArgumentException().isThrownBy(() -> new SensorKey("short"));
    }
}
