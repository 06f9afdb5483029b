package dev.cordon.infra.http.detection;

import dev.cordon.infra.http.ApiProblem;
import dev.cordon.infra.http.LimitedStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Log lines as they arrive, unpacked while they are read and bounded, in what is sent and in what
 * comes out. How much more the latter is says nothing: the lines of a flood are all alike.
 */
final class SentLines {

    /** The most that a request may carry, unpacked. */
    static final long MOST = 128L << 20;

    private SentLines() {}

    static InputStream open(InputStream body, @Nullable String encoding) throws IOException {
        var sent = new LimitedStream(body, MOST);
        return switch (encoding == null ? "identity" : encoding.toLowerCase(Locale.ROOT)) {
            case "identity", "" -> sent;
            case "gzip", "x-gzip" -> new LimitedStream(new GZIPInputStream(sent, 64 * 1024), MOST);
            default ->
                    throw ApiProblem.unsupported(
                            "Content-Encoding is gzip or absent. Nothing was kept.");
        };
    }
}
