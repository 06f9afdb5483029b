package dev.cordon.infra.detection;

import dev.cordon.application.detection.LogSpool.Stretch;
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
                    stream.parts.add(new Part(segment.read(new Stretch(from, to)), to - from));
                }
            }
        } catch (IOException e) {
            stream.close();
            throw e;
        }
        stream.left = stream.parts.isEmpty() ? 0 : stream.parts.getFirst().length();
        return stream;
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
            throw new IOException("a kept log file is shorter than it was");
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
