package dev.cordon.domain.evidence.acquisition;

/**
 * What a store can give out as evidence, in the order in which it is taken: what is gone first
 * comes first (RFC 3227, section 2.1). A name is stored and stays.
 */
public enum StoreSource {
    /** Who is logged in: it ends with a time-out, and with most ways to contain an attack. */
    SESSIONS,
    /** What the store's interfaces say of its versions, plugins, gateways, webhooks and users. */
    SNAPSHOT,
    /** WordPress's and WooCommerce's own logs, which are rotated. */
    LOGS,
    DATABASE,
    /** {@code wp-config.php} and what steers the web server, without the secrets in them. */
    CONFIGURATION,
    /** Must-use plugins, and the drop-ins beside them. */
    MUST_USE_PLUGINS,
    PLUGINS,
    THEMES,
    /** What was uploaded, a part for each of its folders. */
    UPLOADS
}
