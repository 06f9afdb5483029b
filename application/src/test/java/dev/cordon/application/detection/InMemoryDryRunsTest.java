package dev.cordon.application.detection;

import dev.cordon.domain.detection.tuning.DryRun;
import dev.cordon.domain.detection.tuning.RuleVersion;
import dev.cordon.domain.kernel.Transition;

class InMemoryDryRunsTest extends DryRunsContract {

    private final InMemoryDryRuns runs = new InMemoryDryRuns();
    private final InMemoryRuleVersions versions = new InMemoryRuleVersions();

    @Override
    protected DryRuns runs() {
        return runs;
    }

    @Override
    protected void save(Transition<DryRun> change) {
        runs.save(change);
    }

    @Override
    protected void saveVersion(Transition<RuleVersion> change) {
        versions.save(change);
    }
}
