package dev.cordon.domain.detection.log;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** What the variables of one line say. Reused; not safe for two threads. */
final class TemplateValues {

    private final ClientAddress client;
    private final TimestampReader stamps = new TimestampReader();
    private final MomentReader moments;
    private final TimePattern.@Nullable Reader[] patterns;
    private final Slice address = new Slice();
    private final Slice peer = new Slice();
    private final Slice forwarded = new Slice();
    private final Slice path = new Slice();
    private final Slice query = new Slice();
    private EventCursor event = new EventCursor();

    TemplateValues(Template template, AddressRule rule, ZoneId zone) {
        client = new ClientAddress(rule);
        moments = new MomentReader(zone);
        patterns = new TimePattern.Reader[template.parts().size()];
        for (int i = 0; i < patterns.length; i++) {
            var pattern = template.parts().get(i).variable().pattern();
            if (pattern != null) {
                patterns[i] = new TimePattern.Reader(pattern, new LocalTimes(zone));
            }
        }
    }

    void begin(EventCursor into) {
        event = into;
        address.clear();
        peer.clear();
        forwarded.clear();
        path.clear();
        query.clear();
    }

    /** Reads a time in parts and says where it ends, or -1. */
    int pattern(int part, byte[] bytes, int from, int to) {
        var reader = patterns[part];
        if (reader == null) {
            return -1;
        }
        event.epochSecond = reader.read(bytes, from, to);
        return event.epochSecond == Digits.NONE ? -1 : reader.end();
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
        byte[] bytes = event.bytes;
        if (path.present() && !event.has(EventField.TARGET)) {
            RequestLine.target(bytes, path.from, path.to, event);
            if (query.present()) {
                boolean mark = !query.empty() && bytes[query.from] == '?';
                event.set(EventField.QUERY, mark ? query.from + 1 : query.from, query.to);
            }
        }
        boolean readable =
                !address.present() || client.read(bytes, address.from, address.to, event);
        if (forwarded.present() && !isDash(bytes, forwarded.from, forwarded.to)) {
            event.set(EventField.FORWARDED_FOR, forwarded.from, forwarded.to);
            client.passedOn(bytes, peer.present() ? peer : address, forwarded, event);
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
