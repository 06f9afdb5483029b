package dev.cordon.infra.detection;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/**
 * A log that may be compressed: its first bytes tell (gzip, RFC 1952; zstd, RFC 8878). It is
 * unpacked while it is read, so its size does not matter.
 */
public final class PackedLog {

    private static final int GZIP = 0x1f8b;
    private static final int ZSTD = 0x28b52ffd;
    private static final int BUFFER = 256 * 1024;

    private PackedLog() {}

    /**
     * The plain lines of what comes in.
     *
     * @throws IOException if it begins like a compressed file and is none
     */
    public static InputStream open(InputStream in) throws IOException {
        var raw = in.markSupported() ? in : new BufferedInputStream(in, BUFFER);
        raw.mark(4);
        int first = raw.read() << 8 | raw.read();
        int four = first << 16 | raw.read() << 8 | raw.read();
        raw.reset();
        if (first == GZIP) {
            return new GZIPInputStream(raw, BUFFER);
        }
        return four == ZSTD ? new ZstdInputStream(raw).setContinuous(false) : raw;
    }
}
