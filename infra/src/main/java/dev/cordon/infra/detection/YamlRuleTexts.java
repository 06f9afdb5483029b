package dev.cordon.infra.detection;

import dev.cordon.application.detection.RuleTexts;
import dev.cordon.domain.detection.rule.RuleFile;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Rules in YAML, read as carefully as those of a folder. */
final class YamlRuleTexts implements RuleTexts {

    @Override
    public List<RuleFile> pack() {
        return RuleFiles.pack();
    }

    @Override
    public RuleFile read(String name, String text) {
        return RuleYaml.read(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
