package dev.cordon.infra.bootstrap.demo;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the replay.
 *
 * @param enabled whether there is one at all
 * @param speed how much faster than recorded
 */
@ConfigurationProperties("cordon.demo.replay")
record ReplaySettings(@DefaultValue("true") boolean enabled, @DefaultValue("2.5") double speed) {

    ReplaySettings {
        if (speed < 1) {
            throw new IllegalArgumentException(
                    "cordon.demo.replay.speed is at least 1, or lines would lie in the future");
        }
    }
}
