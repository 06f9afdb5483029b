package dev.cordon.domain.detection.log;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The line being read: a cursor over somebody else's bytes, valid until the next line. Text is made
 * only when asked for.
 */
public final class AccessLine {

    byte[] bytes = new byte[0];
    int from;
    int to;
    long high;
    long low;
    long epochSecond;
    int methodFrom;
    int methodTo;
    int targetFrom;
    int targetTo;
    int status;
    long size;
    int refererFrom;
    int refererTo;
    int agentFrom;
    int agentTo;

    AccessLine() {}

    /** A copy of the cursor's address that outlives the line. */
    public Address address() {
        return new Address(high, low);
    }

    public long addressHigh() {
        return high;
    }

    public long addressLow() {
        return low;
    }

    /** The moment the server wrote, as seconds since 1970 in UTC. */
    public long epochSecond() {
        return epochSecond;
    }

    public boolean isPost() {
        return methodTo - methodFrom == 4
                && bytes[methodFrom] == 'P'
                && bytes[methodFrom + 1] == 'O'
                && bytes[methodFrom + 2] == 'S'
                && bytes[methodFrom + 3] == 'T';
    }

    /** Empty when the client sent no request at all. */
    public String method() {
        return text(methodFrom, methodTo);
    }

    /** Path and query as the client sent them; nothing decoded. */
    public String target() {
        return text(targetFrom, targetTo);
    }

    public boolean targetStartsWith(byte[] prefix) {
        return Bytes.startsWith(bytes, targetFrom, targetTo, prefix);
    }

    public int status() {
        return status;
    }

    /** Bytes sent, or 0 where the server wrote a dash. */
    public long size() {
        return size;
    }

    /** Whether the client said from which page it came. */
    public boolean hasReferer() {
        return refererTo - refererFrom > 1
                || refererTo - refererFrom == 1 && bytes[refererFrom] != '-';
    }

    public String referer() {
        return text(refererFrom, refererTo);
    }

    public String userAgent() {
        return text(agentFrom, agentTo);
    }

    /** A number that is equal for equal user agents, and nearly always only for them. */
    public int userAgentHash() {
        int hash = 1;
        for (int i = agentFrom; i < agentTo; i++) {
            hash = 31 * hash + bytes[i];
        }
        return hash;
    }

    /** The whole line as it came in, without its end. */
    public void copyTo(ByteArrayOutputStream out) {
        out.write(bytes, from, to - from);
    }

    private String text(int start, int end) {
        return new String(bytes, start, end - start, StandardCharsets.UTF_8);
    }
}
