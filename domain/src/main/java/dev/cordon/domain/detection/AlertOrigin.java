package dev.cordon.domain.detection;

/**
 * Where an alert comes from. Unique within a store: the same origin is the same alert.
 *
 * @param sourceType what kind of thing saw it, {@code access-log}
 * @param source which one, the log source's id
 * @param reference the campaign, as the source names it
 */
public record AlertOrigin(String sourceType, String source, String reference) {

    /** Detection over access log lines. */
    public static final String ACCESS_LOG = "access-log";

    public AlertOrigin {
        if (sourceType.isBlank() || source.isBlank() || reference.isBlank()) {
            throw new IllegalArgumentException(
                    "an alert's origin has a type, a source, a reference");
        }
    }

    @Override
    public String toString() {
        return sourceType + "/" + source + "/" + reference;
    }
}
