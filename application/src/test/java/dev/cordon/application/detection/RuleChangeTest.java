package dev.cordon.application.detection;

import static dev.cordon.domain.detection.DetectionFixtures.DETECTION;
import static dev.cordon.domain.detection.DetectionFixtures.SOURCE;
import static dev.cordon.domain.detection.DetectionFixtures.STORE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.cordon.application.kernel.CountingIds;
import dev.cordon.application.kernel.InlineUnitOfWork;
import dev.cordon.application.kernel.TestCaller;
import dev.cordon.domain.detection.Alert;
import dev.cordon.domain.detection.engine.DetectionSettings;
import dev.cordon.domain.detection.engine.LogBuilder;
import dev.cordon.domain.detection.log.LogSource;
import dev.cordon.domain.detection.tuning.Difference.Change;
import dev.cordon.domain.detection.tuning.DryRun;
import dev.cordon.domain.detection.tuning.DryRunId;
import dev.cordon.domain.detection.tuning.DryRunReport;
import dev.cordon.domain.detection.tuning.OwnRules;
import dev.cordon.domain.detection.tuning.RuleVersion;
import dev.cordon.domain.detection.tuning.RuleVersion.ApprovalOutcome;
import dev.cordon.domain.detection.tuning.RuleVersionId;
import dev.cordon.domain.detection.tuning.Tuning;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.kernel.StoreScope;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody changes a store's rules while its detection runs. */
class RuleChangeTest {

    private static final Tuning LOWER = Tuning.NONE.counting("login-burst", 5);
    private static final String OLD = "198.51.100.7";
    private static final String LATE = "198.51.100.8";

    private final InMemoryAlerts alerts = new InMemoryAlerts();
    private final InMemoryTraffics traffics = new InMemoryTraffics();
    private final InMemoryLogSources sources = new InMemoryLogSources();
    private final InMemoryLogSpool spool = new InMemoryLogSpool();
    private final InMemoryDetectionStates states = new InMemoryDetectionStates();
    private final InMemoryRuleVersions versions = new InMemoryRuleVersions();
    private final InMemoryDryRuns runs = new InMemoryDryRuns();
    private final InlineUnitOfWork work = new InlineUnitOfWork();
    private final CountingIds ids = new CountingIds();
    private final DryRunsAtWork atWork = new DryRunsAtWork();
    private final TestCaller detection = new TestCaller(DETECTION, StoreScope.ALL);
    private final TestCaller rita = TestCaller.person("rita");
    private Instant now = LogBuilder.BEGIN.plus(Duration.ofHours(3));
    private final InstantSource clock = () -> now;
    private RulesInForce rules = rules();
    private StoreWatches watches = watches();

    @BeforeEach
    void addSource() {
        sources.save(LogSource.add(SOURCE, DETECTION, now));
    }

    @Test
    void newLinesAreReadByTheNewRulesAndOldLinesRaiseNothing() throws IOException {
        ingest(guessing(OLD, 6, 0));
        approve(LOWER);
        ingest(guessing(LATE, 6, 7_200));

        assertThat(alerts.all()).hasSize(1);
        assertThat(addresses()).containsExactly(LATE);
    }

    @Test
    void anAttackThatGoesOnOverTheChangeIsRaised() throws IOException {
        ingest(guessing(OLD, 4, 0));
        approve(LOWER);
        ingest(guessing(OLD, 1, 60));

        assertThat(addresses()).containsExactly(OLD);
        assertThat(alert().finding().events()).isEqualTo(5);
    }

    @Test
    void aChangeInWhichTheDatabaseIsAwayIsMadeWholeAfterwards() throws IOException {
        ingest(guessing(OLD, 4, 0));
        approve(LOWER);
        traffics.isAway(true);
        assertThat(watches.catchUp(StoreLogs.of(SOURCE))).isFalse();
        traffics.isAway(false);

        ingest(guessing(OLD, 1, 60));

        assertThat(addresses()).containsExactly(OLD);
        assertThat(alert().finding().events()).isEqualTo(5);
    }

    @Test
    void anAlertThatWasRaisedIsNotRaisedAgain() throws IOException {
        ingest(guessing(OLD, 12, 0));
        approve(LOWER);
        ingest(guessing(OLD, 3, 120));

        assertThat(alerts.all()).hasSize(1);
        assertThat(alert().finding().events()).isEqualTo(15);
    }

    @Test
    void aRestartRightAfterTheChangeRaisesNothingOldEither() throws IOException {
        ingest(guessing(OLD, 6, 0));
        now = now.plus(Duration.ofMinutes(2));
        ingest(guessing("203.0.113.9", 1, 60));
        approve(LOWER);

        rules = rules();
        watches = watches();
        ingest(guessing(LATE, 6, 7_200));

        assertThat(addresses()).containsExactly(LATE);
    }

    @Test
    void aRuleThatIsSwitchedOffRaisesNothing() throws IOException {
        approve(
                Tuning.NONE
                        .switched("login-burst", false)
                        .switched("login-slow", false)
                        .switched("login-patient", false));

        ingest(guessing(OLD, 40, 0));

        assertThat(alerts.all()).isEmpty();
    }

    @Test
    void aStoresOwnRuleRaisesAlerts() throws IOException {
        approve(Tuning.NONE.with(OWN));

        ingest(new LogBuilder().views(OLD, 0, "/geheim.zip").bytes());

        assertThat(alert().finding().verdict().title()).isEqualTo("Our secret was fetched");
    }

    @Test
    void whatWasReadBeforeIsNotReadWholeAgain() throws IOException {
        byte[] first = guessing(OLD, 6, 0);
        ingest(first);
        approve(LOWER);
        long before = spool.handedOut();
        byte[] second = guessing(LATE, 1, 7_200);

        ingest(second);
        ingest(guessing(LATE, 1, 7_201));

        assertThat(spool.handedOut() - before).isLessThan(first.length + 3L * second.length);
    }

    @Test
    void aDryRunShowsWhatTheChangedRulesWouldHaveRaised() throws IOException {
        ingest(guessing(OLD, 6, 0));
        ingest(guessing(LATE, 12, 7_200));

        var report = dryRun(LOWER);

        assertThat(alerts.all()).hasSize(1);
        assertThat(report.count(Change.NEW)).isEqualTo(1);
        assertThat(report.count(Change.SAME)).isEqualTo(1);
        assertThat(report.differences().getFirst().firstAddresses()).containsExactly(OLD);
        assertThat(report.matched()).containsEntry("login-refused", 18L);
        assertThat(report.from()).isEqualTo(LogBuilder.BEGIN);
        assertThat(report.problems()).isEmpty();
    }

    @Test
    void aDryRunShowsWhatWouldNotBeRaisedAnyMore() throws IOException {
        ingest(guessing(OLD, 12, 0));

        var report = dryRun(Tuning.NONE.counting("login-burst", 100));

        assertThat(report.count(Change.GONE)).isEqualTo(1);
        assertThat(report.differences().getFirst().alert()).isEqualTo(alert().id());
    }

    @Test
    void aDryRunThatIsStoppedKeepsNothing() throws IOException {
        ingest(guessing(OLD, 6, 0));
        var run = ask(draft(LOWER));

        new StopDryRun(runs, atWork, rita, clock).stop(new StopDryRun.Command(run));

        assertThat(carryOut(run)).isEqualTo(RunDryRun.Outcome.OVER);
        assertThat(runs.get(run, StoreScope.ALL).phase()).isInstanceOf(DryRun.Phase.Stopped.class);
    }

    @Test
    void aDryRunEndsWhenTheVersionIsWrittenOtherwise() {
        var version = draft(LOWER);
        var run = ask(version);

        edit(version, Tuning.NONE);

        assertThat(runs.get(run, StoreScope.ALL).isOpen()).isFalse();
    }

    @Test
    void oneDryRunOfAStoreAtATime() {
        var version = draft(LOWER);
        var first = ask(version);

        assertThat(asking().ask(new AskDryRun.Command(version)))
                .isEqualTo(new AskDryRun.Outcome.OneRuns(first));
    }

    @Test
    void whatCannotRunIsNotSubmitted() {
        var version = draft(Tuning.NONE.with(BROKEN).switched("no-such-rule", false));

        var outcome = submit(version);

        assertThat(((SubmitRules.Outcome.Faulty) outcome).faults())
                .anyMatch(fault -> fault.startsWith("broken.yml"))
                .anyMatch(fault -> fault.contains("no-such-rule"));
    }

    @Test
    void theFindingsSayWhatBecomesOfEachRule() {
        var findings =
                new RuleCheck(rules)
                        .findings(Tuning.NONE.with(BROKEN).with(OWN).with(COUNTING).with(FILTER));

        assertThat(findings)
                .extracting(
                        RuleFinding::title, each -> each.refused() != null, RuleFinding::remarks)
                .containsExactlyInAnyOrder(
                        tuple("Broken", true, List.of()),
                        tuple(
                                "Our secret was fetched",
                                false,
                                List.of(RuleFinding.Remark.NO_KIND, RuleFinding.Remark.NO_REASON)),
                        tuple(
                                "Counts logins",
                                false,
                                List.of(RuleFinding.Remark.NO_KIND, RuleFinding.Remark.NO_REASON)),
                        tuple("Not our office", false, List.of(RuleFinding.Remark.FILTER)));
    }

    @Test
    void theRulesOfAStoreSayWhatTheyCountToAndWhatTheyCounted() throws IOException {
        ingest(guessing(OLD, 12, 0));
        dryRun(LOWER);

        var lines = new RuleBook(rules, alerts, runs, clock).lines(STORE, LOWER);

        assertThat(lines).extracting(RuleLine::name).doesNotContain("login-refused");
        var burst = lines.stream().filter(each -> each.name().equals("login-burst")).findFirst();
        assertThat(burst).isPresent();
        assertThat(burst.get().threshold()).isEqualTo(10);
        assertThat(burst.get().tuned()).isEqualTo(5);
        assertThat(burst.get().health().lines()).isEqualTo(12);
    }

    @Test
    void rulesOfAnotherStoreAreNotThere() {
        var version = draft(LOWER);
        var stranger = rita.within(StoreScope.NONE);

        assertThatThrownBy(
                        () ->
                                new ApproveRules(versions, stranger, clock)
                                        .approve(new ApproveRules.Command(version, LOWER.hash())))
                .isInstanceOf(NotFound.class);
    }

    private static final OwnRules OWN =
            new OwnRules(
                    "own.yml",
                    """
                    title: Our secret was fetched
                    name: own-secret
                    logsource: {category: webserver}
                    detection:
                      secret: {cs-uri-stem|endswith: /geheim.zip}
                      condition: secret
                    level: high
                    """);

    private static final OwnRules COUNTING =
            new OwnRules(
                    "counting.yml",
                    """
                    title: Counts logins
                    name: own-count
                    correlation:
                      type: event_count
                      rules: [login-refused]
                      group-by: [c-ip]
                      timespan: 1h
                      condition: {gte: 3}
                    level: low
                    """);

    private static final OwnRules FILTER =
            new OwnRules(
                    "filter.yml",
                    """
                    title: Not our office
                    logsource: {category: webserver}
                    filter:
                      rules: [own-secret]
                      office: {c-ip|cidr: 192.0.2.0/24}
                      condition: not office
                    """);

    private static final OwnRules BROKEN =
            new OwnRules(
                    "broken.yml",
                    """
                    title: Broken
                    logsource: {category: webserver}
                    detection:
                      one: {no-such-field: x}
                      condition: one
                    level: low
                    """);

    /** Refused logins, a second apart. */
    private static byte[] guessing(String address, int tries, long second) {
        return new LogBuilder()
                .at("/wp-login.php")
                .times(tries, (log, i) -> log.refused(address, second + i))
                .bytes();
    }

    private void ingest(byte[] lines) throws IOException {
        spool.append(SOURCE.id(), null, new ByteArrayInputStream(lines));
        watches.know(sources.all(StoreScope.ALL));
        assertThat(watches.catchUp(StoreLogs.of(SOURCE))).isTrue();
    }

    private Alert alert() {
        assertThat(alerts.all()).hasSize(1);
        return alerts.all().getFirst();
    }

    private List<String> addresses() {
        return alert().finding().addresses().stream()
                .map(facts -> facts.address().toString())
                .toList();
    }

    private RuleVersionId draft(Tuning tuning) {
        var id = new RuleVersionId(ids.next());
        versions.save(
                RuleVersion.draft(
                        id, STORE, versions.nextNumber(STORE), Tuning.NONE, rita.person(), now));
        edit(id, tuning);
        return id;
    }

    private void edit(RuleVersionId id, Tuning tuning) {
        var seen = versions.get(id, StoreScope.ALL).version();
        new EditRules(versions, new OpenDryRun(runs, atWork, rita, clock), rita, clock)
                .edit(new EditRules.Command(id, seen, tuning, "as measured"));
    }

    private SubmitRules.Outcome submit(RuleVersionId id) {
        var seen = versions.get(id, StoreScope.ALL).version();
        return new SubmitRules(versions, new RuleCheck(rules), rita, clock)
                .submit(new SubmitRules.Command(id, seen));
    }

    private void approve(Tuning tuning) {
        var id = draft(tuning);
        assertThat(submit(id)).isEqualTo(new SubmitRules.Outcome.Submitted());
        var outcome =
                new ApproveRules(versions, TestCaller.person("omar"), clock)
                        .approve(new ApproveRules.Command(id, tuning.hash()));
        assertThat(outcome).isInstanceOf(ApprovalOutcome.Approved.class);
    }

    private AskDryRun asking() {
        return new AskDryRun(versions, runs, sources, new RuleCheck(rules), rita, ids, clock);
    }

    private DryRunId ask(RuleVersionId version) {
        return ((AskDryRun.Outcome.Asked) asking().ask(new AskDryRun.Command(version))).run();
    }

    private RunDryRun.Outcome carryOut(DryRunId run) throws IOException {
        return new RunDryRun(
                        runs, versions, sources, spool, alerts, rules, atWork, work, detection, ids,
                        clock)
                .run(new RunDryRun.Command(run, () -> true));
    }

    private DryRunReport dryRun(Tuning tuning) throws IOException {
        var run = ask(draft(tuning));
        assertThat(carryOut(run)).isEqualTo(RunDryRun.Outcome.OVER);
        var phase = runs.get(run, StoreScope.ALL).phase();
        return ((DryRun.Phase.Finished) phase).report();
    }

    private RulesInForce rules() {
        return new RulesInForce(versions, new PackTexts(), DetectionSettings.DEFAULTS, work);
    }

    private StoreWatches watches() {
        var raising =
                new RaisingAlerts(
                        alerts, new Silence(new InMemorySuppressions()), work, ids, clock);
        var memory = new EngineMemory(states, rules, ids);
        return new StoreWatches(
                spool, raising, memory, new TrafficCounting(traffics, work), (_, _) -> {}, clock);
    }
}
