package dev.cordon.infra.intake.file;

import java.time.Instant;

/**
 * A file as its folder lists it.
 *
 * @param path of the file itself, not of a link to it
 * @param key what the file system calls it, whatever its name; empty if that is not told
 * @param size in bytes
 * @param modified when it was last written
 * @param live whether it is the log that is written now, not one that was put aside
 */
record LogFile(String path, String key, long size, Instant modified, boolean live) {

    boolean isPacked() {
        return RotatedName.isPacked(path);
    }

    /** Whether it is the same file, and nothing was written since. */
    boolean isUnchanged(FollowedFile known) {
        return isNamedAs(known)
                && size == known.size()
                && modified.toEpochMilli() == known.modified();
    }

    /** By key; by path where no keys are told. */
    boolean isNamedAs(FollowedFile known) {
        return key.equals(known.key()) && (!key.isEmpty() || path.equals(known.path()));
    }
}
