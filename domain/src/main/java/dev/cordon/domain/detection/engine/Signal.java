package dev.cordon.domain.detection.engine;

import dev.cordon.domain.detection.log.Address;
import dev.cordon.domain.detection.log.EventCursor;
import dev.cordon.domain.detection.log.EventField;
import dev.cordon.domain.detection.log.RequestPath;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An event that some rule matched, with all that correlation needs of it: it outlives the line.
 * Reused.
 */
final class Signal {

    /** More of a line than that is no sample for a person. */
    private static final int LONGEST_SAMPLE = 1_024;

    private static final int LONGEST_PATH = 256;

    int source;
    long place;
    int length;
    long time;
    boolean addressed;
    long high;
    long low;
    int facts;
    long firstSeen;
    int agent;
    boolean referer;
    int status;
    int[] rules = {};
    long[] values = {};
    @Nullable String account;
    private byte[] sample = new byte[0];
    private int sampleLength;
    private byte[] path = new byte[0];
    private int pathLength;

    Address address() {
        return new Address(high, low);
    }

    boolean matches(int rule) {
        return Arrays.binarySearch(rules, rule) >= 0;
    }

    /** Whether its visitor has shown no sign of a browser. */
    boolean isCold() {
        return facts == 0;
    }

    void keep(EventCursor event, RequestPath resolved) {
        sampleLength = Math.min(event.rawTo() - event.rawFrom(), LONGEST_SAMPLE);
        sample = roomFor(sample, sampleLength);
        System.arraycopy(event.rawBytes(), event.rawFrom(), sample, 0, sampleLength);
        pathLength = 0;
        if (event.has(EventField.TARGET)) {
            resolved.read(event);
            pathLength = Math.min(resolved.length(), LONGEST_PATH);
            path = roomFor(path, pathLength);
            System.arraycopy(resolved.bytes(), 0, path, 0, pathLength);
        }
    }

    byte[] sample() {
        return Arrays.copyOf(sample, sampleLength);
    }

    /** The path as the web server resolves it; empty if the event is no request. */
    String path() {
        return new String(path, 0, pathLength, StandardCharsets.UTF_8);
    }

    private static byte[] roomFor(byte[] bytes, int length) {
        return bytes.length >= length ? bytes : new byte[Math.max(256, length)];
    }
}
