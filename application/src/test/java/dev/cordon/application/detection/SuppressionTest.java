package dev.cordon.application.detection;

import static dev.cordon.domain.detection.DetectionFixtures.ALERT;
import static dev.cordon.domain.detection.DetectionFixtures.BEGAN;
import static dev.cordon.domain.detection.DetectionFixtures.SEEN;
import static dev.cordon.domain.detection.DetectionFixtures.STORE;
import static dev.cordon.domain.detection.DetectionFixtures.facts;
import static dev.cordon.domain.detection.DetectionFixtures.finding;
import static dev.cordon.domain.detection.DetectionFixtures.raised;
import static dev.cordon.domain.detection.DetectionFixtures.stuffing;
import static dev.cordon.domain.detection.DetectionFixtures.successfulStuffing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.kernel.Ids;
import dev.cordon.application.kernel.InlineUnitOfWork;
import dev.cordon.application.kernel.Page;
import dev.cordon.application.kernel.TestCaller;
import dev.cordon.domain.detection.Alert;
import dev.cordon.domain.detection.AlertEvent.AlertRaised;
import dev.cordon.domain.detection.AlertEvent.AlertReopened;
import dev.cordon.domain.detection.AlertEvent.AlertSuppressed;
import dev.cordon.domain.detection.AlertStatus;
import dev.cordon.domain.detection.AttackKind;
import dev.cordon.domain.detection.Finding;
import dev.cordon.domain.detection.SuppressionId;
import dev.cordon.domain.detection.SuppressionMatch;
import dev.cordon.domain.detection.rule.Cidr;
import dev.cordon.domain.kernel.IllegalTransition;
import dev.cordon.domain.kernel.Mode;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.kernel.StaleVersion;
import dev.cordon.domain.kernel.StoreScope;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SuppressionTest {

    private static final Caller RITA = TestCaller.person("rita");
    private static final SuppressionMatch STUFFING =
            new SuppressionMatch(AttackKind.CREDENTIAL_STUFFING, null, null, null);
    private static final StoreLogs LOGS = new StoreLogs(STORE, Mode.LIVE);

    private final InMemoryAlerts alerts = new InMemoryAlerts();
    private final InMemorySuppressions suppressions = new InMemorySuppressions();
    private final AtomicLong counted = new AtomicLong();
    private final Ids ids = () -> new UUID(7, counted.incrementAndGet());
    private Instant now = SEEN;
    private final InstantSource clock = () -> now;
    private final RaisingAlerts raising =
            new RaisingAlerts(
                    alerts, new Silence(suppressions), new InlineUnitOfWork(), ids, clock);

    @BeforeEach
    void raise() {
        alerts.save(raised(stuffing(3)));
    }

    @Test
    void anAlertIsFiledAwayAndItsLikeIsKeptAndCountedWithoutBeingAnnouncedAsNew() {
        var id = suppress(STUFFING);

        raising.raise(LOGS, another("next", stuffing(4)), now);

        assertThat(alerts.all())
                .extracting(Alert::status)
                .containsOnly(AlertStatus.SUPPRESSED)
                .hasSize(2);
        assertThat(alerts.announced().getLast()).isInstanceOf(AlertSuppressed.class);
        assertThat(alerts.announced()).filteredOn(AlertRaised.class::isInstance).hasSize(1);
        assertThat(hits(id)).isEqualTo(2);
    }

    @Test
    void whoGetsInIsAlwaysToldOf() {
        suppress(STUFFING);

        raising.raise(LOGS, another("next", successfulStuffing(3)), now);

        assertThat(latest().status()).isEqualTo(AlertStatus.NEW);
    }

    @Test
    void aSuppressedAttackThatGetsThroughComesUpAgain() {
        suppress(STUFFING);
        raising.raise(LOGS, another("next", stuffing(3)), now);

        raising.raise(LOGS, another("next", successfulStuffing(3)), now);

        assertThat(latest().status()).isEqualTo(AlertStatus.NEW);
        assertThat(alerts.announced().getLast()).isInstanceOf(AlertReopened.class);
    }

    @Test
    void aSuppressedAttackThatGoesOnStaysSuppressedUntilTheSuppressionIsOver() {
        suppress(STUFFING);
        raising.raise(LOGS, another("next", stuffing(3)), now);

        raising.raise(LOGS, another("next", stuffing(4)), now);
        assertThat(latest().status()).isEqualTo(AlertStatus.SUPPRESSED);

        now = SEEN.plus(Duration.ofDays(7));
        raising.raise(LOGS, another("next", stuffing(5)), now);
        assertThat(latest().status()).isEqualTo(AlertStatus.NEW);
    }

    @Test
    void theExpiryIsTheFirstMomentThatIsToldOfAgain() {
        suppress(STUFFING);

        now = SEEN.plus(Duration.ofDays(7)).minusMillis(1);
        raising.raise(LOGS, another("before", stuffing(3)), now);
        assertThat(latest().status()).isEqualTo(AlertStatus.SUPPRESSED);

        now = SEEN.plus(Duration.ofDays(7));
        raising.raise(LOGS, another("after", stuffing(3)), now);
        assertThat(latest().status()).isEqualTo(AlertStatus.NEW);
    }

    @Test
    void onceEndedItsLikeIsToldOfAgain() {
        var id = suppress(STUFFING);
        var seen = suppressions.get(id, StoreScope.ALL).version();

        var end = new EndSuppression(suppressions, RITA, clock);
        end.end(new EndSuppression.Command(id, seen));
        raising.raise(LOGS, another("next", stuffing(3)), now);

        assertThat(latest().status()).isEqualTo(AlertStatus.NEW);
        assertThatThrownBy(() -> end.end(new EndSuppression.Command(id, seen)))
                .isInstanceOf(StaleVersion.class);
        assertThatThrownBy(() -> end.end(new EndSuppression.Command(id, seen.next())))
                .isInstanceOf(IllegalTransition.class);
    }

    @Test
    void aNetworkCoversOnlyWhatLiesWhollyInIt() {
        suppress(new SuppressionMatch(null, null, Cidr.of("198.51.100.0/24"), null));

        raising.raise(LOGS, another("inside", scan("198.51.100.200")), now);
        assertThat(latest().status()).isEqualTo(AlertStatus.SUPPRESSED);

        raising.raise(LOGS, another("both", scan("198.51.100.200", "203.0.113.9")), now);
        assertThat(latest().status()).isEqualTo(AlertStatus.NEW);
    }

    @Test
    void anAlertThatShowsMoreThanWhatWasChosenIsNotFiledAway() {
        var outcome = outcome(new SuppressionMatch(null, "another-rule", null, null));

        assertThat(outcome).isEqualTo(SuppressAlert.Refused.ALERT_NOT_COVERED);
        assertThat(latest().status()).isEqualTo(AlertStatus.NEW);
        assertThat(suppressions.inForce(STORE, now)).isEmpty();
    }

    @Test
    void anAlertThatGotThroughIsNotFiledAway() {
        raising.raise(LOGS, stuffing(3), now);
        raising.raise(LOGS, successfulStuffing(3), now);

        assertThat(outcome(STUFFING)).isEqualTo(SuppressAlert.Refused.ATTACK_SUCCEEDED);
    }

    @Test
    void whatIsFiledAwayIsTakenBackLikeOtherDecisions() {
        suppress(STUFFING);

        new UndoTriage(alerts, RITA, clock)
                .undo(new UndoTriage.Command(ALERT, latest().phase(), null));

        assertThat(latest().status()).isEqualTo(AlertStatus.NEW);
    }

    @Test
    void neitherWithoutAReasonNorForEver() {
        assertThatThrownBy(() -> suppress(STUFFING, Duration.ofDays(7), " "))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> suppress(STUFFING, Duration.ofDays(367), "why"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> suppress(STUFFING, Duration.ZERO, "why"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ofAnotherStoreNothingIsThere() {
        var id = suppress(STUFFING);
        var stranger = TestCaller.person("omar").within(StoreScope.NONE);

        assertThatThrownBy(() -> new SuppressionQueries(suppressions, stranger).suppression(id))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(
                        () ->
                                new EndSuppression(suppressions, stranger, clock)
                                        .end(
                                                new EndSuppression.Command(
                                                        id,
                                                        suppressions
                                                                .get(id, StoreScope.ALL)
                                                                .version())))
                .isInstanceOf(NotFound.class);
    }

    private SuppressionId suppress(SuppressionMatch match) {
        return suppress(match, Duration.ofDays(7), "our own test");
    }

    private SuppressionId suppress(SuppressionMatch match, Duration length, String reason) {
        var outcome = outcome(match, length, reason);
        return ((SuppressAlert.Outcome.Suppressed) outcome).suppression();
    }

    private SuppressAlert.Outcome outcome(SuppressionMatch match) {
        return outcome(match, Duration.ofDays(7), "our own test");
    }

    private SuppressAlert.Outcome outcome(SuppressionMatch match, Duration length, String reason) {
        return new SuppressAlert(alerts, suppressions, RITA, ids, clock)
                .suppress(new SuppressAlert.Command(ALERT, match, now.plus(length), reason));
    }

    private int hits(SuppressionId id) {
        return new SuppressionQueries(suppressions, RITA)
                .list(Page.Request.first(50)).items().stream()
                        .filter(each -> each.suppression().id().equals(id))
                        .findFirst()
                        .orElseThrow()
                        .hits();
    }

    private Alert latest() {
        return alerts.all().getLast();
    }

    private static Finding another(String reference, Finding like) {
        return new Finding(
                reference, like.verdict(), like.period(), like.attackers(), like.proof());
    }

    private static Finding scan(String... addresses) {
        return finding(
                AttackKind.SCANNER,
                List.of(addresses).stream().map(each -> facts(each, 1, 0, BEGAN)).toList(),
                List.of());
    }
}
