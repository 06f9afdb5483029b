package dev.cordon.domain.detection.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What a log in some format tells. */
record ReadLog(List<Told> events, IntakeCounts counts) {

    static final int LONGEST = 64 * 1024;
    static final Instant NOW = Instant.parse("2027-06-01T00:00:00Z");

    /** A copy of what the cursor stood on. */
    record Told(
            Instant at,
            EventClass kind,
            String address,
            int status,
            long size,
            Map<EventField, String> fields,
            long start,
            int length) {

        /** Empty if the event does not say. */
        String get(EventField field) {
            return fields.getOrDefault(field, "");
        }

        String activity() {
            return get(EventField.ACTIVITY);
        }
    }

    static ReadLog of(String format, String... lines) {
        return inZone(ZoneOffset.UTC, format, lines);
    }

    static ReadLog inZone(ZoneId zone, String format, String... lines) {
        return cut(format, zone, String.join("\n", lines).getBytes(UTF_8), Integer.MAX_VALUE);
    }

    static ReadLog recorded(String format, String name) {
        return cut(format, ZoneOffset.UTC, bytes(name), Integer.MAX_VALUE);
    }

    /** Reads the bytes in pieces of that size. */
    static ReadLog cut(String format, ZoneId zone, byte[] bytes, int piece) {
        var told = new ArrayList<Told>();
        var reader = new LogReader[1];
        reader[0] =
                new LogReader(
                        LogFormat.of(format),
                        zone,
                        LONGEST,
                        Duration.ofMinutes(10),
                        event ->
                                told.add(
                                        copy(
                                                event,
                                                reader[0].eventStart(),
                                                reader[0].eventLength())));
        for (int at = 0; at < bytes.length; at += Math.min(piece, bytes.length - at)) {
            reader[0].feed(bytes, at, at + Math.min(piece, bytes.length - at), NOW);
        }
        reader[0].end();
        return new ReadLog(told, reader[0].counts(0));
    }

    /** The only event of the only line. */
    static Told line(String format, String line) {
        var log = of(format, line);
        if (log.events.size() != 1 || log.counts.lines() != 1) {
            throw new AssertionError(format + " makes of " + line + ": " + log);
        }
        return log.events.getFirst();
    }

    /** Why the only line is not understood. */
    static Rejection refused(String format, String line) {
        var counts = of(format, line).counts;
        if (counts.understood() > 0 || counts.rejected().size() != 1) {
            throw new AssertionError(format + " makes of " + line + ": " + counts);
        }
        return counts.rejected().keySet().iterator().next();
    }

    static byte[] bytes(String name) {
        try (var in = ReadLog.class.getResourceAsStream("/detection/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Told copy(EventCursor event, long start, int length) {
        var fields = new EnumMap<EventField, String>(EventField.class);
        for (var field : EventField.values()) {
            if (event.has(field)) {
                fields.put(field, event.text(field));
            }
        }
        return new Told(
                Instant.ofEpochSecond(event.epochSecond()),
                event.eventClass(),
                event.hasAddress() ? event.address().toString() : "",
                event.status(),
                event.size(),
                fields,
                start,
                length);
    }
}
