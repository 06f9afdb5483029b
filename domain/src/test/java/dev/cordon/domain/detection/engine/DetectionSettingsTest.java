package dev.cordon.domain.detection.engine;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.domain.detection.engine.DetectionSettings.Limits;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DetectionSettingsTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void theGapBetweenCampaignsLastsASecondAtLeast() {
        var usual = DetectionSettings.DEFAULTS;

        assertThatThrownBy(
                        () ->
                                new DetectionSettings(
                                        Duration.ofMillis(999),
                                        usual.accountPaths(),
                                        usual.allowed(),
                                        usual.limits()))
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
                                        MINUTE, List.of(path), usual.allowed(), usual.limits()))
                .hasMessageContaining("starts with a slash");
    }
}
