package dev.cordon.infra.detection;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Parts of files, one after the other. All files are open from the beginning, so that none is
 * missing when it is deleted as too old meanwhile.
 */
final class SpoolStream extends InputStream {

    /** From, inclusive, to, exclusive, in bytes of the file. */
    record Part(Path file, long from, long to) {}

    private record Open(FileChannel channel, InputStream in, long length) {}

    private final Deque<Open> parts = new ArrayDeque<>();
    private long left;

    private SpoolStream() {}

    static SpoolStream of(List<Part> parts) throws IOException {
        var stream = new SpoolStream();
        try {
            for (var part : parts) {
                var channel = FileChannel.open(part.file(), StandardOpenOption.READ);
                var in = Channels.newInputStream(channel.position(part.from()));
                stream.parts.add(new Open(channel, in, part.to() - part.from()));
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
            part.channel().close();
        }
        parts.clear();
        left = 0;
    }

    private boolean next() throws IOException {
        if (!parts.isEmpty()) {
            parts.removeFirst().channel().close();
        }
        left = parts.isEmpty() ? 0 : parts.getFirst().length();
        return !parts.isEmpty();
    }
}
