package dev.cordon.domain.evidence;

import static dev.cordon.domain.evidence.EvidenceFixtures.AS_IT_CAME;
import static dev.cordon.domain.evidence.EvidenceFixtures.anItem;
import static dev.cordon.domain.evidence.EvidenceFixtures.item;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.evidence.CustodyChain.Flaw;
import dev.cordon.domain.evidence.CustodyChain.Verdict;
import dev.cordon.domain.kernel.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DestroyedWordsTest {

    private static final Actor.Person RITA = new Actor.Person("rita");
    private static final Actor.Person CARLA = new Actor.Person("carla");
    private static final Actor KEEPER = new Actor.Automation("evidence-keeper");
    private static final Instant LATER = anItem().acquisition().at().plus(Duration.ofDays(1));

    @Test
    void wordsAreDestroyedWithTheContentAndTheChainHolds() {
        var chain = disposedOf();
        var item = chain.item;
        var destroyed = chain.chain().spoken();

        assertThat(List.of(item.title(), item.originalName(), item.acquisition().source()))
                .containsOnly("");
        assertThat(item.label()).isEqualTo("EV-0001");
        assertThat(destroyed).containsExactly(1L, 2L, 3L);
        assertThat(new CustodyChain(item, withoutPurpose(chain.links, destroyed)).verify())
                .isEqualTo(new Verdict.Disposed(7, LATER));
    }

    @Test
    void whatIsSaidOfTheDisposalItselfStays() {
        var chain = disposedOf();

        assertThat(new CustodyChain(chain.item, withoutPurpose(chain.links, List.of(4L))).verify())
                .isEqualTo(new Verdict.Broken(4, Flaw.WORDS_MISSING));
        assertThat(chain.links.getLast().purpose()).startsWith("not needed; ");
    }

    /** Without the salt nothing says what the words were: none are believed. */
    @Test
    void nobodyPutsOtherWordsWhereSomeWereDestroyed() {
        var chain = disposedOf();
        var forged = titled(chain.item, "another title");
        var links = new ArrayList<>(withoutPurpose(chain.links, List.of(1L, 2L, 3L)));
        links.set(1, saying(links.get(1), "another purpose"));

        assertThat(new CustodyChain(forged, chain.links).verify())
                .isEqualTo(new Verdict.Broken(1, Flaw.FACTS_DIFFER));
        assertThat(new CustodyChain(chain.item, links).verify())
                .isEqualTo(new Verdict.Broken(2, Flaw.ALTERED));
    }

    @Test
    void whatIsSaidAfterTheDisposalIsMissedWhenItIsGone() {
        var chain = disposedOf();
        var end = chain.links.getLast();
        chain.links.add(end.next(CustodyEntry.Action.VERIFIED, RITA, "gone", end.at()));

        assertThat(new CustodyChain(chain.item, withoutPurpose(chain.links, List.of(8L))).verify())
                .isEqualTo(new Verdict.Broken(8, Flaw.WORDS_MISSING));
    }

    @Test
    void wordsThatAreGoneBeforeTheContentAreMissing() {
        var chain = new Held(anItem());
        chain.then(item -> item.seal("for the court", RITA, LATER));
        var robbed = withoutWords(chain.item);

        assertThat(new CustodyChain(chain.item, withoutPurpose(chain.links, List.of(2L))).verify())
                .isEqualTo(new Verdict.Broken(2, Flaw.WORDS_MISSING));
        assertThat(new CustodyChain(robbed, chain.links).verify())
                .isEqualTo(new Verdict.Broken(1, Flaw.WORDS_MISSING));
    }

    /** Earlier items were hashed with their words, which stay with the hash. */
    @Test
    void wordsThatWereHashedThemselvesStay() {
        var old = item(AS_IT_CAME, anItem().acquisition());
        var gone =
                old.planDisposal("not needed", RITA, LATER)
                        .state()
                        .approveDisposal(CARLA, LATER)
                        .state()
                        .disposed("destroyed", KEEPER, LATER)
                        .state();

        assertThat(gone.title()).isEqualTo(old.title());
        assertThat(gone.facts()).isEqualTo(old.facts());
    }

    private static Held disposedOf() {
        var chain = new Held(anItem());
        chain.then(item -> item.hold("police", "asked by Ms Example", CARLA, LATER));
        chain.then(item -> item.release("police", "closed", CARLA, LATER));
        chain.then(item -> item.planDisposal("not needed", RITA, LATER));
        chain.then(item -> item.refuseDisposal("wait", CARLA, LATER));
        chain.then(item -> item.planDisposal("not needed", RITA, LATER));
        chain.then(item -> item.approveDisposal(CARLA, LATER));
        chain.then(item -> item.disposed("its key and its bytes were destroyed", KEEPER, LATER));
        return chain;
    }

    private static List<CustodyEntry> withoutPurpose(List<CustodyEntry> links, List<Long> which) {
        return links.stream()
                .map(link -> which.contains(link.seq()) ? withoutPurpose(link) : link)
                .toList();
    }

    private static CustodyEntry withoutPurpose(CustodyEntry link) {
        return saying(link, "");
    }

    private static CustodyEntry saying(CustodyEntry link, String purpose) {
        return new CustodyEntry(
                link.evidence(),
                link.seq(),
                link.action(),
                link.by(),
                link.counterpart(),
                purpose,
                link.commitment().withoutSalt(),
                link.at(),
                link.content(),
                link.facts(),
                link.previous(),
                link.hash());
    }

    private static EvidenceItem withoutWords(EvidenceItem item) {
        return titled(item, "");
    }

    private static EvidenceItem titled(EvidenceItem item, String title) {
        return new EvidenceItem(
                item.id(),
                item.incident(),
                item.store(),
                item.label(),
                item.kind(),
                title,
                "",
                item.content(),
                item.size(),
                item.intake(),
                item.acquisition().withoutWords(),
                item.commitment().withoutSalt(),
                item.custody(),
                item.version());
    }
}
