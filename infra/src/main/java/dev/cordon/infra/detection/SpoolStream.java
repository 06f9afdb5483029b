package dev.cordon.infra.detection;

import dev.cordon.application.detection.LogSpool.Stretch;
import dev.cordon.application.kernel.Damaged;
import dev.cordon.infra.crypto.SealBroken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Parts of files, one after the other. All files are open from the beginning, so that none is
 * missing when it is deleted as too old meanwhile.
 */
final class SpoolStream extends InputStream {

    private record Part(InputStream in, long length) {}

    private final Deque<Part> parts = new ArrayDeque<>();
    private long left;

    private SpoolStream() {}

    /** What of that stretch lies in these segments, which follow one another. */
    static SpoolStream of(Iterable<SpoolSegment> segments, Stretch stretch) throws IOException {
        var stream = new SpoolStream();
        try {
            for (var segment : segments) {
                long from = Math.max(stretch.from(), segment.start());
                long to = Math.min(stretch.to(), segment.end());
                if (from < to) {
                    stream.parts.add(new Part(open(segment, new Stretch(from, to)), to - from));
                }
            }
        } catch (IOException e) {
            stream.close();
            throw e;
        }
        stream.left = stream.parts.isEmpty() ? 0 : stream.parts.getFirst().length();
        return stream;
    }

    /** One that does not open is found out when its turn comes: those before it come out. */
    private static InputStream open(SpoolSegment segment, Stretch part) throws IOException {
        try {
            return segment.read(part);
        } catch (SealBroken broken) {
            return new InputStream() {
                @Override
                public int read() throws IOException {
                    throw broken;
                }
            };
        }
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (left == 0) {
            if (!next()) {
                return -1;
            }
        }
        int got = parts.getFirst().in().read(into, offset, (int) Math.min(length, left));
        if (got < 0) {
            throw new Damaged("a kept log file is shorter than it was", null);
        }
        left -= got;
        return got;
    }

    @Override
    public void close() throws IOException {
        for (var part : parts) {
            part.in().close();
        }
        parts.clear();
        left = 0;
    }

    private boolean next() throws IOException {
        if (!parts.isEmpty()) {
            parts.removeFirst().in().close();
        }
        left = parts.isEmpty() ? 0 : parts.getFirst().length();
        return !parts.isEmpty();
    }
}
