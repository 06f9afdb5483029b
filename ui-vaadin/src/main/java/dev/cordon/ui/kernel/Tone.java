package dev.cordon.ui.kernel;

/** How something is colored; the text beside it always says the same. */
public enum Tone {
    CRIT,
    HIGH,
    MED,
    LOW,
    OK,
    PLAIN;

    /** The class in the stylesheet. */
    public String css() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
