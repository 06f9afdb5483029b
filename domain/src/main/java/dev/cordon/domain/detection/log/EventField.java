package dev.cordon.domain.detection.log;

import java.util.Optional;

/**
 * The text fields of an event, named as in OCSF 1.5 (Open Cybersecurity Schema Framework). What
 * OCSF has no attribute for stands under {@code unmapped}, as the schema asks.
 */
public enum EventField {
    /** As the client sent it. */
    METHOD("http_request.http_method"),
    /** Path and query as the client sent them; nothing decoded. */
    TARGET("http_request.url.url_string"),
    /** The target up to its question mark, as sent. */
    PATH("http_request.url.path"),
    /** What stands behind the target's question mark, as sent. */
    QUERY("http_request.url.query_string"),
    /** The host that was asked, where the log says. */
    HOST("http_request.url.hostname"),
    USER_AGENT("http_request.user_agent"),
    REFERER("http_request.referrer"),
    /** The whole header, where the log has it beside the address. */
    FORWARDED_FOR("http_request.x_forwarded_for"),
    /** Who acted, as far as the server knows. */
    ACTOR("actor.user.name"),
    /** The account that something was done to: the one to log in to, the new administrator. */
    ACCOUNT("user.name"),
    /** What was done, in the source's word: {@code login_failed}, {@code order_failed}. */
    ACTIVITY("activity_name"),
    /** {@code success} or {@code failure}. */
    OUTCOME("status"),
    /** Why, in the source's words: a gateway's decline reason. */
    DETAIL("status_detail"),
    /** The level that the source wrote. */
    LEVEL("severity"),
    MESSAGE("message"),
    FILE("file.path"),
    /** The thing it was done with: a plugin, an option, a REST key. */
    OBJECT("resource.name"),
    /** The program that speaks: {@code woocommerce}, {@code wordfence}. */
    PRODUCT("metadata.product.name"),
    ORDER("unmapped.order_id"),
    GATEWAY("unmapped.gateway"),
    AMOUNT("unmapped.amount");

    private static final EventField[] ALL = values();

    private final String ocsf;

    EventField(String ocsf) {
        this.ocsf = ocsf;
    }

    /** How many there are. */
    static int count() {
        return ALL.length;
    }

    /** The attribute's path in OCSF. */
    public String ocsf() {
        return ocsf;
    }

    public static Optional<EventField> named(String ocsf) {
        for (EventField field : ALL) {
            if (field.ocsf.equals(ocsf)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }
}
