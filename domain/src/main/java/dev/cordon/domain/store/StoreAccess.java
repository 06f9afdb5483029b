package dev.cordon.domain.store;

import dev.cordon.domain.store.RestCredential.ApplicationPassword;
import dev.cordon.domain.store.RestCredential.WooKey;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is kept to reach one store: each kind of connection once, or not. */
public record StoreAccess(
        @Nullable WooKey key,
        @Nullable ApplicationPassword password,
        @Nullable ShellAccess shell,
        @Nullable SensorKey sensor,
        @Nullable EdgeToken edge) {

    public static final StoreAccess NONE = new StoreAccess(null, null, null, null, null);

    public static StoreAccess with(Connection... connections) {
        var access = NONE;
        for (var connection : connections) {
            access = access.and(connection);
        }
        return access;
    }

    /** These connections, and the given one in the place of its kind. */
    public StoreAccess and(Connection connection) {
        return switch (connection) {
            case WooKey given -> new StoreAccess(given, password, shell, sensor, edge);
            case ApplicationPassword given -> new StoreAccess(key, given, shell, sensor, edge);
            case ShellAccess given -> new StoreAccess(key, password, given, sensor, edge);
            case SensorKey given -> new StoreAccess(key, password, shell, given, edge);
            case EdgeToken given -> new StoreAccess(key, password, shell, sensor, given);
        };
    }

    /** These connections, without those of that kind. */
    public StoreAccess without(ConnectionKind kind) {
        return switch (kind) {
            case REST_KEY -> new StoreAccess(null, password, shell, sensor, edge);
            case APPLICATION_PASSWORD -> new StoreAccess(key, null, shell, sensor, edge);
            case SHELL -> new StoreAccess(key, password, null, sensor, edge);
            case SENSOR -> new StoreAccess(key, password, shell, null, edge);
            case EDGE -> new StoreAccess(key, password, shell, sensor, null);
        };
    }

    /** What a new address of the store leaves: nothing that would be shown to another host. */
    public StoreAccess atAnotherAddress() {
        return without(ConnectionKind.REST_KEY)
                .without(ConnectionKind.APPLICATION_PASSWORD)
                .without(ConnectionKind.SENSOR);
    }

    /** Those that are there, in the order of {@link ConnectionKind}. */
    public List<Connection> connections() {
        return Stream.<@Nullable Connection>of(key, password, shell, sensor, edge)
                .filter(Objects::nonNull)
                .<Connection>map(Objects::requireNonNull)
                .toList();
    }

    public boolean has(ConnectionKind kind) {
        return connections().stream().anyMatch(each -> each.kind() == kind);
    }

    /** What to show on WooCommerce's routes: the key before the more powerful password. */
    public @Nullable RestCredential forWooCommerce() {
        return key != null ? key : password;
    }

    /** What to show on WordPress's routes, where a WooCommerce key is worth nothing. */
    public @Nullable ApplicationPassword forWordPress() {
        return password;
    }
}
