package dev.cordon.domain.detection.log;

/**
 * A copy of the line that may be changed, with room behind it for words that the line does not
 * have. Grows with the longest line and not beyond. Reused; not safe for two threads.
 */
final class Scratch {

    private static final int WORDS = 512;

    private byte[] bytes = new byte[1_024];
    private int length;

    /** Takes a copy of the line, from 0 on, and makes the event's fields slices of it. */
    void begin(byte[] line, int from, int to, EventCursor event) {
        begin(line, from, to, 0, event);
    }

    /**
     * The same with more room behind it.
     *
     * @param more how much
     */
    void begin(byte[] line, int from, int to, int more, EventCursor event) {
        length = to - from;
        if (bytes.length < length + more + WORDS) {
            bytes = new byte[length + more + WORDS];
        }
        System.arraycopy(line, from, bytes, 0, length);
        event.bytes = bytes;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Where the next word goes. */
    int length() {
        return length;
    }

    /** One more byte, if there is room. */
    void append(byte b) {
        if (length < bytes.length) {
            bytes[length++] = b;
        }
    }

    /** Says something that the line does not say in these words. */
    void set(EventField field, byte[] word, EventCursor event) {
        int room = Math.min(word.length, bytes.length - length);
        System.arraycopy(word, 0, bytes, length, room);
        event.set(field, length, length + room);
        length += room;
    }

    void set(EventField field, Activity activity, EventCursor event) {
        set(field, activity.word(), event);
    }
}
