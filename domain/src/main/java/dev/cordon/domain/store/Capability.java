package dev.cordon.domain.store;

/** Something Cordon wants to do in a store and a credential may or may not allow. */
public enum Capability {
    READ_ORDERS,
    READ_CUSTOMERS,
    /** On which day an account was used last; the honest upper bound of who logged in. */
    READ_CUSTOMER_ACTIVITY,
    READ_SYSTEM_STATUS,
    /** Judged from what the store says it would allow; never tried. */
    WRITE_ORDERS,
    READ_PLUGINS,
    /** Judged from the user's WordPress capabilities; never tried. */
    MANAGE_PLUGINS,
    READ_USERS,
    /** Which account logged in, when and from where: only the sensor plugin knows. */
    READ_LOGIN_SESSIONS
}
