package dev.cordon.domain.store;

import static dev.cordon.domain.store.ConnectionKind.APPLICATION_PASSWORD;
import static dev.cordon.domain.store.ConnectionKind.EDGE;
import static dev.cordon.domain.store.ConnectionKind.REST_KEY;
import static dev.cordon.domain.store.ConnectionKind.SENSOR;
import static dev.cordon.domain.store.ConnectionKind.SHELL;

import java.util.List;

/**
 * Something that Cordon does at a store when it is attacked, and the ways by which a store lets it.
 */
public enum Capability {
    READ_ORDERS(false, REST_KEY, APPLICATION_PASSWORD, SHELL),
    READ_CUSTOMERS(false, REST_KEY, APPLICATION_PASSWORD, SHELL),
    /** On which day an account was used last; the honest upper bound of who logged in. */
    READ_CUSTOMER_ACTIVITY(false, REST_KEY, APPLICATION_PASSWORD),
    READ_SYSTEM_STATUS(false, REST_KEY, APPLICATION_PASSWORD, SHELL),
    READ_PLUGINS(false, APPLICATION_PASSWORD, SHELL),
    READ_USERS(false, APPLICATION_PASSWORD, SHELL),
    /** Which account logged in, when and from where. */
    READ_LOGIN_SESSIONS(false, SENSOR, SHELL, APPLICATION_PASSWORD),
    /** Logins, failed ones too, changed roles and plugins, while they happen. */
    WATCH_LOGINS(false, SENSOR),
    READ_LOGS(false, SHELL),
    HASH_FILES(false, SHELL, SENSOR),
    EXPORT_DATABASE(false, SHELL),
    HOLD_ORDERS(true, REST_KEY, APPLICATION_PASSWORD, SHELL),
    SWITCH_GATEWAYS(true, REST_KEY, APPLICATION_PASSWORD, SHELL),
    LIMIT_CHECKOUT(true, REST_KEY, APPLICATION_PASSWORD, SHELL),
    MANAGE_WEBHOOKS(true, REST_KEY, APPLICATION_PASSWORD, SHELL),
    DEACTIVATE_PLUGINS(true, APPLICATION_PASSWORD, SHELL, SENSOR),
    /** WordPress's own interface installs the newest version alone. */
    ROLL_BACK_PLUGINS(true, SHELL),
    /** Takes rights from an account, or deletes it. */
    CHANGE_USERS(true, APPLICATION_PASSWORD, SHELL),
    RESET_PASSWORDS(true, APPLICATION_PASSWORD, SHELL),
    END_SESSIONS(true, SHELL, SENSOR),
    REVOKE_APPLICATION_PASSWORDS(true, APPLICATION_PASSWORD, SHELL, SENSOR),
    /** No interface of WooCommerce does it. */
    REVOKE_REST_KEYS(true, SHELL, SENSOR),
    /** Ends every session of everybody. */
    ROTATE_SALTS(true, SHELL),
    MAINTENANCE_MODE(true, SHELL, SENSOR),
    BLOCK_ADDRESSES(true, EDGE),
    BLOCK_PATHS(true, EDGE);

    private final boolean acts;
    private final List<ConnectionKind> ways;

    Capability(boolean acts, ConnectionKind... ways) {
        this.acts = acts;
        this.ways = List.of(ways);
    }

    /** Whether it changes the store; otherwise it reads. */
    public boolean acts() {
        return acts;
    }

    /** By what kinds of connection it can be done, the simplest to set up first. */
    public List<ConnectionKind> ways() {
        return ways;
    }
}
