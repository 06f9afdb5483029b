package dev.cordon.application.detection;

import dev.cordon.domain.detection.engine.Pack;
import dev.cordon.domain.detection.rule.RuleFile;
import java.util.List;

/** {@link RuleTexts} for rules that are well written. */
public final class PackTexts implements RuleTexts {

    @Override
    public List<RuleFile> pack() {
        return Pack.files();
    }

    @Override
    public RuleFile read(String name, String text) {
        return Pack.file(name, text);
    }
}
