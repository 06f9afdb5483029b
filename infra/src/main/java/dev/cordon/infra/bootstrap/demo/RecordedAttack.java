package dev.cordon.infra.bootstrap.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * The access log of a real store under credential stuffing: forty addresses with one or two tries
 * each, among ordinary customers. It can be moved to another time; nothing else of it changes.
 */
final class RecordedAttack {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT);

    private final List<Line> lines;

    private RecordedAttack(List<Line> lines) {
        this.lines = lines;
    }

    private record Line(Instant at, String before, String after) {

        static Line of(String text) {
            int open = text.indexOf('[');
            int close = text.indexOf(']', open);
            var at = STAMP.parse(text.substring(open + 1, close), Instant::from);
            return new Line(at, text.substring(0, open + 1), text.substring(close));
        }

        String movedBy(Duration shift) {
            return before + STAMP.format(at.plus(shift).atOffset(ZoneOffset.UTC)) + after;
        }
    }

    static RecordedAttack load() {
        try (var log = RecordedAttack.class.getResourceAsStream("/demo/access.log")) {
            if (log == null) {
                throw new IllegalStateException("the recorded access log is not in the program");
            }
            var text = new String(log.readAllBytes(), StandardCharsets.UTF_8);
            return new RecordedAttack(text.lines().map(Line::of).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Instant begin() {
        return lines.getFirst().at();
    }

    Duration length() {
        return Duration.between(begin(), lines.getLast().at());
    }

    /** The lines recorded from one moment after the beginning up to another, at their new time. */
    List<String> lines(Duration from, Duration until, Duration shift) {
        var first = begin().plus(from);
        var end = begin().plus(until);
        return lines.stream()
                .filter(line -> !line.at().isBefore(first) && line.at().isBefore(end))
                .map(line -> line.movedBy(shift))
                .toList();
    }
}
