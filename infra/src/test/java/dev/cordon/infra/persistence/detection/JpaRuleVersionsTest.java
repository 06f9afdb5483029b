package dev.cordon.infra.persistence.detection;

import static dev.cordon.domain.detection.DetectionFixtures.RITA;

import dev.cordon.application.detection.RuleVersions;
import dev.cordon.application.detection.RuleVersionsContract;
import dev.cordon.domain.detection.tuning.RuleVersion;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.infra.persistence.Acting;
import dev.cordon.infra.persistence.Emptied;
import dev.cordon.infra.persistence.PersistenceTest;
import org.junit.jupiter.api.BeforeEach;

@PersistenceTest
class JpaRuleVersionsTest extends RuleVersionsContract {

    private final RuleVersions versions;
    private final Acting acting;
    private final Emptied database;

    JpaRuleVersionsTest(RuleVersions versions, Acting acting, Emptied database) {
        this.versions = versions;
        this.acting = acting;
        this.database = database;
    }

    @BeforeEach
    void empty() {
        database.empty();
    }

    @Override
    protected RuleVersions versions() {
        return versions;
    }

    @Override
    protected void save(Transition<RuleVersion> change) {
        acting.as(RITA, "TestUseCase", () -> versions.save(change));
    }
}
