package dev.cordon.infra.intake.file;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Short looks into files, to know them again; each file's beginning is read once. */
final class Glances {

    private final LogFolder folder;
    private final Map<LogFile, byte[]> beginnings = new HashMap<>();

    Glances(LogFolder folder) {
        this.folder = folder;
    }

    /**
     * Whether this is the file that bytes were taken from, however it is called now.
     *
     * @throws Unreadable if it cannot be looked into
     */
    boolean isContinued(FollowedFile known, LogFile file) throws Unreadable {
        if (known.head().length() == 0) {
            return true;
        }
        var beginning = beginning(file);
        boolean begins = known.head().begins(beginning, beginning.length);
        return file.isPacked()
                ? begins
                : begins && file.size() >= known.taken() && hasSeam(known, file);
    }

    /** Whether it is a copy that ends before what was taken of the original. */
    boolean isShorterCopy(FollowedFile known, LogFile file) throws Unreadable {
        var beginning = beginning(file);
        return !file.live()
                && !file.isPacked()
                && file.size() < known.taken()
                && known.head().begins(beginning, beginning.length);
    }

    /**
     * Whether it holds what the other one begins with, as a copy does that is still made, or may do
     * so for all that can be seen now.
     */
    boolean isCopy(LogFile file, LogFile other) throws Unreadable {
        var mine = beginning(file);
        var theirs = beginning(other);
        if (isCutSince(other, 0, Trace.LONGEST, theirs)) {
            return true;
        }
        int common = Math.min(mine.length, theirs.length);
        if (common == 0 || !Arrays.equals(mine, 0, common, theirs, 0, common)) {
            return false;
        }
        if (file.isPacked() || other.isPacked()) {
            return true;
        }
        long last = Math.max(0, file.size() - Trace.LONGEST);
        int length = (int) (file.size() - last);
        var end = read(other, last, length);
        return isCutSince(other, last, length, end) || Arrays.equals(read(file, last, length), end);
    }

    /**
     * Whether it lost what it had when it was listed, as a log does once its copy is made: then
     * nothing can be said of a copy before it is listed again.
     */
    private static boolean isCutSince(LogFile listed, long from, int length, byte[] read) {
        return !listed.isPacked() && read.length < Math.min(length, listed.size() - from);
    }

    /** Nothing that it holds now is taken, and all that comes is. */
    FollowedFile asTaken(String id, LogFile file) throws Unreadable {
        var beginning = beginning(file);
        var head = Trace.of(beginning, 0, beginning.length);
        var known = FollowedFile.begin(id, file);
        if (file.isPacked()) {
            return known.taken(0, head, Trace.NONE).close();
        }
        long last = Math.max(0, file.size() - Trace.LONGEST);
        var seam = read(file, last, (int) (file.size() - last));
        return known.taken(last + seam.length, head, Trace.of(seam, 0, seam.length));
    }

    private boolean hasSeam(FollowedFile known, LogFile file) throws Unreadable {
        int length = known.seam().length();
        return known.seam().begins(read(file, known.taken() - length, length), length);
    }

    /** Empty if it is packed and damaged: then it is like no other. */
    private byte[] beginning(LogFile file) throws Unreadable {
        var known = beginnings.get(file);
        if (known != null) {
            return known;
        }
        byte[] read;
        try {
            read =
                    file.isPacked() && !RotatedName.isUnpackable(file.path())
                            ? new byte[0]
                            : read(file, 0, Trace.LONGEST);
        } catch (Unreadable e) {
            if (!file.isPacked() || e.getCause() instanceof NoSuchFileException) {
                throw e;
            }
            read = new byte[0];
        }
        beginnings.put(file, read);
        return read;
    }

    private byte[] read(LogFile file, long from, int length) throws Unreadable {
        try (var bytes = folder.open(file)) {
            var room = new byte[length];
            return Arrays.copyOf(room, bytes.read(from, room, 0, length));
        } catch (IOException e) {
            throw new Unreadable(file, e);
        }
    }
}
