package dev.cordon.domain.detection.log;

/** A log source's name in addresses and folders: lower-case letters, digits and dashes. */
public record SourceId(String value) {

    private static final int LONGEST = 63;

    public SourceId {
        if (!isSlug(value)) {
            throw new IllegalArgumentException(
                    "a log source is named by 2 to "
                            + LONGEST
                            + " lower-case letters, digits and dashes, such as shop-access");
        }
    }

    private static boolean isSlug(String value) {
        return value.length() >= 2
                && value.length() <= LONGEST
                && value.charAt(0) != '-'
                && value.chars()
                        .allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-');
    }

    @Override
    public String toString() {
        return value;
    }
}
