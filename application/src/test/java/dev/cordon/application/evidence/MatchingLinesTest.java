package dev.cordon.application.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.detection.Finding;
import dev.cordon.domain.detection.engine.DetectionEngine;
import dev.cordon.domain.detection.engine.DetectionSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MatchingLinesTest {

    private static final int LONGEST = DetectionSettings.DEFAULTS.limits().longestLine();

    private final byte[] log = sample();
    private final Finding finding = finding(log);

    @Test
    void everyLineIsOneOfTheLogAndOfAnAttackingAddress() throws IOException {
        var lines = cut(log);

        var all = List.of(new String(log, StandardCharsets.UTF_8).split("\n"));
        assertThat(lines).isNotEmpty();
        assertThat(all).containsAll(lines);
        assertThat(lines).allMatch(line -> line.startsWith("198.51.100."));
    }

    @Test
    void everyTryOfEveryAttackingAddressIsThere() throws IOException {
        var lines = cut(log);

        var tries =
                new String(log, StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> line.startsWith("198.51.100."))
                        .filter(line -> line.contains("\"POST /my-account/"))
                        .toList();
        assertThat(tries).hasSizeGreaterThan(39);
        assertThat(lines).containsAll(tries);
    }

    @Test
    void theLogMayEndWithoutALineEnd() throws IOException {
        var line = cut(log).getFirst().getBytes(StandardCharsets.UTF_8);

        assertThat(cut(line)).hasSize(1);
    }

    private List<String> cut(byte[] log) throws IOException {
        try (var matching =
                new MatchingLines(new ByteArrayInputStream(log), finding.lines(), LONGEST)) {
            var lines =
                    new String(matching.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
            assertThat(matching.count()).isEqualTo(lines.size());
            return lines;
        }
    }

    private static Finding finding(byte[] log) {
        var engine = new DetectionEngine(DetectionSettings.DEFAULTS, 1);
        engine.feed(log, 0, log.length, Instant.parse("2026-11-23T12:00:00Z"));
        engine.endOfBatch();
        return engine.news().getFirst();
    }

    private static byte[] sample() {
        try (var file =
                MatchingLinesTest.class.getResourceAsStream(
                        "/detection/credential-stuffing/access.log")) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
