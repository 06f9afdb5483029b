package dev.cordon.domain.detection.engine;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.domain.detection.engine.DetectionSettings.Burst;
import dev.cordon.domain.detection.engine.DetectionSettings.Limits;
import dev.cordon.domain.detection.engine.DetectionSettings.Spread;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DetectionSettingsTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void aThresholdThatWouldAccuseEverybodyIsRefused() {
        assertThatThrownBy(() -> new Burst(1, MINUTE)).hasMessageContaining("at least 2");
        assertThatThrownBy(() -> new Spread(0, MINUTE)).hasMessageContaining("at least 2");
    }

    @Test
    void aWindowLastsASecondAtLeast() {
        assertThatThrownBy(() -> new Burst(10, Duration.ofMillis(999)))
                .hasMessageContaining("at least a second");
    }

    @Test
    void memoryHasRoomForSomething() {
        assertThatThrownBy(() -> new Limits(64_000, MINUTE, MINUTE, MINUTE, 0, 100))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Limits(64_000, MINUTE.negated(), MINUTE, MINUTE, 99, 99))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"my-account", "/my-account/", "/", "", "/my account"})
    void aLoginPathIsAPath(String path) {
        var usual = DetectionSettings.DEFAULTS;

        assertThatThrownBy(
                        () ->
                                new DetectionSettings(
                                        usual.burst(),
                                        usual.spread(),
                                        2,
                                        MINUTE,
                                        List.of(path),
                                        usual.limits()))
                .hasMessageContaining("starts with a slash");
    }
}
