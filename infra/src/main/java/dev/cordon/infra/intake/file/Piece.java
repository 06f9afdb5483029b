package dev.cordon.infra.intake.file;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Whole lines of a file that were not taken yet.
 *
 * @param lines without the null bytes that a log has after it was cut by others
 * @param length so many bytes of the file they are
 * @param after what is known of the file once they are taken
 */
record Piece(byte[] lines, int length, FollowedFile after) {

    /** A line that is longer is cut. */
    static final int LONGEST = 1 << 20;

    /** The file is not what it was: what was read of it counts for nothing. */
    static final class Replaced extends IOException {
        private static final long serialVersionUID = 1;

        Replaced(FollowedFile file) {
            super(file.path() + " was replaced while it was read");
        }
    }

    /**
     * Reads the next lines; null if there are none that are whole. That the file still is the same
     * is seen after reading, so a log that is cut meanwhile gives nothing wrong.
     *
     * @param rest whether the last line may lack its end
     * @throws Replaced if it is another file, or was cut
     */
    static @Nullable Piece next(FollowedFile known, LogBytes bytes, byte[] room, boolean rest)
            throws IOException {
        boolean packed = RotatedName.isPacked(known.path());
        int before = packed ? 0 : (int) Math.min(known.taken(), Trace.LONGEST);
        boolean again = known.meant() > known.taken();
        int wanted = again ? (int) (known.meant() - known.taken()) : LONGEST;
        int got = bytes.read(known.taken() - before, room, 0, before + wanted) - before;
        if (got <= 0) {
            return null;
        }
        boolean all = again || got < wanted && (rest || packed);
        int end = before + (all ? got : whole(room, before, got, wanted));
        if (end == before) {
            return null;
        }
        Trace head;
        Trace seam;
        if (packed) {
            head =
                    known.taken() > 0
                            ? known.head()
                            : Trace.of(room, 0, Math.min(end, Trace.LONGEST));
            seam = Trace.NONE;
        } else {
            head = verified(known, bytes, room, before, end);
            long to = known.taken() + end - before;
            seam = Trace.of(room, end - (int) Math.min(to, Trace.LONGEST), end);
        }
        return new Piece(
                withoutNulls(room, before, end),
                end - before,
                known.taken(known.taken() + end - before, head, seam));
    }

    /** The new head of the file, if it still begins and goes on as it did. */
    private static Trace verified(
            FollowedFile known, LogBytes bytes, byte[] room, int before, int end)
            throws IOException {
        int seam = known.seam().length();
        var joined = Arrays.copyOfRange(room, before - seam, before);
        long to = known.taken() + end - before;
        var beginning = new byte[(int) Math.min(to, Trace.LONGEST)];
        int got = bytes.read(0, beginning, 0, beginning.length);
        boolean same =
                got == beginning.length
                        && known.seam().begins(joined, seam)
                        && known.head().begins(beginning, got);
        if (same && known.taken() < got) {
            int from = (int) known.taken();
            same = Arrays.equals(beginning, from, got, room, before, before + got - from);
        }
        if (!same) {
            throw new Replaced(known);
        }
        return Trace.of(beginning, 0, got);
    }

    /** So many bytes up to the last line end; all of them if the line is longer than is read. */
    private static int whole(byte[] room, int from, int got, int wanted) {
        int end = from + got;
        while (end > from && room[end - 1] != '\n') {
            end--;
        }
        return end == from && got == wanted ? got : end - from;
    }

    private static byte[] withoutNulls(byte[] room, int from, int to) {
        var kept = new byte[to - from];
        int count = 0;
        for (int i = from; i < to; i++) {
            if (room[i] != 0) {
                kept[count++] = room[i];
            }
        }
        return count == kept.length ? kept : Arrays.copyOf(kept, count);
    }
}
