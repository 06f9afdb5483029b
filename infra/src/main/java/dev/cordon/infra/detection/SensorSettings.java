package dev.cordon.infra.detection;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param every so often each log is looked after
 */
@ConfigurationProperties("cordon.sensors")
record SensorSettings(@DefaultValue("30s") Duration every) {

    SensorSettings {
        if (every.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("cordon.sensors.every: at least a second");
        }
    }
}
