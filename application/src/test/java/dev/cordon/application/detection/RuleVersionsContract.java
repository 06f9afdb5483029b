package dev.cordon.application.detection;

import static dev.cordon.domain.detection.DetectionFixtures.OMAR;
import static dev.cordon.domain.detection.DetectionFixtures.RITA;
import static dev.cordon.domain.detection.DetectionFixtures.SEEN;
import static dev.cordon.domain.detection.DetectionFixtures.STORE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.domain.detection.engine.Allowed;
import dev.cordon.domain.detection.tuning.OwnRules;
import dev.cordon.domain.detection.tuning.RuleVersion;
import dev.cordon.domain.detection.tuning.RuleVersion.ApprovalOutcome;
import dev.cordon.domain.detection.tuning.RuleVersion.Stage;
import dev.cordon.domain.detection.tuning.RuleVersionId;
import dev.cordon.domain.detection.tuning.Tuning;
import dev.cordon.domain.kernel.StaleVersion;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.kernel.Transition;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link RuleVersions} promises. */
public abstract class RuleVersionsContract {

    private static final StoreId OTHER = new StoreId(new UUID(0, 99));

    private static final Tuning TUNED =
            Tuning.NONE
                    .about(
                            Duration.ofMinutes(45),
                            List.of("/kasse"),
                            List.of(Allowed.of("office=192.0.2.0/24")))
                    .counting("login-burst", 5)
                    .switched("login-slow", false)
                    .with(new OwnRules("own.yml", "title: x\n"));

    protected abstract RuleVersions versions();

    protected abstract void save(Transition<RuleVersion> change);

    @Test
    void everyStageIsKeptAsItIs() {
        var id = draft(STORE, 1);
        assertThat(get(id)).usingRecursiveComparison().isEqualTo(edited(id));

        save(get(id).submit(RITA, SEEN));
        assertThat(get(id).stage()).isEqualTo(Stage.SUBMITTED);
        assertThat(get(id).tuning()).isEqualTo(TUNED);

        save(get(id).sendBack("why so low?", OMAR, SEEN));
        assertThat(get(id).phase()).isEqualTo(new RuleVersion.Phase.Draft("why so low?"));

        save(get(id).submit(RITA, SEEN));
        approve(id);
        assertThat(get(id).phase())
                .isEqualTo(new RuleVersion.Phase.InForce(OMAR, SEEN, TUNED.hash()));

        var next = draft(STORE, 2);
        save(get(next).submit(RITA, SEEN));
        approve(next);
        assertThat(get(id).phase())
                .isEqualTo(new RuleVersion.Phase.Superseded(OMAR, SEEN, TUNED.hash(), SEEN));

        var last = draft(STORE, 3);
        save(get(last).discard("no need", RITA, SEEN));
        assertThat(get(last).phase())
                .isEqualTo(new RuleVersion.Phase.Discarded(RITA, SEEN, "no need"));
        assertThat(versions().of(STORE)).extracting(RuleVersion::number).containsExactly(3, 2, 1);
    }

    @Test
    void whatIsInForceIsKnownByItsHash() {
        assertThat(versions().inForce(STORE)).isEmpty();
        assertThat(versions().contentInForce(STORE)).isEmpty();
        var id = draft(STORE, versions().nextNumber(STORE));
        save(get(id).submit(RITA, SEEN));

        approve(id);

        assertThat(versions().contentInForce(STORE)).contains(TUNED.hash());
        assertThat(versions().inForce(STORE).map(RuleVersion::id)).contains(id);
        assertThat(versions().nextNumber(STORE)).isEqualTo(2);
        assertThat(versions().inForce(OTHER)).isEmpty();
    }

    @Test
    void aStoreHasOneOpenVersion() {
        var id = draft(STORE, 1);
        draft(OTHER, 1);

        assertThat(versions().open(STORE).map(RuleVersion::id)).contains(id);
        assertThatThrownBy(() -> save(begun(STORE, 2))).isInstanceOf(StaleVersion.class);
    }

    @Test
    void whoeverSawAnOlderStateIsRefused() {
        var id = draft(STORE, 1);
        var seen = get(id);
        save(seen.edit(Tuning.NONE, "less", OMAR, SEEN));

        assertThatThrownBy(() -> save(seen.submit(RITA, SEEN))).isInstanceOf(StaleVersion.class);
    }

    @Test
    void thoseThatWaitAreListedWithinTheScope() {
        var first = draft(STORE, 1);
        var second = draft(OTHER, 1);
        save(get(second).submit(RITA, SEEN));
        save(get(first).submit(RITA, SEEN.plusSeconds(1)));

        assertThat(versions().waitingForApproval(StoreScope.ALL))
                .extracting(RuleVersion::id)
                .containsExactly(second, first);
        assertThat(versions().waitingForApproval(new StoreScope.Only(Set.of(STORE))))
                .extracting(RuleVersion::id)
                .containsExactly(first);
    }

    @Test
    void whatLiesOutsideTheScopeIsNotThere() {
        var id = draft(STORE, 1);

        assertThat(versions().find(id, new StoreScope.Only(Set.of(OTHER)))).isEmpty();
    }

    private RuleVersionId draft(StoreId store, int number) {
        var begun = begun(store, number);
        save(begun);
        var id = begun.state().id();
        save(get(id).edit(TUNED, "attacks are small here", RITA, SEEN));
        return id;
    }

    private static Transition<RuleVersion> begun(StoreId store, int number) {
        return RuleVersion.draft(
                new RuleVersionId(UUID.randomUUID()), store, number, Tuning.NONE, RITA, SEEN);
    }

    private RuleVersion edited(RuleVersionId id) {
        var begun =
                RuleVersion.draft(id, STORE, 1, Tuning.NONE, RITA, SEEN)
                        .state()
                        .edit(TUNED, "attacks are small here", RITA, SEEN)
                        .state();
        return new RuleVersion(
                id,
                STORE,
                1,
                begun.tuning(),
                begun.reason(),
                begun.authors(),
                begun.createdAt(),
                begun.phase(),
                get(id).version());
    }

    private void approve(RuleVersionId id) {
        var version = get(id);
        var inForce = versions().inForce(version.store()).orElse(null);
        var outcome = version.approve(version.tuning().hash(), inForce, OMAR, SEEN);
        var approved = (ApprovalOutcome.Approved) outcome;
        if (approved.replaced() != null) {
            save(approved.replaced());
        }
        save(approved.change());
    }

    private RuleVersion get(RuleVersionId id) {
        return versions().get(id, StoreScope.ALL);
    }
}
