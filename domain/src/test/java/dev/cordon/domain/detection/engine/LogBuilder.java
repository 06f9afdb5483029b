package dev.cordon.domain.detection.engine;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.ObjIntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes access logs to test with; seconds count from a morning in November. */
public final class LogBuilder {

    public static final Instant BEGIN = Instant.parse("2026-11-23T06:00:00Z");

    public static final String BROWSER =
            "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT);

    private record Line(long second, String text) {}

    private final List<Line> lines = new ArrayList<>();
    private String target = "/my-account/";
    private String referer = "-";
    private String agent = "tool/1";
    private int size = 17;

    public LogBuilder at(String loginTarget) {
        target = loginTarget;
        return this;
    }

    public LogBuilder referer(String text) {
        referer = text;
        return this;
    }

    public LogBuilder agent(String text) {
        agent = text;
        return this;
    }

    /** From now on answers are that long. */
    public LogBuilder answering(int bytes) {
        size = bytes;
        return this;
    }

    /** Says the same so many times, each time with its number. */
    public LogBuilder times(int count, ObjIntConsumer<LogBuilder> lines) {
        IntStream.range(0, count).forEach(i -> lines.accept(this, i));
        return this;
    }

    public LogBuilder refused(String address, long second) {
        return line(address, second, "POST", target, 200);
    }

    public LogBuilder accepted(String address, long second) {
        return line(address, second, "POST", target, 302);
    }

    public LogBuilder views(String address, long second, String path) {
        return line(address, second, "GET", path, 200);
    }

    public LogBuilder posts(String address, long second, String path, int status) {
        return line(address, second, "POST", path, status);
    }

    /** Looks at a page as browsers do: with its style, and saying where from. */
    public LogBuilder browses(String address, long second, String path) {
        var before = List.of(referer, agent);
        referer("https://shop.example/").agent(BROWSER).views(address, second, path);
        referer("https://shop.example" + path)
                .views(address, second, "/wp-content/themes/shop/style.css?ver=4.6");
        return referer(before.getFirst()).agent(before.getLast());
    }

    public LogBuilder line(String address, long second, String method, String path, int status) {
        var when = STAMP.format(BEGIN.plusSeconds(second).atOffset(ZoneOffset.UTC));
        var text =
                "%s - - [%s] \"%s %s HTTP/1.1\" %d %d \"%s\" \"%s\"\n"
                        .formatted(address, when, method, path, status, size, referer, agent);
        lines.add(new Line(second, text));
        return this;
    }

    /** A customer as browsers are: looks around, then logs in from the login page. */
    public LogBuilder customer(String address, long second, boolean mistypes) {
        views(address, second, "/wp-content/themes/shop/style.css");
        var before = referer;
        referer("https://shop.example/my-account/").agent("Firefox");
        if (mistypes) {
            refused(address, second + 1);
        }
        return accepted(address, second + 5).referer(before).agent("tool/1");
    }

    public LogBuilder shuffled(long seed) {
        Collections.shuffle(lines, new Random(seed));
        return this;
    }

    /** The lines in the order of their time. */
    public List<String> lines() {
        return lines.stream()
                .sorted(Comparator.comparingLong(Line::second))
                .map(Line::text)
                .toList();
    }

    /** The lines as they were written, or shuffled. */
    public byte[] bytes() {
        return lines.stream().map(Line::text).collect(Collectors.joining()).getBytes(US_ASCII);
    }
}
