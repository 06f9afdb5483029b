package dev.cordon.application.store;

import dev.cordon.domain.store.SensorKey;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A command as the sensor plugin takes it once.
 *
 * @param nonce never twice
 */
public record SensorOrder(String door, Instant at, String nonce, byte[] body) {

    private static final String PURPOSE = "cordon-sensor-command/1";

    public String timestamp() {
        return Long.toString(at.getEpochSecond());
    }

    /** With each secret that is good: nobody knows yet which one the plugin has. */
    public String signature(SensorKey key) {
        return key.secrets().stream().map(this::signed).collect(Collectors.joining(", "));
    }

    private String signed(String secret) {
        return SensorSignature.of(secret, List.of(PURPOSE, door, timestamp(), nonce), body);
    }

    @Override
    public String toString() {
        return "order for " + door;
    }
}
