package dev.cordon.ui.kernel;

/** Sizes in words. */
public final class Bytes {

    private static final int STEP = 1000;
    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB"};

    private Bytes() {}

    /** {@code 412 MB}; below a kilobyte to the byte. */
    public static String text(long bytes) {
        return text(Words.here(), bytes);
    }

    /** The same where nobody's page is being built. */
    public static String text(Words words, long bytes) {
        var unit = 0;
        double size = bytes;
        while (size >= STEP && unit < UNITS.length - 1) {
            size /= STEP;
            unit++;
        }
        return words.text(size < 10 && unit > 0 ? "size.fine" : "size", size, UNITS[unit]);
    }
}
