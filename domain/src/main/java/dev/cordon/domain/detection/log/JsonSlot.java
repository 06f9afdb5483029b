package dev.cordon.domain.detection.log;

/** What a known key of a JSON log holds. */
enum JsonSlot {
    ADDRESS,
    PEER,
    FORWARDED,
    /** A moment of any spelling. */
    TIME,
    /** A moment of UTC that does not say so. */
    TIME_OF_UTC,
    REQUEST,
    METHOD,
    TARGET,
    PATH,
    QUERY,
    /** The HTTP status. */
    STATUS,
    SIZE,
    HOST,
    USER_AGENT,
    REFERER,
    ACTOR,
    ACCOUNT,
    /** OCSF's {@code class_uid}. */
    CLASS,
    ACTIVITY,
    /** What the activity was done with: a plugin, a user. */
    KIND,
    /** What the source calls this sort of event, by a number of its own. */
    NUMBER,
    /** The same by a name that says more behind colons. */
    CODE,
    OUTCOME,
    DETAIL,
    LEVEL,
    MESSAGE,
    FILE,
    OBJECT,
    PRODUCT,
    ORDER,
    GATEWAY,
    AMOUNT,
    /** The id of whatever the object is. */
    ID;

    private static final JsonSlot[] ALL = values();

    static int count() {
        return ALL.length;
    }

    /** A field of this slot, with its names, the best first. */
    JsonKeys.Field named(String... names) {
        return new JsonKeys.Field(ordinal(), names);
    }
}
