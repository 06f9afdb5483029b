package dev.cordon.infra.persistence.store;

import dev.cordon.domain.store.EdgeToken;
import dev.cordon.domain.store.RestCredential.ApplicationPassword;
import dev.cordon.domain.store.RestCredential.WooKey;
import dev.cordon.domain.store.SensorKey;
import dev.cordon.domain.store.ShellAccess;
import dev.cordon.domain.store.StoreAccess;
import org.jspecify.annotations.Nullable;

/** What is encrypted of a store's connections, as one JSON object. */
record StoreSecrets(
        @Nullable String consumerKey,
        @Nullable String consumerSecret,
        @Nullable String user,
        @Nullable String password,
        @Nullable ShellAccess shell,
        @Nullable String sensor,
        @Nullable String formerSensor,
        @Nullable EdgeToken edge) {

    static StoreSecrets of(StoreAccess access) {
        var key = access.key();
        var password = access.password();
        var sensor = access.sensor();
        return new StoreSecrets(
                key == null ? null : key.consumerKey(),
                key == null ? null : key.consumerSecret(),
                password == null ? null : password.user(),
                password == null ? null : password.password(),
                access.shell(),
                sensor == null ? null : sensor.secret(),
                sensor == null ? null : sensor.former(),
                access.edge());
    }

    StoreAccess access() {
        return new StoreAccess(
                consumerKey == null || consumerSecret == null
                        ? null
                        : new WooKey(consumerKey, consumerSecret),
                user == null || password == null ? null : new ApplicationPassword(user, password),
                shell,
                sensor == null ? null : new SensorKey(sensor, formerSensor),
                edge);
    }

    @Override
    public String toString() {
        return "secrets of a store";
    }
}
