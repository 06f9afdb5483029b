package dev.cordon.infra.persistence.detection;

import static dev.cordon.domain.detection.DetectionFixtures.*;
import static dev.cordon.domain.detection.DetectionFixtures.BEGAN;
import static dev.cordon.domain.detection.DetectionFixtures.facts;
import static dev.cordon.domain.detection.DetectionFixtures.finding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.application.detection.AlertSummary;
import dev.cordon.application.detection.Alerts;
import dev.cordon.application.detection.Beginnings;
import dev.cordon.application.detection.LogSources;
import dev.cordon.application.detection.RuleTally;
import dev.cordon.application.detection.SuppressionSummary;
import dev.cordon.application.detection.Suppressions;
import dev.cordon.application.kernel.Page;
import dev.cordon.domain.detection.Alert;
import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.detection.AlertNote;
import dev.cordon.domain.detection.AlertOrigin;
import dev.cordon.domain.detection.AlertResolution;
import dev.cordon.domain.detection.AlertSeverity;
import dev.cordon.domain.detection.AlertStatus;
import dev.cordon.domain.detection.AttackKind;
import dev.cordon.domain.detection.Finding;
import dev.cordon.domain.detection.Suppression;
import dev.cordon.domain.detection.SuppressionId;
import dev.cordon.domain.detection.SuppressionMatch;
import dev.cordon.domain.detection.log.LogSource;
import dev.cordon.domain.detection.rule.Cidr;
import dev.cordon.domain.kernel.Mode;
import dev.cordon.domain.kernel.StaleVersion;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.infra.persistence.Acting;
import dev.cordon.infra.persistence.Emptied;
import dev.cordon.infra.persistence.PersistenceTest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@PersistenceTest
class JpaAlertsTest {

    private static final StoreScope ELSEWHERE =
            new StoreScope.Only(Set.of(new StoreId(new UUID(0, 99))));

    private final Alerts alerts;
    private final LogSources sources;
    private final Suppressions suppressions;
    private final Acting acting;
    private final Emptied database;
    private final JdbcClient jdbc;

    JpaAlertsTest(
            Alerts alerts,
            LogSources sources,
            Suppressions suppressions,
            Acting acting,
            Emptied database,
            JdbcClient jdbc) {
        this.alerts = alerts;
        this.suppressions = suppressions;
        this.sources = sources;
        this.acting = acting;
        this.database = database;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void empty() {
        database.empty();
    }

    @Test
    void aFindingReadsBackTheSame() {
        var raised = raised(successfulStuffing(40));

        save(raised);

        assertThat(alert().finding()).isEqualTo(raised.state().finding());
        assertThat(alert())
                .usingRecursiveComparison()
                .ignoringFields("version")
                .isEqualTo(raised.state());
    }

    @Test
    void everyPhaseReadsBackTheSame() {
        save(raised(stuffing(3)));
        step(alert -> alert.take(RITA, SEEN));
        step(alert -> alert.escalate(INCIDENT, RITA, SEEN));

        assertThat(alerts.escalatedInto(INCIDENT)).containsExactly(alert());
    }

    @Test
    void aDismissedOneReadsBackTheSame() {
        save(raised(stuffing(3)));

        step(alert -> alert.dismiss(AlertResolution.FALSE_POSITIVE, "a test", RITA, SEEN));

        assertThat(alert().status()).isEqualTo(AlertStatus.CLOSED);
    }

    @Test
    void aSuppressionAndWhatItCoversReadBackTheSame() {
        var added = suppression(STORE, SEEN);
        var other = suppression(new StoreId(new UUID(0, 99)), SEEN.minusSeconds(1));
        save(raised(stuffing(3)));

        acting.as(
                RITA,
                "TestUseCase",
                () -> {
                    suppressions.save(added);
                    suppressions.save(other);
                    suppressions.hit(added.state().id(), ALERT, SEEN);
                    suppressions.hit(added.state().id(), ALERT, SEEN.plusSeconds(1));
                });
        step(alert -> alert.suppress(added.state(), RITA, SEEN));

        var id = added.state().id();
        assertThat(suppressions.get(id, StoreScope.ALL))
                .usingRecursiveComparison()
                .ignoringFields("version")
                .isEqualTo(added.state());
        assertThat(suppressions.find(id, ELSEWHERE)).isEmpty();
        assertThat(suppressions.list(StoreScope.ALL, Page.Request.first(5)).items())
                .containsExactly(
                        new SuppressionSummary(suppressions.get(id, StoreScope.ALL), 1, SEEN),
                        new SuppressionSummary(
                                suppressions.get(other.state().id(), StoreScope.ALL), 0, null));
        assertThat(suppressions.list(ELSEWHERE, Page.Request.first(5)).items()).hasSize(1);
    }

    @Test
    void aSuppressionIsInForceUntilItIsOverOrEnded() {
        var added = suppression(STORE, SEEN);
        acting.as(RITA, "TestUseCase", () -> suppressions.save(added));
        var kept = suppressions.get(added.state().id(), StoreScope.ALL);

        assertThat(suppressions.inForce(STORE, SEEN)).containsExactly(kept);
        assertThat(suppressions.inForce(STORE, kept.until())).isEmpty();
        acting.as(RITA, "TestUseCase", () -> suppressions.save(kept.end(RITA, SEEN)));

        assertThat(suppressions.inForce(STORE, SEEN)).isEmpty();
        assertThat(suppressions.get(kept.id(), StoreScope.ALL).end())
                .isEqualTo(new Suppression.End(RITA, SEEN));
        assertThatThrownBy(
                        () ->
                                acting.as(
                                        RITA,
                                        "TestUseCase",
                                        () -> suppressions.save(kept.end(RITA, SEEN))))
                .isInstanceOf(StaleVersion.class);
    }

    private static Transition<Suppression> suppression(StoreId store, Instant since) {
        return Suppression.add(
                new SuppressionId(new UUID(75, store.value().getLeastSignificantBits())),
                store,
                new SuppressionMatch(
                        AttackKind.CREDENTIAL_STUFFING,
                        "account-login-crowd",
                        Cidr.of("198.51.100.0/24"),
                        "live"),
                AlertSeverity.MEDIUM,
                "our own test",
                since.plusSeconds(60),
                RITA,
                since);
    }

    @Test
    void oneOriginIsOneAlert() {
        var first = raised(stuffing(3));
        save(first);
        var again = raisedAs(new AlertId(new UUID(0, 4711)), stuffing(3));

        assertThatThrownBy(() -> save(again)).isInstanceOf(StaleVersion.class);
        assertThat(alerts.findByOrigin(STORE, origin(stuffing(3)))).contains(alert());
    }

    @Test
    void isFoundByAnyOfItsAddressesAndNoOther() {
        save(raised(stuffing(3)));
        var named = alert().finding().addresses().getLast().address();

        var hit = Alerts.Filter.EVERYTHING.naming(named);
        var miss = Alerts.Filter.EVERYTHING.naming(address("203.0.113.254"));

        assertThat(alerts.count(hit, StoreScope.ALL)).isOne();
        assertThat(alerts.count(miss, StoreScope.ALL)).isZero();
    }

    @Test
    void whatWasReportedReadsBackTheSameAndIsFoundByItsWords() {
        var note =
                new AlertNote("Cards tried at night", "Our bank called", "https://bank.example/1");
        save(reported(note));

        assertThat(alert().note()).isEqualTo(note);
        assertThat(found("bank call")).isOne();
        assertThat(found("NIGHT")).isOne();
        assertThat(found("bank morning")).isZero();
    }

    @Test
    void aLineOfTheListSaysWhatTheAlertSays() {
        save(raised(successfulStuffing(40)));

        assertThat(alerts.lines(Alerts.Filter.OPEN, StoreScope.ALL, Page.Request.first(5)).items())
                .containsExactly(AlertSummary.of(alert()));
        assertThat(found("stuffing crowd")).isOne();
        assertThat(found("account")).isOne();
    }

    @Test
    void theListGoesOnWhereItEnded() {
        for (var i = 0; i < 7; i++) {
            save(another(i, stuffing(1 + i)));
        }

        var first = alerts.lines(Alerts.Filter.OPEN, StoreScope.ALL, Page.Request.first(4));
        var rest =
                alerts.lines(Alerts.Filter.OPEN, StoreScope.ALL, new Page.Request(4, first.next()));

        assertThat(Stream.concat(first.items().stream(), rest.items().stream()))
                .extracting(AlertSummary::addresses)
                .containsExactly(7, 6, 5, 4, 3, 2, 1);
        assertThat(rest.next()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"100, 100", "1, 100", "3, 100", "1, 0", "1, 2"})
    void wordsFindTheSameWhetherTheyAreCommonOrRare(int latest, int sorted) {
        for (var i = 0; i < 9; i++) {
            save(another(i, i % 2 == 0 ? other("192.0.2." + i) : stuffing(2)));
        }
        var filter = Alerts.Filter.OPEN.saying("scann CAMPAIGN").in(STORE);
        var bounds = new AlertWords.Bounds(latest, sorted);

        var first =
                new AlertLines(jdbc, filter, StoreScope.ALL, bounds).page(Page.Request.first(3));
        var rest =
                new AlertLines(jdbc, filter, StoreScope.ALL, bounds)
                        .page(new Page.Request(3, first.next()));

        assertThat(Stream.concat(first.items().stream(), rest.items().stream()))
                .extracting(line -> line.id().value().getLeastSignificantBits())
                .containsExactly(8L, 6L, 4L, 2L, 0L);
        assertThat(rest.next()).isNull();
        assertThat(new AlertLines(jdbc, filter, StoreScope.ALL, bounds).count()).isEqualTo(5);
        assertThat(new AlertLines(jdbc, filter, ELSEWHERE, bounds).count()).isZero();
        assertThat(
                        new AlertLines(jdbc, filter, ELSEWHERE, bounds)
                                .page(Page.Request.first(3))
                                .items())
                .isEmpty();
    }

    @Test
    void growthIsFoundByItsNewAddresses() {
        save(raised(stuffing(3)));
        step(alert -> alert.grow(stuffing(5), SEEN, DETECTION).orElseThrow());

        var named = alert().finding().addresses().getLast().address();

        assertThat(alerts.count(Alerts.Filter.EVERYTHING.naming(named), StoreScope.ALL)).isOne();
    }

    @Test
    void othersAreSimilarByKindAndBoundByAddress() {
        save(raised(stuffing(3)));
        save(another(1, stuffing(2)));
        save(another(2, other("192.0.2.7")));

        assertThat(alerts.similar(alert(), 10))
                .extracting(AlertSummary::addresses)
                .containsExactly(2);
        assertThat(alerts.sharingAddresses(alert(), 10))
                .extracting(AlertSummary::addresses)
                .containsExactly(2);
    }

    @Test
    void addressesAreCountedByTheHourInWhichTheyBegan() {
        save(raised(stuffing(3)));

        assertThat(alerts.beginnings(BEGAN, StoreScope.ALL))
                .containsExactly(
                        new Beginnings(
                                BEGAN.truncatedTo(ChronoUnit.HOURS),
                                AttackKind.CREDENTIAL_STUFFING,
                                3));
        assertThat(alerts.beginnings(BEGAN, ELSEWHERE)).isEmpty();
    }

    @Test
    void rulesAreTalliedByWhatTheirAlertsTurnedOutToBe() {
        save(raised(stuffing(3)));
        save(another(1, stuffing(2)));
        step(alert -> alert.dismiss(AlertResolution.FALSE_POSITIVE, "a test", RITA, SEEN));

        assertThat(alerts.tallies(STORE, BEGAN))
                .containsExactlyInAnyOrder(
                        new RuleTally("account-login-crowd", null, 1),
                        new RuleTally("account-login-crowd", AlertResolution.FALSE_POSITIVE, 1));
    }

    @Test
    void ofAnotherStoreItIsNotThere() {
        save(raised(stuffing(3)));

        assertThat(alerts.find(ALERT, ELSEWHERE)).isEmpty();
        assertThat(alerts.list(Alerts.Filter.EVERYTHING, ELSEWHERE, Page.Request.first(5)).items())
                .isEmpty();
        assertThat(alerts.list(Alerts.Filter.OPEN, StoreScope.ALL, Page.Request.first(5)).items())
                .containsExactly(alert());
    }

    @Test
    void aLogSourceReadsBackTheSameAndIsAddedOnce() {
        var added = LogSource.add(SOURCE, RITA, SEEN);
        acting.as(RITA, "AddLogSource", () -> sources.save(added));

        assertThat(sources.all(StoreScope.ALL)).containsExactly(SOURCE);
        assertThat(sources.find(SOURCE.id(), ELSEWHERE)).isEmpty();
        assertThatThrownBy(() -> acting.as(RITA, "AddLogSource", () -> sources.save(added)))
                .isInstanceOf(StaleVersion.class);
    }

    private int found(String text) {
        return alerts.count(Alerts.Filter.EVERYTHING.saying(text), StoreScope.ALL);
    }

    private static Finding other(String address) {
        return finding(AttackKind.SCANNER, List.of(facts(address, 1, 0, BEGAN)), List.of());
    }

    private static Transition<Alert> another(int number, Finding finding) {
        return Alert.raise(
                new AlertId(new UUID(number, number)),
                STORE,
                AlertOrigin.ofDetection(Mode.LIVE, "campaign " + number),
                Mode.LIVE,
                finding,
                SEEN,
                SEEN.plusSeconds(number),
                DETECTION);
    }

    private static Transition<Alert> reported(AlertNote note) {
        var finding = other("192.0.2.7");
        return Alert.raise(
                ALERT, STORE, origin(finding), Mode.LIVE, finding, note, SEEN, SEEN, RITA);
    }

    private Alert alert() {
        return alerts.get(ALERT, StoreScope.ALL);
    }

    private void step(Function<Alert, Transition<Alert>> verb) {
        var change = verb.apply(alert());
        save(change);
        assertThat(alert())
                .usingRecursiveComparison()
                .ignoringFields("version")
                .isEqualTo(change.state());
    }

    private void save(Transition<Alert> change) {
        acting.as(RITA, "TestUseCase", () -> alerts.save(change));
    }

    private static Transition<Alert> raisedAs(AlertId id, Finding finding) {
        return Alert.raise(id, STORE, origin(finding), Mode.LIVE, finding, SEEN, SEEN, DETECTION);
    }
}
