package dev.cordon.domain.store;

/** The ways by which Cordon reaches a store. A store has each at most once. */
public enum ConnectionKind {
    /** A WooCommerce REST API key: orders, customers, gateways, webhooks. */
    REST_KEY("WooCommerce key"),
    /** A WordPress application password of an administrator: plugins and users as well. */
    APPLICATION_PASSWORD("application password of an administrator"),
    /** WP-CLI and files over SSH: everything that the two above cannot do. */
    SHELL("SSH login"),
    /** Cordon's own plugin in the store: events out, signed commands in. */
    SENSOR("sensor plugin"),
    /** The network in front of the store, which can block addresses and paths (CDN, WAF). */
    EDGE("CDN token");

    private final String label;

    ConnectionKind(String label) {
        this.label = label;
    }

    /** What it is, in English. */
    public String label() {
        return label;
    }
}
