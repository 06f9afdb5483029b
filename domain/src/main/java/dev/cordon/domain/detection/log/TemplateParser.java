package dev.cordon.domain.detection.log;

import static dev.cordon.domain.detection.log.Variable.Kind.MOMENT;
import static dev.cordon.domain.detection.log.Variable.Kind.PATTERN;
import static dev.cordon.domain.detection.log.Variable.Kind.STAMP;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Reads lines of a custom format. Reused; not safe for two threads. */
final class TemplateParser implements LineParser {

    private static final int LONGEST_MOMENT = 48;

    private final Template template;
    private final Template.Part[] parts;
    private final byte[][] after;
    private final TemplateValues values;
    private int end;

    TemplateParser(Template template, AddressRule rule, ZoneId zone) {
        this.template = template;
        parts = template.parts().toArray(new Template.Part[0]);
        after = new byte[parts.length][];
        for (int i = 0; i < parts.length; i++) {
            after[i] = template.after(i);
        }
        values = new TemplateValues(template, rule, zone);
    }

    @Override
    public @Nullable Rejection read(byte[] bytes, int from, int to, EventCursor into) {
        into.begin(bytes, from, to);
        into.eventClass = EventClass.HTTP_ACTIVITY;
        values.begin(into);
        int limit = withoutSpaces(bytes, from, to);
        int at = from;
        for (int i = 0; i < parts.length; i++) {
            byte[] before = parts[i].before();
            if (!Bytes.startsWith(bytes, at, limit, before)) {
                return misfit(before, bytes, from, at, limit);
            }
            at += before.length;
            var rejection = value(i, bytes, at, limit);
            if (rejection != null) {
                return rejection;
            }
            at = end;
        }
        byte[] tail = template.tail();
        boolean whole = limit - at == tail.length && Bytes.startsWith(bytes, at, limit, tail);
        return whole ? values.finish() : misfit(tail, bytes, from, at, limit);
    }

    private @Nullable Rejection value(int part, byte[] bytes, int from, int limit) {
        var kind = parts[part].variable().kind();
        if (kind == Variable.Kind.PATTERN) {
            end = values.pattern(part, bytes, from, limit);
            return end < 0 ? Rejection.BAD_TIME : null;
        }
        end = kind == Variable.Kind.STAMP ? stamp(from, limit) : endOf(part, bytes, from, limit);
        if (end < 0) {
            return part == 0 ? Rejection.OTHER_FORMAT : Rejection.CUT_SHORT;
        }
        return values.take(kind, bytes, from, end);
    }

    private static int stamp(int from, int limit) {
        int end = from + TimestampReader.LENGTH;
        return end <= limit ? end : -1;
    }

    /** Where the variable ends: before the fixed text behind it, where what follows fits. */
    private int endOf(int part, byte[] bytes, int from, int limit) {
        byte[] text = after[part];
        if (text.length == 0) {
            boolean path = part + 1 < parts.length;
            return path ? Bytes.indexOf((byte) '/', bytes, from, limit) : limit;
        }
        int first = Bytes.find(text, bytes, from, limit);
        int at = first;
        while (at >= 0 && !fits(part, bytes, from, at, limit)) {
            at = Bytes.find(text, bytes, at + 1, limit);
        }
        // Where no time follows anywhere, the time is what is wrong.
        boolean timeless = at < 0 && first >= 0 && (isNext(part, PATTERN) || isNext(part, MOMENT));
        return timeless && bytes[first] != '"' ? first : at;
    }

    private boolean isNext(int part, Variable.Kind kind) {
        return part + 1 < parts.length && parts[part + 1].variable().kind() == kind;
    }

    /** Whether it may end there: what a client sends must not look like the format's own text. */
    private boolean fits(int part, byte[] bytes, int from, int at, int limit) {
        if (bytes[at] == '"') {
            return !Quotes.isEscaped(bytes, from, at);
        }
        if (parts[part].variable().kind() == Variable.Kind.FORWARDED) {
            return at == from || bytes[at - 1] != ',';
        }
        int next = at + after[part].length;
        if (isNext(part, STAMP)) {
            int behind = next + TimestampReader.LENGTH;
            return Bytes.startsWith(bytes, behind, limit, after[part + 1]);
        }
        if (isNext(part, PATTERN)) {
            return arePatterns(part + 1, bytes, next, limit);
        }
        return !isNext(part, MOMENT) || isMoment(part + 1, bytes, next, limit);
    }

    private boolean arePatterns(int first, byte[] bytes, int from, int limit) {
        int at = from;
        for (int part = first; part == first || isNext(part - 1, PATTERN); part++) {
            int behind = values.pattern(part, bytes, at, limit);
            if (behind < 0 || !Bytes.startsWith(bytes, behind, limit, after[part])) {
                return false;
            }
            at = behind + after[part].length;
        }
        return true;
    }

    private boolean isMoment(int part, byte[] bytes, int from, int limit) {
        int to = Math.min(limit, from + LONGEST_MOMENT);
        byte[] text = after[part];
        int end = text.length == 0 ? limit : Bytes.find(text, bytes, from, to);
        return end >= 0 && end <= to && values.isMoment(bytes, from, end);
    }

    private static Rejection misfit(byte[] text, byte[] bytes, int from, int at, int limit) {
        int left = limit - at;
        boolean cut = at > from && left < text.length && startsWith(text, bytes, at, left);
        return cut ? Rejection.CUT_SHORT : Rejection.OTHER_FORMAT;
    }

    private static boolean startsWith(byte[] text, byte[] bytes, int at, int length) {
        for (int i = 0; i < length; i++) {
            if (bytes[at + i] != text[i]) {
                return false;
            }
        }
        return true;
    }

    private static int withoutSpaces(byte[] bytes, int from, int to) {
        int end = to;
        while (end > from && bytes[end - 1] == ' ') {
            end--;
        }
        return end;
    }
}
