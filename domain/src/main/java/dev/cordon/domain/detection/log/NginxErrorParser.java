package dev.cordon.domain.detection.log;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Reads nginx's error log: {@code 2026/11/23 08:22:59 [error] 8299#8299: *5272 message, client:
 * address, server: name, request: "…", host: "…"}. What PHP wrote in several lines is one event.
 * The time is of the source's zone. Reused; not safe for two threads.
 */
final class NginxErrorParser implements LineParser {

    private static final byte[] PRODUCT = {'n', 'g', 'i', 'n', 'x'};
    private static final byte[] LEVEL = {' ', '['};
    private static final byte[] LEVEL_END = {']', ' '};
    private static final byte[] PROCESS_END = {':', ' '};
    private static final int LONGEST_LEVEL = 10;
    private static final int LONGEST_PROCESS = 48;

    private final IsoTime times;
    private final NginxClauses clauses = new NginxClauses();
    private final Scratch scratch = new Scratch();

    NginxErrorParser(ZoneId zone) {
        times = new IsoTime(new LocalTimes(zone));
    }

    @Override
    public boolean joinsLines() {
        return true;
    }

    @Override
    public boolean continuesPrevious(byte[] bytes, int from, int to) {
        return !begins(bytes, from, to);
    }

    @Override
    public @Nullable Rejection read(byte[] line, int lineFrom, int lineTo, EventCursor into) {
        into.begin(line, lineFrom, lineTo);
        if (!begins(line, lineFrom, lineTo)) {
            return Rejection.OTHER_FORMAT;
        }
        into.epochSecond = times.read(line, lineFrom, lineFrom + IsoTime.LENGTH);
        into.eventClass = EventClass.APPLICATION_ERROR;
        scratch.begin(line, lineFrom, lineTo, into);
        byte[] bytes = scratch.bytes();
        int to = lineTo - lineFrom;
        int from = IsoTime.LENGTH + LEVEL.length;
        int level = Bytes.find(LEVEL_END, bytes, from, Math.min(to, from + LONGEST_LEVEL));
        if (level < 0) {
            return Rejection.CUT_SHORT;
        }
        into.set(EventField.LEVEL, from, level);
        int process = level + LEVEL_END.length;
        int limit = Math.min(to, process + LONGEST_PROCESS);
        int end = Bytes.find(PROCESS_END, bytes, process, limit);
        message(bytes, end < 0 ? process : afterConnection(bytes, end + 2, to), to, into);
        return null;
    }

    private void message(byte[] bytes, int from, int to, EventCursor into) {
        int end = clauses.read(bytes, from, to, into);
        into.set(EventField.MESSAGE, from, end);
        scratch.set(EventField.PRODUCT, PRODUCT, into);
        var activity = ServerMessage.read(bytes, from, end, scratch, into);
        if (activity != null) {
            scratch.set(EventField.ACTIVITY, activity, into);
        }
    }

    /** Behind {@code *5272}, the connection's number. */
    private static int afterConnection(byte[] bytes, int from, int to) {
        if (from >= to || bytes[from] != '*') {
            return from;
        }
        int end = Digits.end(bytes, from + 1, to);
        return end < to && bytes[end] == ' ' ? end + 1 : from;
    }

    private static boolean begins(byte[] bytes, int from, int to) {
        return IsoTime.begins(bytes, from, to)
                && bytes[from + 4] == '/'
                && Bytes.startsWith(bytes, from + IsoTime.LENGTH, to, LEVEL);
    }
}
