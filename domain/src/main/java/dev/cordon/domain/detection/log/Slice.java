package dev.cordon.domain.detection.log;

/** A stretch of the line's bytes, or nothing. */
final class Slice {

    private static final int ABSENT = -1;

    int from = ABSENT;
    int to = ABSENT;

    void set(int start, int end) {
        from = start;
        to = end;
    }

    void clear() {
        set(ABSENT, ABSENT);
    }

    /** Whether the line has it, be it empty. */
    boolean present() {
        return from >= 0;
    }

    boolean empty() {
        return to <= from;
    }
}
