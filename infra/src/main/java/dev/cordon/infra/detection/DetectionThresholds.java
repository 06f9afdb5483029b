package dev.cordon.infra.detection;

import dev.cordon.domain.detection.engine.DetectionSettings;
import dev.cordon.domain.detection.engine.DetectionSettings.Burst;
import dev.cordon.domain.detection.engine.DetectionSettings.Limits;
import dev.cordon.domain.detection.engine.DetectionSettings.Spread;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The thresholds of detection as an operator sets them, {@code cordon.detection.burst-refused} for
 * one. {@link DetectionSettings} says what each means.
 */
@ConfigurationProperties("cordon.detection")
record DetectionThresholds(
        @DefaultValue("10") int burstRefused,
        @DefaultValue("5m") Duration burstWindow,
        @DefaultValue("25") int spreadAddresses,
        @DefaultValue("10m") Duration spreadWindow,
        @DefaultValue("2") int refusedPerAccepted,
        @DefaultValue("30m") Duration campaignGap,
        @DefaultValue("/my-account") List<String> accountPaths,
        @DefaultValue("10m") Duration futureTolerance,
        @DefaultValue("10m") Duration disorder,
        @DefaultValue("1h") Duration visitMemory,
        @DefaultValue("100000") int visitors,
        @DefaultValue("20000") int listed,
        @DefaultValue("65536") int longestLine) {

    DetectionSettings settings() {
        return new DetectionSettings(
                new Burst(burstRefused, burstWindow),
                new Spread(spreadAddresses, spreadWindow),
                refusedPerAccepted,
                campaignGap,
                accountPaths,
                new Limits(longestLine, futureTolerance, disorder, visitMemory, visitors, listed));
    }
}
