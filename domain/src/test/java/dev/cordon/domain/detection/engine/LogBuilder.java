package dev.cordon.domain.detection.engine;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Writes access logs to test with; seconds count from a morning in November. */
final class LogBuilder {

    static final Instant BEGIN = Instant.parse("2026-11-23T06:00:00Z");

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT);

    private final List<String> lines = new ArrayList<>();
    private String target = "/my-account/";
    private String referer = "-";
    private String agent = "tool/1";

    LogBuilder at(String loginTarget) {
        target = loginTarget;
        return this;
    }

    LogBuilder referer(String text) {
        referer = text;
        return this;
    }

    LogBuilder agent(String text) {
        agent = text;
        return this;
    }

    LogBuilder refused(String address, long second) {
        return line(address, second, "POST", target, 200);
    }

    LogBuilder accepted(String address, long second) {
        return line(address, second, "POST", target, 302);
    }

    LogBuilder views(String address, long second, String path) {
        return line(address, second, "GET", path, 200);
    }

    LogBuilder line(String address, long second, String method, String path, int status) {
        var when = STAMP.format(BEGIN.plusSeconds(second).atOffset(ZoneOffset.UTC));
        lines.add(
                "%s - - [%s] \"%s %s HTTP/1.1\" %d 17 \"%s\" \"%s\"\n"
                        .formatted(address, when, method, path, status, referer, agent));
        return this;
    }

    /** A customer as browsers are: looks around, then logs in from the login page. */
    LogBuilder customer(String address, long second, boolean mistypes) {
        views(address, second, "/wp-content/themes/shop/style.css");
        var before = referer;
        referer("https://shop.example/my-account/").agent("Firefox");
        if (mistypes) {
            refused(address, second + 1);
        }
        return accepted(address, second + 5).referer(before).agent("tool/1");
    }

    LogBuilder shuffled(long seed) {
        Collections.shuffle(lines, new Random(seed));
        return this;
    }

    byte[] bytes() {
        return String.join("", lines).getBytes(US_ASCII);
    }
}
