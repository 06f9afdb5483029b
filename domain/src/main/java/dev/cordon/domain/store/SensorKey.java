package dev.cordon.domain.store;

import dev.cordon.domain.kernel.StoreId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The secret that Cordon shares with its plugin in one store. It signs what the sensor sends and
 * what it is told to do.
 *
 * @param secret 32 random bytes or more as base64url without padding; secret
 * @param former the one before, which is good until the plugin signs with the newer one; null if
 *     there is none; secret
 */
public record SensorKey(String secret, @Nullable String former) implements Connection {

    public SensorKey {
        check(secret);
        if (former != null) {
            check(former);
        }
    }

    public SensorKey(String secret) {
        this(secret, null);
    }

    /** The log source that this store's plugin speaks as. */
    public static String door(StoreId store) {
        return "sensor-" + store;
    }

    /**
     * A newer one in its place. The plugin goes on with the one it has until it is installed anew;
     * one that it never signed with is forgotten.
     */
    public SensorKey renewedBy(SensorKey newer) {
        return new SensorKey(newer.secret, former == null ? secret : former);
    }

    /** The plugin signed with the newer one. */
    public SensorKey settled() {
        return new SensorKey(secret);
    }

    /** Those that are good, the newest first. */
    public List<String> secrets() {
        return Stream.of(secret, former).filter(each -> each != null).toList();
    }

    @Override
    public ConnectionKind kind() {
        return ConnectionKind.SENSOR;
    }

    @Override
    public String toString() {
        return "sensor plugin";
    }

    private static void check(String secret) {
        if (!secret.matches("[0-9A-Za-z_-]{43,128}")) {
            throw new IllegalArgumentException(
                    "a sensor's secret has at least 32 bytes in base64url");
        }
    }
}
