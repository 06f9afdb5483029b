package dev.cordon.application.detection;

import static dev.cordon.domain.detection.DetectionFixtures.BEGAN;
import static dev.cordon.domain.detection.DetectionFixtures.DETECTION;
import static dev.cordon.domain.detection.DetectionFixtures.RITA;
import static dev.cordon.domain.detection.DetectionFixtures.SEEN;
import static dev.cordon.domain.detection.DetectionFixtures.STORE;
import static dev.cordon.domain.detection.DetectionFixtures.stuffing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.domain.detection.tuning.DryRun;
import dev.cordon.domain.detection.tuning.DryRunId;
import dev.cordon.domain.detection.tuning.DryRunReport;
import dev.cordon.domain.detection.tuning.RuleVersion;
import dev.cordon.domain.detection.tuning.RuleVersionId;
import dev.cordon.domain.detection.tuning.Tuning;
import dev.cordon.domain.kernel.Mode;
import dev.cordon.domain.kernel.StaleVersion;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.kernel.Transition;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link DryRuns} promises. */
public abstract class DryRunsContract {

    private static final DryRunReport REPORT =
            DryRunReport.of(
                    new DryRunReport.Reading(
                            BEGAN,
                            BEGAN,
                            SEEN,
                            17,
                            3,
                            Duration.ofMillis(1_250),
                            Map.of("login-refused", 3L),
                            List.of("one log could not be read")),
                    List.of(stuffing(3)),
                    List.of());

    private RuleVersion version;

    protected abstract DryRuns runs();

    protected abstract void save(Transition<DryRun> change);

    protected abstract void saveVersion(Transition<RuleVersion> change);

    @BeforeEach
    void addVersion() {
        var drafted =
                RuleVersion.draft(
                        new RuleVersionId(UUID.randomUUID()), STORE, 1, Tuning.NONE, RITA, SEEN);
        saveVersion(drafted);
        version = drafted.state();
    }

    @Test
    void whatItShowedIsKeptAsItIs() {
        var id = ask();
        assertThat(runs().open(STORE).map(DryRun::id)).contains(id);

        save(get(id).finish(REPORT, DETECTION, SEEN));

        assertThat(get(id).phase()).isEqualTo(new DryRun.Phase.Finished(REPORT, SEEN));
        assertThat(runs().open(STORE)).isEmpty();
        assertThat(runs().lastFinished(STORE).map(DryRun::id)).contains(id);
    }

    @Test
    void oneThatWasStoppedShowedNothing() {
        var id = ask();

        save(get(id).stop(RITA, SEEN));

        assertThat(get(id).phase()).isEqualTo(new DryRun.Phase.Stopped(RITA, SEEN));
        assertThat(runs().lastFinished(STORE)).isEmpty();
        assertThat(runs().of(version.id())).extracting(DryRun::id).containsExactly(id);
    }

    @Test
    void aStoreHasOneAtATime() {
        ask();

        assertThatThrownBy(this::ask).isInstanceOf(StaleVersion.class);
    }

    @Test
    void whatLiesOutsideTheScopeIsNotThere() {
        var elsewhere = new StoreScope.Only(Set.of(new StoreId(new UUID(0, 99))));

        assertThat(runs().find(ask(), elsewhere)).isEmpty();
    }

    private DryRunId ask() {
        var asked = DryRun.ask(new DryRunId(UUID.randomUUID()), version, Mode.LIVE, RITA, SEEN);
        save(asked);
        return asked.state().id();
    }

    private DryRun get(DryRunId id) {
        return runs().get(id, StoreScope.ALL);
    }
}
