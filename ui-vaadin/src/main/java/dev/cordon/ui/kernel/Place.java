package dev.cordon.ui.kernel;

/** The places of the rail, in the order of a day, with the key that follows {@code g}. */
public enum Place {
    SITUATION("s"),
    ALERTS("a"),
    INCIDENTS("i"),
    APPROVALS("p"),
    STORES("t"),
    RULES("r"),
    NOTICES("n"),
    AUDIT("u"),
    MAILBOX("m"),
    SETTINGS("e");

    private final String key;

    Place(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }

    public String id() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
