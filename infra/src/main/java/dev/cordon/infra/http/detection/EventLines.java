package dev.cordon.infra.http.detection;

import dev.cordon.infra.http.EventsRefused;
import java.io.ByteArrayOutputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Events as lines, one by one while they arrive: an array of objects, objects one after another, or
 * an object that begins with such an array under a shipper's usual name. What is no event breaks
 * the whole batch off.
 */
final class EventLines extends InputStream {

    /** No event is longer. */
    static final int LONGEST = 256 * 1024;

    /** An object whose first member is an array of that name is a wrapper, and no event. */
    private static final Set<String> WRAPPERS = Set.of("events", "records", "items", "logs");

    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(64)
                                    .maxStringLength(LONGEST)
                                    .maxNameLength(1_000)
                                    .maxNumberLength(100)
                                    .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build();

    private enum Place {
        BETWEEN,
        IN_ARRAY,
        IN_WRAPPER
    }

    private final JsonParser json;
    private final boolean whole;
    private Place place = Place.BETWEEN;
    private byte[] line = {};
    private int at;
    private long number = 1;

    /**
     * @param whole whether an event is a line; else the line that it carries as {@code log} or
     *     {@code message} is
     */
    EventLines(InputStream events, boolean whole) throws IOException {
        this.whole = whole;
        try {
            this.json = JSON.createParser(ObjectReadContext.empty(), events);
        } catch (JacksonException e) {
            throw reason(e);
        }
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (at == line.length) {
            if (!next()) {
                return -1;
            }
        }
        int given = Math.min(length, line.length - at);
        System.arraycopy(line, at, into, offset, given);
        at += given;
        return given;
    }

    @Override
    public void close() {
        json.close();
    }

    /** Reads on to the next line, or to the next place where one may stand. */
    private boolean next() throws IOException {
        try {
            var token = json.nextToken();
            if (token == null) {
                return false;
            }
            switch (token) {
                case START_OBJECT -> object();
                case START_ARRAY -> begin();
                case END_ARRAY -> end();
                default -> throw refused("is no object", null);
            }
            return true;
        } catch (JacksonException e) {
            throw reason(e);
        } catch (TooLong e) {
            throw refused("is longer than " + LONGEST + " bytes", e);
        }
    }

    private void begin() throws EventsRefused {
        if (place != Place.BETWEEN) {
            throw refused("is no object", null);
        }
        place = Place.IN_ARRAY;
    }

    private void object() throws IOException {
        json.nextToken();
        var name = json.currentName();
        if (place == Place.BETWEEN && name != null && WRAPPERS.contains(name)) {
            if (json.nextToken() == JsonToken.START_ARRAY) {
                place = Place.IN_WRAPPER;
                return;
            }
        } else if (name != null) {
            json.nextToken();
        }
        line = whole ? wholeEvent(name) : carried(name);
        at = 0;
        number++;
    }

    /**
     * After an array; a wrapper may say something simple behind it, such as how many there were.
     */
    private void end() throws IOException {
        if (place == Place.IN_WRAPPER) {
            while (json.nextToken() != JsonToken.END_OBJECT) {
                if (json.nextToken().isStructStart()) {
                    throw refused("is followed by more than a wrapper says", null);
                }
            }
        }
        place = Place.BETWEEN;
    }

    /** Written anew, so that it is one line whatever it looked like. */
    private byte[] wholeEvent(@Nullable String first) throws IOException {
        var written = new Bounded();
        try (var out = JSON.createGenerator(ObjectWriteContext.empty(), written)) {
            out.writeStartObject();
            for (var name = first; name != null; name = nextName()) {
                out.writeName(name);
                out.copyCurrentStructureExact(json);
            }
            out.writeEndObject();
        }
        written.write('\n');
        return written.toByteArray();
    }

    private byte[] carried(@Nullable String first) throws IOException {
        String log = null;
        String message = null;
        for (var name = first; name != null; name = nextName()) {
            if (json.currentToken() != JsonToken.VALUE_STRING) {
                json.skipChildren();
            } else if (name.equals("log")) {
                log = json.getString();
            } else if (name.equals("message") || name.equals("MESSAGE")) {
                message = json.getString();
            }
        }
        var text = log == null ? message : log;
        if (text == null) {
            throw refused("carries no line: neither log nor message is a text", null);
        }
        var oneLine = text.stripTrailing().replace('\n', ' ').replace('\r', ' ');
        return (oneLine + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** The next member's name, with the parser at its value; null at the object's end. */
    private @Nullable String nextName() {
        if (json.nextToken() != JsonToken.PROPERTY_NAME) {
            return null;
        }
        var name = json.currentName();
        json.nextToken();
        return name;
    }

    /** What the stream itself broke off with is that, and nothing about events. */
    private IOException reason(JacksonException e) {
        if (e.getCause() instanceof IOException broken
                && !(broken instanceof CharConversionException)) {
            return broken;
        }
        return refused(
                "is not JSON that is read here: broken, a name twice, or too long or deep", e);
    }

    private EventsRefused refused(String why, @Nullable Throwable cause) {
        return new EventsRefused(number, why, cause);
    }

    private final class Bounded extends ByteArrayOutputStream {

        @Override
        public synchronized void write(byte[] bytes, int offset, int length) {
            if (size() + length > LONGEST) {
                throw new TooLong();
            }
            super.write(bytes, offset, length);
        }
    }

    private static final class TooLong extends RuntimeException {}
}
