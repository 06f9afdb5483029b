package dev.cordon.domain.detection.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cordon.domain.detection.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/** Access logs recorded on a real store, with what is known about them. */
public final class Samples {

    public static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private Samples() {}

    public static byte[] log(String sample) {
        return resource(sample + "/access.log");
    }

    /** The addresses that attacked, as whoever recorded the sample wrote them down. */
    public static List<String> attackers(String sample) {
        var attack =
                Pattern.compile(
                        "\"attacker_ips\": \\[([^]]*)],\\s*\"malicious\": true", Pattern.DOTALL);
        return attack.matcher(new String(resource(sample + "/labels.json"), UTF_8))
                .results()
                .flatMap(match -> Pattern.compile("[^\\s\",]+").matcher(match.group(1)).results())
                .map(match -> match.group())
                .toList();
    }

    /** What an engine with the default settings finds in those bytes. */
    public static List<Finding> findings(byte[] log) {
        return findings(log, DetectionSettings.DEFAULTS);
    }

    public static List<Finding> findings(byte[] log, DetectionSettings settings) {
        var engine = new DetectionEngine(settings, 42);
        engine.feed(log, 0, log.length, NOW);
        engine.endOfBatch();
        return engine.news();
    }

    public static List<String> addresses(Finding finding) {
        return finding.addresses().stream().map(facts -> facts.address().toString()).toList();
    }

    private static byte[] resource(String name) {
        try (var in = Samples.class.getResourceAsStream("/detection/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
