package dev.cordon.domain.store.inventory;

/** What an inventory lists. */
public enum ItemKind {
    /** WordPress, PHP and the database. */
    CORE,
    PLUGIN,
    /** Runs always, and is not among the plugins that can be switched off. */
    MUST_USE_PLUGIN,
    /** A file in {@code wp-content} that takes the place of a part of WordPress. */
    DROP_IN,
    THEME,
    /** An account that may do more than buy. */
    USER,
    /** A REST key of WooCommerce. */
    REST_KEY,
    APPLICATION_PASSWORD,
    WEBHOOK,
    /** A way to pay. */
    GATEWAY,
    /** What WordPress runs again and again by itself. */
    CRON_EVENT,
    /** A setting that decides who gets in, where the store is, and where money goes. */
    OPTION,
    /** Files that change as one, such as those of a plugin, or a single one that matters. */
    FILES
}
