package dev.cordon.infra.persistence.detection;

import static dev.cordon.domain.detection.DetectionFixtures.RITA;

import dev.cordon.application.detection.DryRuns;
import dev.cordon.application.detection.DryRunsContract;
import dev.cordon.application.detection.RuleVersions;
import dev.cordon.domain.detection.tuning.DryRun;
import dev.cordon.domain.detection.tuning.RuleVersion;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.infra.persistence.Acting;
import dev.cordon.infra.persistence.Emptied;
import dev.cordon.infra.persistence.PersistenceTest;

@PersistenceTest
class JpaDryRunsTest extends DryRunsContract {

    private final DryRuns runs;
    private final RuleVersions versions;
    private final Acting acting;
    private final Emptied database;

    JpaDryRunsTest(DryRuns runs, RuleVersions versions, Acting acting, Emptied database) {
        this.runs = runs;
        this.versions = versions;
        this.acting = acting;
        this.database = database;
    }

    @Override
    protected DryRuns runs() {
        return runs;
    }

    @Override
    protected void save(Transition<DryRun> change) {
        acting.as(RITA, "TestUseCase", () -> runs.save(change));
    }

    @Override
    protected void saveVersion(Transition<RuleVersion> change) {
        database.empty();
        acting.as(RITA, "TestUseCase", () -> versions.save(change));
    }
}
