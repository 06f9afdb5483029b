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
        var engine = new DetectionEngine(Pack.rules(settings), settings, 42);
        var source = engine.open("log", format, ZoneOffset.UTC);
        byte[] bytes = String.join("", lines).getBytes(UTF_8);
        source.feed(bytes, 0, bytes.length, NOW);
        source.end();
        if (!source.counts().rejected().isEmpty()) {
            throw new AssertionError("not understood: " + source.counts().rejected());
        }
        return Samples.lasting(engine);
    }
}
