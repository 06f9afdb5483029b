package dev.cordon.application.evidence;

import static dev.cordon.domain.incident.IncidentFixtures.NOON;
import static dev.cordon.domain.incident.IncidentFixtures.RITA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.application.evidence.PreservationGate.Checked;
import dev.cordon.application.incident.Incidents;
import dev.cordon.application.kernel.InlineUnitOfWork;
import dev.cordon.application.kernel.Progress;
import dev.cordon.domain.evidence.Acquisition;
import dev.cordon.domain.evidence.Coverage;
import dev.cordon.domain.evidence.CustodyEntry;
import dev.cordon.domain.evidence.EvidenceFixtures;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.evidence.EvidenceItem;
import dev.cordon.domain.evidence.Subject;
import dev.cordon.domain.evidence.ledger.Leaf;
import dev.cordon.domain.evidence.ledger.LeafId;
import dev.cordon.domain.evidence.ledger.Nodes;
import dev.cordon.domain.evidence.ledger.Placed;
import dev.cordon.domain.evidence.preservation.Loss;
import dev.cordon.domain.incident.IncidentFixtures;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.StoreScope;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PreservingTest {

    private final List<EvidenceItem> held = new ArrayList<>();
    private final Map<EvidenceId, CustodyEntry> first = new HashMap<>();
    private final List<Sha256> hashed = new ArrayList<>();
    private final Set<EvidenceId> unrecorded = new HashSet<>();
    private final Set<Sha256> gone = new HashSet<>();

    private final EvidenceVault vault =
            only(EvidenceVault.class, Map.of("rehash", this::rehash, "open", _ -> none()));
    private final CustodyChains chains =
            only(CustodyChains.class, Map.of("of", asked -> links((EvidenceId) asked[0])));
    private final Ledger ledger =
            only(
                    Ledger.class,
                    Map.of(
                            "newest",
                            _ -> Optional.empty(),
                            "custodyOf",
                            asked -> placed((EvidenceId) asked[0]),
                            "nodes",
                            _ -> only(Nodes.class, Map.of())));
    private final Preserving gate =
            new Preserving(
                    only(Incidents.class, Map.of("get", _ -> IncidentFixtures.anIncident())),
                    only(EvidenceItems.class, Map.of("of", _ -> held)),
                    chains,
                    new NoWaivers(),
                    new ItemCheck(
                            vault,
                            new Standings(ledger, only(CheckpointKey.class, Map.of())),
                            new InlineUnitOfWork()),
                    new Manifests(vault),
                    new InlineUnitOfWork(),
                    () -> NOON);

    @Test
    void onlyWhatAnAnswerRestsOnIsHashed() throws Exception {
        var asked = item("file /a");
        item("file /b");
        item("log shop");

        assertThat(mayGo("file /a")).isTrue();

        assertThat(hashed).containsExactly(asked.content());
    }

    @Test
    void whatIsGoneIsNotHeldAndAnotherTakesItsPlace() throws Exception {
        gone.add(item("file /a").content());
        assertThat(mayGo("file /a")).isFalse();

        item("file /a");

        assertThat(mayGo("file /a")).isTrue();
    }

    @Test
    void whatFailsIsReplacedByWhatTheAnswerRestsOnThen() throws Exception {
        gone.add(item("store").content());
        var other = item("file /a");

        assertThat(mayGo("file /a")).isTrue();

        assertThat(hashed).contains(other.content());
    }

    @Test
    void whatTheLedgerContradictsIsNotHeld() throws Exception {
        unrecorded.add(item("file /a").id());

        assertThat(mayGo("file /a")).isFalse();
    }

    @Test
    void howFarItIsIsSaidOfAllThatTheAnswersRestOn() throws Exception {
        item("file /a");
        item("file /b");
        item("log shop");

        var told = told("file /a", "file /b");

        assertThat(told).containsExactly("4 of 18", "9 of 18", "13 of 18", "18 of 18");
    }

    @Test
    void whatAnAnswerRestsOnInsteadIsMoreToHash() throws Exception {
        gone.add(item("table wp_users").content());
        item("store");

        var told = told("table wp_users");

        assertThat(told).containsExactly("4 of 9", "9 of 9", "13 of 18", "18 of 18");
    }

    private List<String> told(String... subjects) throws Exception {
        var told = new ArrayList<String>();
        check((done, total) -> told.add(done + " of " + total), subjects);
        return told;
    }

    private boolean mayGo(String subject) throws Exception {
        return check(Progress.UNWATCHED, subject).getFirst().mayGo();
    }

    private List<Checked> check(Progress progress, String... subjects) throws Exception {
        var losses = Stream.of(subjects).map(Subject::of).map(Loss::of).toList();
        var incident = IncidentFixtures.anIncident().id();
        return gate.check(incident, "step", losses, StoreScope.ALL, progress);
    }

    private EvidenceItem item(String covers) {
        int number = held.size() + 1;
        var like = EvidenceFixtures.anItem();
        var item =
                new EvidenceItem(
                        new EvidenceId(new UUID(1, number)),
                        like.incident(),
                        like.store(),
                        EvidenceItem.label(number),
                        like.kind(),
                        like.title(),
                        like.originalName(),
                        Sha256.of(("content " + number).getBytes(StandardCharsets.UTF_8)),
                        9,
                        EvidenceFixtures.AS_IT_CAME,
                        Acquisition.now(
                                RITA,
                                NOON,
                                "upload",
                                "cp",
                                "web1",
                                null,
                                null,
                                Coverage.parse(covers)),
                        null,
                        like.custody(),
                        like.version());
        held.add(item);
        return item;
    }

    /** In the middle it says how far it is. */
    private Object rehash(Object... asked) {
        ((LongConsumer) asked[2]).accept(4);
        return hashed((Sha256) asked[1]);
    }

    private Optional<Sha256> hashed(Sha256 content) {
        hashed.add(content);
        return gone.contains(content) ? Optional.empty() : Optional.of(content);
    }

    private List<CustodyEntry> links(EvidenceId id) {
        return held.stream()
                .filter(item -> item.id().equals(id))
                .map(
                        item ->
                                first.computeIfAbsent(
                                        id, _ -> CustodyEntry.collected(item, "as found")))
                .toList();
    }

    private List<Placed> placed(EvidenceId id) {
        return links(id).stream()
                .filter(link -> !unrecorded.contains(link.evidence()))
                .map(link -> Leaf.of(new LeafId(new UUID(2, 2)), link, held.getFirst().store()))
                .map(leaf -> new Placed(leaf, null))
                .toList();
    }

    private static Object none() {
        throw new UnsupportedOperationException("no manifest here");
    }

    /** A port of which only these are asked, by name. */
    private static <T> T only(Class<T> port, Map<String, Function<Object[], Object>> answers) {
        return port.cast(
                Proxy.newProxyInstance(
                        port.getClassLoader(),
                        new Class<?>[] {port},
                        (_, method, asked) ->
                                Optional.ofNullable(answers.get(method.getName()))
                                        .orElseThrow()
                                        .apply(asked == null ? new Object[0] : asked)));
    }
}
