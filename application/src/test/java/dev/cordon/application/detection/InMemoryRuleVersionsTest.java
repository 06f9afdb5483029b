package dev.cordon.application.detection;

import dev.cordon.domain.detection.tuning.RuleVersion;
import dev.cordon.domain.kernel.Transition;

class InMemoryRuleVersionsTest extends RuleVersionsContract {

    private final InMemoryRuleVersions versions = new InMemoryRuleVersions();

    @Override
    protected RuleVersions versions() {
        return versions;
    }

    @Override
    protected void save(Transition<RuleVersion> change) {
        versions.save(change);
    }
}
