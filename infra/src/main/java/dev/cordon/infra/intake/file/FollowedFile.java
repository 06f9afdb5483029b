package dev.cordon.infra.intake.file;

import java.time.Instant;

/**
 * How far a file was taken in, as it is kept on disk.
 *
 * @param id given when the file was first seen, and kept whatever it is called later
 * @param path where it was seen last
 * @param key as {@link LogFile#key()}
 * @param size as seen last, in bytes
 * @param modified as seen last, in milliseconds since 1970
 * @param taken so many bytes are surely in; of a packed file, so many of what it holds
 * @param meant up to there a batch was about to be taken, and perhaps was; never before {@code
 *     taken}
 * @param head of the first bytes, up to {@code meant}
 * @param seam of the bytes that were taken, the last ones; none of a packed file
 * @param closed nothing more is read of it
 * @param missing since when it was not found, in milliseconds since 1970; 0 if it was
 */
record FollowedFile(
        String id,
        String path,
        String key,
        long size,
        long modified,
        long taken,
        long meant,
        Trace head,
        Trace seam,
        boolean closed,
        long missing) {

    static FollowedFile begin(String id, LogFile file) {
        return new FollowedFile(
                id,
                file.path(),
                file.key(),
                file.size(),
                file.modified().toEpochMilli(),
                0,
                0,
                Trace.NONE,
                Trace.NONE,
                false,
                0);
    }

    /** It is here now. */
    FollowedFile seenAs(LogFile file) {
        return new FollowedFile(
                id,
                file.path(),
                file.key(),
                file.size(),
                file.modified().toEpochMilli(),
                taken,
                meant,
                head,
                file.isPacked() ? Trace.NONE : seam,
                closed,
                0);
    }

    FollowedFile missingSince(Instant when) {
        return new FollowedFile(
                id,
                path,
                key,
                size,
                modified,
                taken,
                meant,
                head,
                seam,
                closed,
                missing == 0 ? when.toEpochMilli() : missing);
    }

    /** A batch up to there is about to be taken, after which the file begins so. */
    FollowedFile meaning(long to, Trace newHead) {
        return new FollowedFile(
                id, path, key, size, modified, taken, to, newHead, seam, closed, missing);
    }

    FollowedFile taken(long to, Trace newHead, Trace newSeam) {
        return new FollowedFile(
                id, path, key, size, modified, to, to, newHead, newSeam, closed, missing);
    }

    FollowedFile close() {
        return new FollowedFile(
                id, path, key, size, modified, taken, taken, head, seam, true, missing);
    }

    /** It is looked at closely the next time, for it was not what it seemed. */
    FollowedFile doubted() {
        return new FollowedFile(id, path, key, size, -1, taken, meant, head, seam, closed, missing);
    }

    /** Whether there may be bytes in it that were not taken. */
    boolean mayHoldMore() {
        return !closed && (RotatedName.isPacked(path) || meant > taken || size > taken);
    }
}
