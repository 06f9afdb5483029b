package dev.cordon.infra.pack;

import dev.cordon.domain.evidence.Salt;
import dev.cordon.domain.evidence.pack.PackageForm.Malformed;
import dev.cordon.domain.kernel.Sha256;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads JSON that has exactly the properties it should, in the order in which they are written, and
 * holds nothing else of it. What is missing, doubled, added or nested deeper is refused where it
 * stands.
 */
final class StrictJson {

    private static final int LONGEST_TEXT = 1 << 20;

    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(10)
                                    .maxStringLength(LONGEST_TEXT)
                                    .maxNameLength(100)
                                    .maxNumberLength(20)
                                    .build())
                    .build();

    private final JsonParser in;
    private @Nullable JsonToken token;

    /** Reads one thing of a list. */
    interface Element<T> {
        T read() throws Malformed;
    }

    StrictJson(byte[] json) throws Malformed {
        try {
            in = JSON.createParser(ObjectReadContext.empty(), json);
        } catch (JacksonException e) {
            throw new Malformed("it is no JSON");
        }
        next();
    }

    private void next() throws Malformed {
        try {
            token = in.nextToken();
        } catch (JacksonException e) {
            throw new Malformed("it is no JSON near " + place());
        }
    }

    private String place() {
        var location = in.currentTokenLocation();
        return "line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private Malformed unexpected(String expected) {
        return new Malformed("expected " + expected + " at " + place());
    }

    private void take(JsonToken expected, String name) throws Malformed {
        if (token != expected) {
            throw unexpected(name);
        }
        next();
    }

    void begin() throws Malformed {
        take(JsonToken.START_OBJECT, "{");
    }

    void begin(String name) throws Malformed {
        name(name);
        begin();
    }

    void end() throws Malformed {
        take(JsonToken.END_OBJECT, "}");
    }

    /** Nothing may follow. */
    void over() throws Malformed {
        if (token != null) {
            throw unexpected("the end");
        }
    }

    private boolean isAt(String name) {
        return token == JsonToken.PROPERTY_NAME && name.equals(in.currentName());
    }

    private void name(String name) throws Malformed {
        if (!isAt(name)) {
            throw unexpected(name);
        }
        next();
    }

    String text(String name) throws Malformed {
        name(name);
        return text();
    }

    String text() throws Malformed {
        if (token != JsonToken.VALUE_STRING) {
            throw unexpected("a text");
        }
        try {
            var text = in.getString();
            next();
            return text;
        } catch (JacksonException e) {
            throw unexpected("a shorter text");
        }
    }

    @Nullable String optionalText(String name) throws Malformed {
        return isAt(name) ? text(name) : null;
    }

    long number(String name) throws Malformed {
        name(name);
        if (token != JsonToken.VALUE_NUMBER_INT) {
            throw unexpected("a whole number");
        }
        try {
            long number = in.getLongValue();
            next();
            if (number < 0) {
                throw unexpected("no negative number before");
            }
            return number;
        } catch (JacksonException e) {
            throw unexpected("a smaller number");
        }
    }

    Sha256 digest(String name) throws Malformed {
        return digestOf(text(name));
    }

    @Nullable Sha256 optionalDigest(String name) throws Malformed {
        return isAt(name) ? digest(name) : null;
    }

    @Nullable Salt optionalSalt(String name) throws Malformed {
        if (!isAt(name)) {
            return null;
        }
        try {
            return new Salt(text(name));
        } catch (IllegalArgumentException e) {
            throw unexpected("a salt before");
        }
    }

    Sha256 digestOf(String text) throws Malformed {
        try {
            return new Sha256(text);
        } catch (IllegalArgumentException e) {
            throw unexpected("a SHA-256 digest before");
        }
    }

    UUID id(String name) throws Malformed {
        var text = text(name);
        try {
            var id = UUID.fromString(text);
            if (id.toString().equals(text)) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            // told below
        }
        throw unexpected("an id before");
    }

    Instant time(String name) throws Malformed {
        var text = text(name);
        try {
            var time = Instant.parse(text);
            if (time.toString().equals(text)) {
                return time;
            }
        } catch (DateTimeException e) {
            // told below
        }
        throw unexpected("a time in UTC before");
    }

    @Nullable Instant optionalTime(String name) throws Malformed {
        return isAt(name) ? time(name) : null;
    }

    /** Written as {@link Duration#toString()} writes it. */
    @Nullable Duration optionalDuration(String name) throws Malformed {
        if (!isAt(name)) {
            return null;
        }
        var text = text(name);
        try {
            var duration = Duration.parse(text);
            if (duration.toString().equals(text)) {
                return duration;
            }
        } catch (DateTimeException e) {
            // told below
        }
        throw unexpected("a length of time before");
    }

    <T> List<T> list(String name, int most, Element<T> element) throws Malformed {
        name(name);
        take(JsonToken.START_ARRAY, "[");
        var list = new ArrayList<T>();
        while (token != JsonToken.END_ARRAY) {
            if (list.size() >= most) {
                throw unexpected("no more than " + most);
            }
            list.add(element.read());
        }
        next();
        return list;
    }
}
