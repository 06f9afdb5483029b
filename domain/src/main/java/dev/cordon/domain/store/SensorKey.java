package dev.cordon.domain.store;

/**
 * The secret that Cordon shares with its plugin in one store. It signs what the sensor sends and
 * what it is told to do.
 *
 * @param secret 32 random bytes or more as base64url without padding; secret
 */
public record SensorKey(String secret) implements Connection {

    public SensorKey {
        if (!secret.matches("[0-9A-Za-z_-]{43,128}")) {
            throw new IllegalArgumentException(
                    "a sensor's secret has at least 32 bytes in base64url");
        }
    }

    @Override
    public ConnectionKind kind() {
        return ConnectionKind.SENSOR;
    }

    @Override
    public String toString() {
        return "sensor plugin";
    }
}
