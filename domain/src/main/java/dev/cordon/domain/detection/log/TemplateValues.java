package dev.cordon.domain.detection.log;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** What the variables of one line say. Reused; not safe for two threads. */
final class TemplateValues {

    private final ClientAddress clients;
    private final TimestampReader stamps = new TimestampReader();
    private final MomentReader moments;
    private final TimeParts times;
    private final byte[][] patterns;
    private final Slice address = new Slice();
    private final Slice peer = new Slice();
    private final Slice forwarded = new Slice();
    private final Slice path = new Slice();
    private final Slice query = new Slice();
    private EventCursor event = new EventCursor();

    TemplateValues(Template template, AddressRule rule, ZoneId zone) {
        clients = new ClientAddress(rule);
        moments = new MomentReader(zone);
        times = new TimeParts(new LocalTimes(zone));
        patterns = new byte[template.parts().size()][];
        for (int i = 0; i < patterns.length; i++) {
            var pattern = template.parts().get(i).variable().pattern();
            patterns[i] = pattern == null ? new byte[0] : pattern.pattern();
        }
    }

    void begin(EventCursor into) {
        event = into;
        event.epochSecond = Digits.NONE;
        times.begin();
        address.clear();
        peer.clear();
        forwarded.clear();
        path.clear();
        query.clear();
    }

    /** Reads a time, or some of its parts, and says where they end, or -1. */
    int pattern(int part, byte[] bytes, int from, int to) {
        return times.read(patterns[part], bytes, from, to);
    }

    boolean isMoment(byte[] bytes, int from, int to) {
        return moments.read(bytes, from, to) != Digits.NONE;
    }

    @Nullable Rejection take(Variable.Kind kind, byte[] bytes, int from, int to) {
        switch (kind) {
            case SKIPPED, PATTERN -> {}
            case ADDRESS -> keep(address, bytes, from, to);
            case PEER -> keep(peer, bytes, from, to);
            case FORWARDED -> keep(forwarded, bytes, from, to);
            case USER -> text(EventField.ACTOR, bytes, from, to);
            case HOST -> text(EventField.HOST, bytes, from, to);
            case STAMP -> {
                return time(stamps.read(bytes, from));
            }
            case MOMENT -> {
                return time(moments.read(bytes, from, to));
            }
            case REQUEST -> {
                return RequestLine.read(bytes, from, to, event) ? null : Rejection.NOT_HTTP;
            }
            case METHOD -> text(EventField.METHOD, bytes, from, to);
            case TARGET -> {
                if (!isDash(bytes, from, to)) {
                    RequestLine.target(bytes, from, to, event);
                }
            }
            case PATH -> keep(path, bytes, from, to);
            case QUERY -> keep(query, bytes, from, to);
            case STATUS -> {
                return status(bytes, from, to);
            }
            case SIZE -> {
                return size(bytes, from, to);
            }
            case REFERER -> event.set(EventField.REFERER, from, to);
            case USER_AGENT -> event.set(EventField.USER_AGENT, from, to);
        }
        return null;
    }

    /** What follows from several variables together. */
    @Nullable Rejection finish() {
        if (event.epochSecond == Digits.NONE && time(times.epochSecond()) != null) {
            return Rejection.BAD_TIME;
        }
        byte[] bytes = event.bytes;
        if (path.present() && !event.has(EventField.TARGET)) {
            RequestLine.target(bytes, path.from, path.to, event);
            if (query.present()) {
                boolean mark = !query.empty() && bytes[query.from] == '?';
                event.set(EventField.QUERY, mark ? query.from + 1 : query.from, query.to);
            }
        }
        var client = address.present() ? address : peer;
        boolean readable = !client.present() || clients.read(bytes, client.from, client.to, event);
        if (forwarded.present() && !isDash(bytes, forwarded.from, forwarded.to)) {
            event.set(EventField.FORWARDED_FOR, forwarded.from, forwarded.to);
            clients.passedOn(bytes, peer.present() ? peer : address, forwarded, event);
        }
        return readable || event.addressed ? null : Rejection.NO_ADDRESS;
    }

    private static void keep(Slice slice, byte[] bytes, int from, int to) {
        if (!slice.present() || isDash(bytes, slice.from, slice.to)) {
            slice.set(from, to);
        }
    }

    private void text(EventField field, byte[] bytes, int from, int to) {
        if (!isDash(bytes, from, to) && !event.has(field)) {
            event.set(field, from, to);
        }
    }

    private @Nullable Rejection time(long second) {
        event.epochSecond = second;
        return second == Digits.NONE ? Rejection.BAD_TIME : null;
    }

    private @Nullable Rejection status(byte[] bytes, int from, int to) {
        if (isDash(bytes, from, to)) {
            return null;
        }
        long status = to - from == 3 ? Digits.number(bytes, from, to) : Digits.NONE;
        event.status = (int) status;
        return status < 100 || status > 599 ? Rejection.BAD_STATUS : null;
    }

    private @Nullable Rejection size(byte[] bytes, int from, int to) {
        if (isDash(bytes, from, to)) {
            return null;
        }
        long size = Digits.number(bytes, from, to);
        event.size = Math.max(size, 0);
        return size == Digits.NONE ? Rejection.OTHER_FORMAT : null;
    }

    private static boolean isDash(byte[] bytes, int from, int to) {
        return to == from || to == from + 1 && bytes[from] == '-';
    }
}
