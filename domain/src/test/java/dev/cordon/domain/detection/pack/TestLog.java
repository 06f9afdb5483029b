package dev.cordon.domain.detection.pack;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cordon.domain.detection.Finding;
import dev.cordon.domain.detection.engine.DetectionEngine;
import dev.cordon.domain.detection.engine.DetectionSettings;
import dev.cordon.domain.detection.engine.LogBuilder;
import dev.cordon.domain.detection.engine.Pack;
import dev.cordon.domain.detection.engine.Samples;
import dev.cordon.domain.detection.log.LogFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** A log of one format, and what the pack says about it. */
record TestLog(LogFormat format, List<String> lines) {

    private static final Instant NOW = LogBuilder.BEGIN.plus(Duration.ofDays(2));

    TestLog {
        lines = List.copyOf(lines);
    }

    static TestLog access(LogBuilder log) {
        return new TestLog(LogFormat.COMBINED, log.lines());
    }

    static TestLog of(String format, List<String> lines) {
        return new TestLog(LogFormat.of(format), lines);
    }

    TestLog withoutLast() {
        return new TestLog(format, lines.subList(0, lines.size() - 1));
    }

    List<Finding> findings() {
        return findings(DetectionSettings.DEFAULTS);
    }

    List<Finding> findings(DetectionSettings settings) {
        byte[] bytes = String.join("", lines).getBytes(UTF_8);
        return findings(new DetectionEngine(Pack.rules(settings), settings, 42), bytes, 0);
    }

    /** What is found if the engine is saved before the last line, and another one goes on. */
    List<Finding> findingsOverARestart() {
        var settings = DetectionSettings.DEFAULTS;
        byte[] bytes = String.join("", lines).getBytes(UTF_8);
        int last = bytes.length - lines.getLast().getBytes(UTF_8).length;
        var before = new DetectionEngine(Pack.rules(settings), settings, 42);
        before.open("log", format, ZoneOffset.UTC).feed(bytes, 0, last, NOW);
        byte[] state = before.save();
        var after = DetectionEngine.restored(Pack.rules(settings), settings, 43, state);
        return findings(after.orElseThrow(), bytes, last);
    }

    private List<Finding> findings(DetectionEngine engine, byte[] bytes, int from) {
        var source = engine.open("log", format, ZoneOffset.UTC);
        source.feed(bytes, from, bytes.length, NOW);
        source.end();
        if (!source.counts().rejected().isEmpty()) {
            throw new AssertionError("not understood: " + source.counts().rejected());
        }
        return Samples.lasting(engine);
    }
}
