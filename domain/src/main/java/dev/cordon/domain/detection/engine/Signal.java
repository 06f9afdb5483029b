package dev.cordon.domain.detection.engine;

import dev.cordon.domain.detection.log.Address;
import dev.cordon.domain.detection.log.EventCursor;
import dev.cordon.domain.detection.log.EventField;
import dev.cordon.domain.detection.log.RequestPath;
import dev.cordon.domain.detection.match.Hashes;
import dev.cordon.domain.detection.rule.GroupField;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An event that some rule matched, with all that correlation needs of it: it outlives the line.
 * Reused.
 */
final class Signal {

    /** More of a line than that is no sample for a person. */
    private static final int LONGEST_SAMPLE = 1_024;

    private static final int LONGEST_PATH = 256;

    int source;
    long place;
    int length;
    long time;
    boolean addressed;
    long high;
    long low;
    int facts;
    int purposes;
    long firstSeen;
    int agent;
    boolean referer;
    int status;
    int[] rules = {};
    @Nullable String account;
    private EventCursor event = EventCursor.NOTHING;
    private @Nullable Key key;
    private final RequestPath resolved = new RequestPath();

    Address address() {
        return new Address(high, low);
    }

    boolean matches(int rule) {
        return Arrays.binarySearch(rules, rule) >= 0;
    }

    /** Whether its address is known for one of those purposes, a bit for each. */
    boolean isKnownFor(int any) {
        return (purposes & any) != 0;
    }

    /** Whether its visitor has shown no sign of a browser. */
    boolean isCold() {
        return facts == 0;
    }

    /** Whether its visitor has loaded no style, no script and no picture. */
    boolean isBare() {
        return (facts & Visits.ASSET) == 0;
    }

    /** Its address, which it has. */
    Key key() {
        if (key == null) {
            key = new Key(high, low, true);
        }
        return key;
    }

    /** The event itself: valid only while it is correlated. */
    void about(EventCursor line) {
        event = line;
        key = null;
    }

    /** The same signal, which outlives the line. */
    Signal copy() {
        var copy = new Signal();
        copy.source = source;
        copy.place = place;
        copy.length = length;
        copy.time = time;
        copy.addressed = addressed;
        copy.high = high;
        copy.low = low;
        copy.facts = facts;
        copy.firstSeen = firstSeen;
        copy.agent = agent;
        copy.referer = referer;
        copy.status = status;
        copy.rules = rules;
        copy.account = account;
        copy.event = event.copy();
        return copy;
    }

    /** A number for what stands in the field, equal for equal texts; 0 if nothing does. */
    long value(GroupField field) {
        return switch (field) {
            case GroupField.Field(var name) ->
                    event.has(name)
                            ? Hashes.of(event.bytes(), event.from(name), event.to(name), 0)
                            : 0;
            case GroupField.ResolvedPath _ -> {
                resolved.read(event);
                yield resolved.length() == 0
                        ? 0
                        : Hashes.of(resolved.bytes(), 0, resolved.length(), 0);
            }
            case GroupField.SourceAddress _ -> addressed ? Hashes.mixed(high + 1, low) : 0;
            case GroupField.Alias _ -> 0;
        };
    }

    byte[] sample() {
        int length = Math.min(event.rawLength(), LONGEST_SAMPLE);
        return Arrays.copyOfRange(event.rawBytes(), event.rawFrom(), event.rawFrom() + length);
    }

    /** The path as the web server resolves it; empty if the event is no request. */
    String path() {
        if (!event.has(EventField.TARGET)) {
            return "";
        }
        resolved.read(event);
        int length = Math.min(resolved.length(), LONGEST_PATH);
        return new String(resolved.bytes(), 0, length, StandardCharsets.UTF_8);
    }
}
