package dev.cordon.infra.intake.file;

import dev.cordon.infra.detection.PackedLog;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** What a packed file holds. It is unpacked from the beginning whenever one goes back. */
final class UnpackedBytes implements LogBytes {

    private final LogBytes packed;
    private @Nullable InputStream plain;
    private long at;

    UnpackedBytes(LogBytes packed) {
        this.packed = packed;
    }

    @Override
    public int read(long place, byte[] into, int offset, int length) throws IOException {
        var stream = plain;
        if (stream == null || place < at) {
            stream = PackedLog.open(new Stream(packed));
            plain = stream;
            at = 0;
        }
        while (at < place) {
            long skipped = stream.skip(place - at);
            if (skipped <= 0 && stream.read() < 0) {
                return 0;
            }
            at += Math.max(1, skipped);
        }
        int got = stream.readNBytes(into, offset, length);
        at += got;
        return got;
    }

    @Override
    public void close() throws IOException {
        packed.close();
    }

    private static final class Stream extends InputStream {

        private final LogBytes bytes;
        private long place;

        Stream(LogBytes bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int got = bytes.read(place, into, offset, length);
            place += got;
            return got == 0 && length > 0 ? -1 : got;
        }
    }
}
