package dev.cordon.infra.intake.file;

import java.util.regex.Pattern;

/**
 * How a log is called once it was put aside: {@code access.log.1}, {@code access.log-20261126}, or
 * {@code access-20261126.log}, and behind that the ending of whatever packed it.
 */
final class RotatedName {

    private static final String NUMBERS = "\\d[\\d._:T-]{0,40}";
    private static final String DATE = "\\d{4}[\\d._:T-]{4,40}";
    private static final String PACKED = "(\\.(gz|zst|bz2|xz))?";
    private static final Pattern PACKED_END = Pattern.compile("\\.(gz|zst|bz2|xz)$");
    private static final Pattern READABLE_END = Pattern.compile("\\.(gz|zst)$");

    private final Pattern pattern;

    /**
     * @param log the name of the log while it is written
     */
    RotatedName(String log) {
        int dot = log.lastIndexOf('.');
        var behind = Pattern.quote(log) + "[.-]" + NUMBERS;
        var within =
                dot <= 0
                        ? ""
                        : "|"
                                + Pattern.quote(log.substring(0, dot))
                                + "[.-]"
                                + DATE
                                + Pattern.quote(log.substring(dot));
        pattern = Pattern.compile("(" + behind + within + ")" + PACKED);
    }

    boolean matches(String name) {
        return pattern.matcher(name).matches();
    }

    static boolean isPacked(String name) {
        return PACKED_END.matcher(name).find();
    }

    /** Packed so that it can be unpacked here. */
    static boolean isUnpackable(String name) {
        return READABLE_END.matcher(name).find();
    }
}
