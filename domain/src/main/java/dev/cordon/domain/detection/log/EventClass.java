package dev.cordon.domain.detection.log;

/** What kind of event a line tells of: the classes of OCSF 1.5 that a store's logs need. */
public enum EventClass {
    /** Nothing more is known than that something was logged. */
    BASE(0),
    FILE_ACTIVITY(1001),
    /** A security product's own alarm. */
    DETECTION_FINDING(2004),
    /** Users, roles and keys made or changed. */
    ACCOUNT_CHANGE(3001),
    /** Logins. */
    AUTHENTICATION(3002),
    /** A request to the web server. */
    HTTP_ACTIVITY(4002),
    /** Orders and payments. */
    WEB_RESOURCES_ACTIVITY(6001),
    /** Plugins, themes and the core installed, removed, switched on or off. */
    APPLICATION_LIFECYCLE(6002),
    /** An error that a program wrote. */
    APPLICATION_ERROR(6008);

    private static final EventClass[] ALL = values();

    private final int uid;

    EventClass(int uid) {
        this.uid = uid;
    }

    /** The class of that {@code class_uid}; {@link #BASE} for one that no store's log needs. */
    static EventClass of(long uid) {
        for (EventClass each : ALL) {
            if (each.uid == uid) {
                return each;
            }
        }
        return BASE;
    }

    /** OCSF's {@code class_uid}. */
    public int uid() {
        return uid;
    }
}
