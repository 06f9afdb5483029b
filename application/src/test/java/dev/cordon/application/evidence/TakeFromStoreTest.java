package dev.cordon.application.evidence;

import static dev.cordon.domain.incident.IncidentFixtures.NOON;
import static dev.cordon.domain.incident.IncidentFixtures.RITA;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.application.detection.InMemoryAlerts;
import dev.cordon.application.evidence.TakeFromStore.Progress;
import dev.cordon.application.evidence.intake.Unpacking;
import dev.cordon.application.incident.Incidents;
import dev.cordon.application.kernel.Caller;
import dev.cordon.application.kernel.CountingIds;
import dev.cordon.application.kernel.Denied;
import dev.cordon.application.kernel.InlineUnitOfWork;
import dev.cordon.application.kernel.TestCaller;
import dev.cordon.application.store.Stores;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.evidence.EvidenceItem;
import dev.cordon.domain.evidence.EvidenceKind;
import dev.cordon.domain.evidence.KeepingSchedule;
import dev.cordon.domain.evidence.acquisition.AcquiredPart;
import dev.cordon.domain.evidence.acquisition.AcquiredPart.State;
import dev.cordon.domain.evidence.acquisition.AcquiredPart.Why;
import dev.cordon.domain.evidence.acquisition.AcquisitionId;
import dev.cordon.domain.evidence.acquisition.Pace;
import dev.cordon.domain.evidence.acquisition.SourcePart.Form;
import dev.cordon.domain.evidence.acquisition.StoreSource;
import dev.cordon.domain.incident.Incident;
import dev.cordon.domain.incident.IncidentFixtures;
import dev.cordon.domain.kernel.IllegalTransition;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.domain.people.AutomationPolicy;
import dev.cordon.domain.people.Permission;
import dev.cordon.domain.store.Reason;
import dev.cordon.domain.store.StoreFailure;
import dev.cordon.domain.store.StoreFixtures;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TakeFromStoreTest {

    private static final Incident INCIDENT = IncidentFixtures.anIncident();
    private static final byte[] TEXT = "insert into t values (1);\n".getBytes(UTF_8);
    private static final byte[] CARD = "\0\0 4111111111111111 \0\0".getBytes(UTF_8);

    private final InMemoryStoreAcquisitions acquisitions = new InMemoryStoreAcquisitions();
    private final FakeStoreSources sources = new FakeStoreSources();
    private final Map<EvidenceId, EvidenceItem> items = new LinkedHashMap<>();
    private final Map<Sha256, byte[]> vault = new HashMap<>();
    private final TestCaller person = new TestCaller(RITA, StoreScope.ALL);
    private final TestCaller automation =
            new TestCaller(AutomationPolicy.STORE_ACQUISITION.actor(), StoreScope.ALL);
    private final CountingIds ids = new CountingIds();
    private boolean killed;
    private boolean gone;
    private Instant now = NOON;

    private final Collecting collecting =
            new Collecting(
                    fake(Incidents.class, (_, _) -> INCIDENT),
                    new InMemoryAlerts(),
                    fake(EvidenceItems.class, this::items),
                    fake(CustodyChains.class, (_, _) -> null),
                    fake(EvidenceVault.class, (method, _) -> method.equals("holds") ? !gone : null),
                    new KeepingSchedule(Map.of(), Period.ofYears(1)),
                    new InlineUnitOfWork(),
                    ids);
    private final AcquireFromStore acquire = acquiring(person);
    private final TakeFromStore take =
            new TakeFromStore(
                    acquisitions,
                    fake(Stores.class, (_, _) -> StoreFixtures.fjordshop()),
                    sources,
                    new TakingIn(
                            fake(
                                    EvidenceVault.class,
                                    (_, arguments) -> VaultByHand.store(arguments, vault)),
                            fake(EvidenceStage.class, (_, _) -> null),
                            fake(Unpacking.class, (_, _) -> null),
                            collecting,
                            automation,
                            () -> now),
                    collecting,
                    new InlineUnitOfWork(),
                    automation,
                    () -> now);

    @Test
    void whatIsGoneFirstIsTakenFirstAndEachPartIsAnItem() throws IOException {
        sources.put(StoreSource.DATABASE, "database", Form.SQL, TEXT);
        sources.put(StoreSource.SESSIONS, "sessions", Form.JSON, "{}\n".getBytes(UTF_8));

        var asked = ask(StoreSource.DATABASE, StoreSource.SESSIONS, StoreSource.LOGS);
        run(asked);

        assertThat(sources.asked()).containsExactly("survey", "sessions", "database");
        assertThat(items.values())
                .extracting(EvidenceItem::originalName)
                .containsExactly("sessions.json", "database.sql");
        var dump = List.copyOf(items.values()).getLast();
        assertThat(dump.kind()).isEqualTo(EvidenceKind.STORE_EXPORT);
        assertThat(vault.get(dump.content())).isEqualTo(TEXT);
        assertThat(dump.acquisition().command()).isEqualTo("cat database");
        assertThat(dump.acquisition().source()).isEqualTo("a store of the test");
        assertThat(dump.acquisition().tool()).endsWith("; tar 1");
        var over = acquisitions.get(asked, StoreScope.ALL);
        assertThat(over.isOver()).isTrue();
        assertThat(over.taken()).isEqualTo(2);
        assertThat(over.notTaken()).isEqualTo(1);
    }

    @Test
    void whatBrokeOffIsBegunAnewAndWhatWasTakenStays() throws IOException {
        sources.put(StoreSource.SESSIONS, "sessions", Form.JSON, TEXT);
        sources.put(StoreSource.DATABASE, "database", Form.SQL, TEXT);
        var asked = ask(StoreSource.DATABASE, StoreSource.SESSIONS);
        step(asked); // asks what there is
        sources.failOnce(new StoreFailure.Truncated());

        var pause = step(asked);

        assertThat(pause).isEqualTo(new Progress.More(NOON.plusSeconds(30)));
        assertThat(states(asked))
                .containsExactly(
                        new State.Waiting(1, Reason.of(new StoreFailure.Truncated()).recorded()),
                        new State.Waiting(0, null));
        run(asked);
        assertThat(items).hasSize(2);
        assertThat(sources.asked()).containsExactly("survey", "sessions", "sessions", "database");
    }

    @Test
    void whatBreaksOffAgainAndAgainIsGivenUpAndTheRestIsTaken() throws IOException {
        sources.put(StoreSource.SESSIONS, "sessions", Form.JSON, TEXT);
        sources.put(StoreSource.DATABASE, "database", Form.SQL, TEXT);
        var asked = ask(StoreSource.DATABASE, StoreSource.SESSIONS);
        step(asked);
        for (int i = 0; i < TakeFromStore.TRIES; i++) {
            sources.failOnce(new StoreFailure.TimedOut(Duration.ofHours(12)));
        }

        run(asked);

        assertThat(states(asked).getFirst())
                .isInstanceOfSatisfying(
                        State.NotTaken.class,
                        not -> assertThat(not.why()).isEqualTo(Why.BROKE_OFF));
        assertThat(items).hasSize(1);
    }

    @Test
    void aStoreThatIsAwayIsAskedAgainAndSaidSo() throws IOException {
        sources.put(StoreSource.DATABASE, "database", Form.SQL, TEXT);
        var asked = ask(StoreSource.DATABASE);
        var away = new StoreFailure.Unreachable("nothing answers");
        sources.failOnce(away);

        assertThat(step(asked)).isEqualTo(new Progress.More(NOON.plusSeconds(30)));
        assertThat(acquisitions.waits(asked)).contains(Reason.of(away).recorded());
        run(asked);

        assertThat(acquisitions.waits(asked)).isEmpty();
        assertThat(items).hasSize(1);
    }

    @Test
    void aStoreThatRefusesIsNotAskedAgain() throws IOException {
        var asked = ask(StoreSource.DATABASE);
        sources.failOnce(new StoreFailure.LoginRefused("shop"));

        assertThat(step(asked)).isEqualTo(new Progress.Over());

        var over = acquisitions.get(asked, StoreScope.ALL);
        assertThat(over.isOver()).isTrue();
        assertThat(over.notTaken()).isEqualTo(1);
        assertThat(over.survey().missing().getFirst().said()).contains("does not let shop in");
    }

    @Test
    void whoWasKilledAfterRecordingDoesNotTakeItTwice() throws IOException {
        sources.put(StoreSource.DATABASE, "database", Form.SQL, TEXT);
        var asked = ask(StoreSource.DATABASE);
        step(asked);
        killed = true;
        assertThatThrownBy(() -> step(asked)).hasMessage("killed");
        killed = false;
        acquisitions.refuse(null);
        assertThat(items).hasSize(1);

        run(asked);

        assertThat(items).hasSize(1);
        assertThat(states(asked))
                .containsExactly(new State.Taken(items.keySet().iterator().next()));
        assertThat(sources.asked()).containsExactly("survey", "database");
    }

    @Test
    void whatWasDisposedOfWhileEqualContentCameInIsNotRecordedAndTakenInAgain() throws IOException {
        sources.put(StoreSource.DATABASE, "database", Form.SQL, TEXT);
        var asked = ask(StoreSource.DATABASE);
        step(asked);
        gone = true;
        assertThatThrownBy(() -> step(asked)).hasMessageContaining("take it in again");
        assertThat(items).isEmpty();
        gone = false;

        run(asked);

        assertThat(items).hasSize(1);
    }

    @Test
    void cardNumbersThatCannotBeBlottedOutStayOutUnlessAPersonSaysWhy() throws IOException {
        sources.put(StoreSource.DATABASE, "database", Form.SQL, CARD);

        var without = ask(StoreSource.DATABASE);
        run(without);
        assertThat(states(without)).containsExactly(new State.NotTaken(Why.CARDS, "1"));
        assertThat(items).isEmpty();

        var asked =
                acquire.acquire(
                        new AcquireFromStore.Command(
                                INCIDENT.id(),
                                Set.of(StoreSource.DATABASE),
                                Pace.FULL,
                                "what was taken",
                                "the acquirer wants it whole"));
        run(asked);
        assertThat(items.values())
                .singleElement()
                .satisfies(
                        item -> {
                            assertThat(item.intake().cards().left()).isEqualTo(1);
                            assertThat(item.intake().cards().because())
                                    .isEqualTo("the acquirer wants it whole");
                        });
    }

    @Test
    void whoMayNotLeaveCardNumbersInCannotAskForIt() {
        var modest =
                fake(
                        Caller.class,
                        (method, arguments) ->
                                switch (method) {
                                    case "may" -> arguments[0] != Permission.EVIDENCE_LEAVE_CARDS;
                                    case "scope" -> StoreScope.ALL;
                                    default -> RITA;
                                });
        var command =
                new AcquireFromStore.Command(
                        INCIDENT.id(),
                        Set.of(StoreSource.DATABASE),
                        Pace.FULL,
                        "what was changed",
                        "because");

        assertThatThrownBy(() -> acquiring(modest).acquire(command)).isInstanceOf(Denied.class);
    }

    @Test
    void oneAcquisitionGoesOnAtATime() {
        ask(StoreSource.DATABASE);

        assertThatThrownBy(() -> ask(StoreSource.LOGS)).isInstanceOf(IllegalTransition.class);
    }

    @Test
    void nothingMoreIsTakenOnceItIsCancelled() throws IOException {
        sources.put(StoreSource.SESSIONS, "sessions", Form.JSON, TEXT);
        sources.put(StoreSource.DATABASE, "database", Form.SQL, TEXT);
        var asked = ask(StoreSource.DATABASE, StoreSource.SESSIONS);
        step(asked);
        new CancelAcquisition(acquisitions, person, () -> now).cancel(asked);

        run(asked);

        assertThat(items).isEmpty();
        assertThat(states(asked)).containsOnly(new State.NotTaken(Why.CANCELLED, ""));
        assertThat(sources.asked()).containsExactly("survey");
    }

    private AcquireFromStore acquiring(Caller caller) {
        return new AcquireFromStore(
                fake(Incidents.class, (_, _) -> INCIDENT), acquisitions, caller, ids, () -> now);
    }

    private AcquisitionId ask(StoreSource first, StoreSource... rest) {
        return acquire.acquire(
                new AcquireFromStore.Command(
                        INCIDENT.id(),
                        EnumSet.of(first, rest),
                        Pace.FULL,
                        "what was changed",
                        null));
    }

    private Progress step(AcquisitionId id) throws IOException {
        return take.take(new TakeFromStore.Command(id, () -> true));
    }

    private void run(AcquisitionId id) throws IOException {
        while (step(id) instanceof Progress.More(var at)) {
            now = at.isAfter(now) ? at : now;
        }
    }

    private List<State> states(AcquisitionId id) {
        return acquisitions.get(id, StoreScope.ALL).parts().stream()
                .map(AcquiredPart::state)
                .toList();
    }

    @SuppressWarnings("unchecked")
    private Object items(String method, Object[] arguments) {
        return switch (method) {
            case "find" -> Optional.ofNullable(items.get(arguments[0]));
            case "nextNumber" -> items.size() + 1L;
            case "save" -> {
                var item = ((Transition<EvidenceItem>) arguments[0]).state();
                assertThat(items.put(item.id(), item)).isNull();
                if (killed) {
                    // What comes after the commit never runs.
                    acquisitions.refuse(new IllegalStateException("killed"));
                }
                yield null;
            }
            default -> throw new UnsupportedOperationException(method);
        };
    }

    private interface Answer {
        Object to(String method, Object[] arguments) throws Throwable;
    }

    private static <T> T fake(Class<T> port, Answer answer) {
        return port.cast(
                Proxy.newProxyInstance(
                        port.getClassLoader(),
                        new Class<?>[] {port},
                        (_, method, arguments) -> answer.to(method.getName(), arguments)));
    }
}
