package dev.cordon.domain.kernel;

/** How often a thing was stored: what a person saw travels back with the command. */
public record Version(long value) {

    /** The version of a thing that was never stored. */
    public static final Version NEW = new Version(0);

    public Version {
        if (value < 0) {
            throw new IllegalArgumentException("a version is not negative: " + value);
        }
    }

    public Version next() {
        return new Version(value + 1);
    }
}
