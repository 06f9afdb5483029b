package dev.cordon.domain.detection.log;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The event being read: a cursor over somebody else's bytes, valid until the next line. Text is
 * made only when asked for.
 *
 * <p>Fields are slices of {@link #bytes()}. That is the line itself, or a copy of it where the
 * format had to be unescaped first; {@link #rawBytes()} is always the line as it came in.
 */
public final class EventCursor {

    private static final EventField[] FIELDS = EventField.values();

    /** No event at all. */
    public static final EventCursor NOTHING = new EventCursor();

    byte[] raw = new byte[0];
    int rawFrom;
    int rawTo;
    byte[] bytes = raw;
    final int[] from = new int[FIELDS.length];
    final int[] to = new int[FIELDS.length];
    long present;
    EventClass eventClass = EventClass.BASE;
    boolean addressed;
    long high;
    long low;
    long epochSecond;
    int status;
    long size;

    EventCursor() {}

    /** Begins a new event: the line is known, none of its fields. */
    void begin(byte[] line, int lineFrom, int lineTo) {
        raw = line;
        rawFrom = lineFrom;
        rawTo = lineTo;
        bytes = line;
        eventClass = EventClass.BASE;
        addressed = false;
        high = 0;
        low = 0;
        status = 0;
        size = 0;
        Arrays.fill(from, 0);
        Arrays.fill(to, 0);
        present = 0;
    }

    /** The same event over bytes of its own, which outlives the line. */
    public EventCursor copy() {
        var copy = new EventCursor();
        copy.raw = Arrays.copyOfRange(raw, rawFrom, rawTo);
        copy.rawTo = rawTo - rawFrom;
        boolean unescaped = bytes != raw;
        int end = 0;
        for (int each : to) {
            end = Math.max(end, each);
        }
        copy.bytes = unescaped ? Arrays.copyOf(bytes, end) : copy.raw;
        int shift = unescaped ? 0 : rawFrom;
        for (int i = 0; i < to.length; i++) {
            boolean there = to[i] > from[i];
            copy.from[i] = there ? from[i] - shift : 0;
            copy.to[i] = there ? to[i] - shift : 0;
        }
        copy.present = present;
        copy.eventClass = eventClass;
        copy.addressed = addressed;
        copy.high = high;
        copy.low = low;
        copy.epochSecond = epochSecond;
        copy.status = status;
        copy.size = size;
        return copy;
    }

    void set(EventField field, int start, int end) {
        from[field.ordinal()] = start;
        to[field.ordinal()] = end;
        long bit = 1L << field.ordinal();
        present = end > start ? present | bit : present & ~bit;
    }

    public EventClass eventClass() {
        return eventClass;
    }

    /** Whether the event says from which address it came. */
    public boolean hasAddress() {
        return addressed;
    }

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

    /** The moment the source wrote, as seconds since 1970 in UTC. */
    public long epochSecond() {
        return epochSecond;
    }

    /** The HTTP status; 0 where the event has none. */
    public int status() {
        return status;
    }

    /** Bytes sent, or 0 where the server wrote a dash. */
    public long size() {
        return size;
    }

    /** The bytes that the fields are slices of. */
    public byte[] bytes() {
        return bytes;
    }

    /** Where the field begins in {@link #bytes()}. */
    public int from(EventField field) {
        return from[field.ordinal()];
    }

    /** Where it ends; equal to its beginning if it is absent or empty. */
    public int to(EventField field) {
        return to[field.ordinal()];
    }

    public boolean has(EventField field) {
        return to[field.ordinal()] > from[field.ordinal()];
    }

    /** The fields that are not empty: a bit for each, {@code 1 << ordinal}. */
    public long present() {
        return present;
    }

    public String text(EventField field) {
        int start = from[field.ordinal()];
        return new String(bytes, start, to[field.ordinal()] - start, StandardCharsets.UTF_8);
    }

    public boolean isPost() {
        int at = from[EventField.METHOD.ordinal()];
        return to[EventField.METHOD.ordinal()] - at == 4
                && bytes[at] == 'P'
                && bytes[at + 1] == 'O'
                && bytes[at + 2] == 'S'
                && bytes[at + 3] == 'T';
    }

    /** Empty when the client sent no request at all. */
    public String method() {
        return text(EventField.METHOD);
    }

    /** Path and query as the client sent them; nothing decoded. */
    public String target() {
        return text(EventField.TARGET);
    }

    /** Whether the client said from which page it came. */
    public boolean hasReferer() {
        int at = from[EventField.REFERER.ordinal()];
        int length = to[EventField.REFERER.ordinal()] - at;
        return length > 1 || length == 1 && bytes[at] != '-';
    }

    public String referer() {
        return text(EventField.REFERER);
    }

    public String userAgent() {
        return text(EventField.USER_AGENT);
    }

    /** The line as it came in. */
    public byte[] rawBytes() {
        return raw;
    }

    /** The length of the line, without its end. */
    public int rawLength() {
        return rawTo - rawFrom;
    }

    public int rawFrom() {
        return rawFrom;
    }

    /** Exclusive; the line's end does not belong to it. */
    public int rawTo() {
        return rawTo;
    }

    /** The whole line as it came in, without its end. */
    public void copyTo(ByteArrayOutputStream out) {
        out.write(raw, rawFrom, rawTo - rawFrom);
    }
}
