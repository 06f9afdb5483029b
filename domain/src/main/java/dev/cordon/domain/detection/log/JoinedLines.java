package dev.cordon.domain.detection.log;

import dev.cordon.domain.detection.state.StateReader;
import dev.cordon.domain.detection.state.StateWriter;
import java.util.Arrays;

/**
 * Puts the lines of one event together: a stack trace goes with the error before it. Holds one
 * event, no longer than the longest line and of at most {@value #MOST_LINES} lines; what goes
 * beyond is counted as not understood, so that rubbish behind one good line does not pass.
 */
final class JoinedLines {

    /** Takes an event, and says whether it was understood. */
    interface Sink {
        boolean event(byte[] bytes, int from, int to, int traits, LinePlace place);
    }

    private static final int MOST_LINES = 1_000;
    private static final int FIRST_ROOM = 1_024;

    private final LineParser parser;
    private final int longest;
    private final LineTally tally;
    private final Sink sink;
    private final LinePlace event = new LinePlace();
    private byte[] kept = new byte[FIRST_ROOM];
    private int length;
    private int traits;
    private boolean open;
    private int following;

    JoinedLines(LineParser parser, int longest, LineTally tally, Sink sink) {
        this.parser = parser;
        this.longest = longest;
        this.tally = tally;
        this.sink = sink;
    }

    void line(byte[] bytes, int from, int to, int lineTraits, LinePlace place) {
        boolean goesOn = from == to || parser.continuesPrevious(bytes, from, to);
        if (!goesOn) {
            begin(bytes, from, to, lineTraits, place);
        } else if (following == 0 || hasControls(bytes, from, to, lineTraits)) {
            var reason = from == to ? Rejection.EMPTY : Rejection.OTHER_FORMAT;
            var deeper = Encoding.explain(reason, bytes, from, to, lineTraits);
            tally.reject(deeper, 1, place.number, place.start, bytes, from, to);
        } else {
            following--;
            goOn(bytes, from, to, lineTraits, place);
        }
    }

    /** The event is complete, as far as is known. What still goes it on is counted with it. */
    void flush() {
        if (open) {
            open = false;
            boolean understood = sink.event(kept, 0, length, traits, event);
            following = understood ? following : 0;
        }
    }

    private void begin(byte[] bytes, int from, int to, int lineTraits, LinePlace place) {
        flush();
        open = true;
        following = MOST_LINES - 1;
        traits = lineTraits;
        length = 0;
        append(bytes, from, to);
        event.begin(place);
    }

    private void goOn(byte[] bytes, int from, int to, int lineTraits, LinePlace place) {
        if (!open) {
            tally.follow(place);
        } else if (length + 1 + to - from > longest) {
            tally.reject(Rejection.TOO_LONG, 1, place.number, place.start, bytes, from, to);
        } else {
            traits |= lineTraits;
            kept = withRoom(length + 1);
            kept[length++] = '\n';
            append(bytes, from, to);
            event.extend(place);
        }
    }

    private void append(byte[] bytes, int from, int to) {
        kept = withRoom(length + to - from);
        System.arraycopy(bytes, from, kept, length, to - from);
        length += to - from;
    }

    private byte[] withRoom(int needed) {
        return needed <= kept.length
                ? kept
                : Arrays.copyOf(kept, Math.min(longest, Math.max(2 * kept.length, needed)));
    }

    /** Text has no control characters but tabs. */
    private static boolean hasControls(byte[] bytes, int from, int to, int traits) {
        if ((traits & LogLines.CONTROL) == 0) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (bytes[i] >= 0 && bytes[i] < ' ' && bytes[i] != '\t') {
                return true;
            }
        }
        return false;
    }

    void save(StateWriter to) {
        to.flag(open);
        to.number(following);
        to.number(traits);
        to.bytes(Arrays.copyOf(kept, length));
        event.save(to);
    }

    void restore(StateReader from) {
        open = from.flag();
        following = (int) from.number();
        traits = (int) from.number();
        byte[] saved = from.bytes();
        kept = Arrays.copyOf(saved, Math.max(FIRST_ROOM, saved.length));
        length = saved.length;
        event.restore(from);
    }
}
