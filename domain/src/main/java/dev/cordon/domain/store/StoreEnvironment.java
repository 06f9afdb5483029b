package dev.cordon.domain.store;

/** Whether real customers buy there. A drill may touch {@link #STAGING} alone. */
public enum StoreEnvironment {
    PRODUCTION,
    STAGING
}
