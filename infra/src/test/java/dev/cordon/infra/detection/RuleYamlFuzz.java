package dev.cordon.infra.detection;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.cordon.domain.detection.rule.SigmaLoader;
import java.util.List;
import java.util.Map;

/** Any bytes are read as rules or refused. */
class RuleYamlFuzz {

    @FuzzTest(maxDuration = "10s")
    void anyBytesAreReadOrRefused(byte[] bytes) {
        SigmaLoader.load(List.of(RuleYaml.read("a.yml", bytes)), Map.of());
    }
}
