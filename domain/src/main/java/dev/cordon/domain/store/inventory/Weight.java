package dev.cordon.domain.store.inventory;

/** How much a difference can mean, from the least. */
public enum Weight {
    /** As it happens every week: an update. */
    LOW,
    MEDIUM,
    /** Gives or takes control over a part of the store. */
    HIGH,
    /** Gives control over the whole of it, or hides whoever has it. */
    CRITICAL
}
