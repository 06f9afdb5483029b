package dev.cordon.ui.kernel;

/** Sizes in words. */
public final class Bytes {

    private static final int STEP = 1000;
    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB"};

    private Bytes() {}

    /** {@code 412 MB}; below a kilobyte to the byte. */
    public static String text(long bytes) {
        var unit = 0;
        double size = bytes;
        while (size >= STEP && unit < UNITS.length - 1) {
            size /= STEP;
            unit++;
        }
        return Words.here().text(size < 10 && unit > 0 ? "size.fine" : "size", size, UNITS[unit]);
    }
}
