package dev.cordon.domain.detection.log;

import dev.cordon.domain.detection.state.StateReader;
import dev.cordon.domain.detection.state.StateWriter;

/** Where an event's lines stand in what came in. */
final class LinePlace {

    /** How many lines it has. */
    int lines;

    /** The number of the first, from 1. */
    long number;

    /** Where the first begins, in bytes since the start. */
    long start;

    /** Where the last ends, without its end. */
    long end;

    void begin(long lineNumber, long lineStart, int length) {
        lines = 1;
        number = lineNumber;
        start = lineStart;
        end = lineStart + length;
    }

    void begin(LinePlace first) {
        lines = first.lines;
        number = first.number;
        start = first.start;
        end = first.end;
    }

    /** One more line belongs to it. */
    void extend(LinePlace next) {
        lines++;
        end = next.end;
    }

    void save(StateWriter to) {
        to.number(lines);
        to.number(number);
        to.number(start);
        to.number(end);
    }

    void restore(StateReader from) {
        lines = from.count();
        number = from.number();
        start = from.number();
        end = from.number();
    }
}
