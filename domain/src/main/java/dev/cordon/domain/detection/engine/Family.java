package dev.cordon.domain.detection.engine;

import dev.cordon.domain.detection.AttackKind;

/**
 * Kinds of attack that are one campaign when one address does them: a scanner also injects and
 * looks for names.
 */
enum Family {
    LOGIN(false),
    PROBING(false),
    FLOOD(false),
    CARDS(false),
    CHECKOUT(false),
    ACCOUNTS(false),
    /** Whoever does it in one store at one time belongs together. */
    TAKEOVER(true),
    OTHER(false);

    private final boolean storeWide;

    Family(boolean storeWide) {
        this.storeWide = storeWide;
    }

    boolean isStoreWide() {
        return storeWide;
    }

    static Family of(AttackKind kind) {
        return switch (kind) {
            case LOGIN_BRUTEFORCE, CREDENTIAL_STUFFING -> LOGIN;
            case SQL_INJECTION, CROSS_SITE_SCRIPTING, CODE_INJECTION, SCANNER, USER_ENUMERATION ->
                    PROBING;
            case SEARCH_FLOOD, PRODUCT_FLOOD, SCRAPING -> FLOOD;
            case CARD_TESTING -> CARDS;
            case CHECKOUT_FAILURE -> CHECKOUT;
            case SPAM_REGISTRATION, API_MISUSE -> ACCOUNTS;
            case ADMIN_TAKEOVER, WEB_SHELL, TAMPERING -> TAKEOVER;
            case OTHER -> OTHER;
        };
    }
}
