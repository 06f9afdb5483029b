package dev.cordon.application.kernel;

/**
 * Told how far something is that reads many bytes. It is told often, by whoever reads: it comes
 * back at once and throws nothing.
 */
@FunctionalInterface
public interface Progress {

    /** Where nobody watches. */
    Progress UNWATCHED = (_, _) -> {};

    /**
     * @param done bytes that are read; never fewer than were said before
     * @param total bytes that there are; zero if there are none to read
     */
    void reached(long done, long total);
}
