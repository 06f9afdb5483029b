package dev.cordon.domain.breach;

/** What a list of affected people rests on. Shown wherever the list or its count is. */
public enum Basis {
    /** The store's own records name the accounts that attacking addresses entered. */
    EXACT,
    /**
     * The store's records name too few: everybody who used an account in the window may be
     * affected, and nobody else is.
     */
    UPPER_BOUND
}
