package dev.cordon.domain.detection.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cordon.domain.detection.CampaignMerged;
import dev.cordon.domain.detection.DetectionFixtures;
import dev.cordon.domain.detection.Finding;
import dev.cordon.domain.detection.log.LogFormat;
import dev.cordon.domain.detection.rule.RuleSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;

/** Access logs recorded on a real store, with what is known about them. */
public final class Samples {

    public static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    /** What the source of the bytes is called. */
    public static final String SOURCE = DetectionFixtures.SOURCE.id().value();

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
        return findings(log, Pack.rules(settings), settings);
    }

    public static List<Finding> findings(byte[] log, RuleSet rules, DetectionSettings settings) {
        var engine = new DetectionEngine(rules, settings, 42);
        var source = engine.open(SOURCE, LogFormat.COMBINED, ZoneOffset.UTC);
        source.feed(log, 0, log.length, NOW);
        source.end();
        return lasting(engine);
    }

    /** The findings that did not turn out to be parts of others. */
    public static List<Finding> lasting(DetectionEngine engine) {
        var findings = engine.news();
        var gone = engine.merged().stream().map(CampaignMerged::reference).toList();
        return findings.stream().filter(each -> !gone.contains(each.reference())).toList();
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
