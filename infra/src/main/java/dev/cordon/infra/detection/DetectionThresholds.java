package dev.cordon.infra.detection;

import dev.cordon.domain.detection.engine.Allowed;
import dev.cordon.domain.detection.engine.DetectionSettings;
import dev.cordon.domain.detection.engine.DetectionSettings.Limits;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What detection is told of the store, as an operator sets it, {@code
 * cordon.detection.campaign-gap} for one. {@link DetectionSettings} says what each means.
 */
@ConfigurationProperties("cordon.detection")
record DetectionThresholds(
        @DefaultValue("30m") Duration campaignGap,
        @DefaultValue List<String> accountPaths,
        @DefaultValue List<String> allowed,
        @DefaultValue("10m") Duration futureTolerance,
        @DefaultValue("10m") Duration disorder,
        @DefaultValue("1h") Duration visitMemory,
        @DefaultValue("100000") int visitors,
        @DefaultValue("20000") int listed,
        @DefaultValue("262144") int longestLine) {

    /** Those that Cordon knows and those that the operator knows. */
    private List<Allowed> networks() {
        return Stream.concat(
                        DetectionSettings.DEFAULTS.allowed().stream(),
                        allowed.stream().map(Allowed::of))
                .toList();
    }

    DetectionSettings settings() {
        return new DetectionSettings(
                campaignGap,
                accountPaths.isEmpty() ? DetectionSettings.ACCOUNT_PATHS : accountPaths,
                networks(),
                new Limits(longestLine, futureTolerance, disorder, visitMemory, visitors, listed));
    }
}
