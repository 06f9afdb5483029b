package dev.cordon.domain.evidence;

import static dev.cordon.domain.evidence.EvidenceFixtures.aChain;
import static dev.cordon.domain.incident.IncidentFixtures.CARLA;
import static dev.cordon.domain.incident.IncidentFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.evidence.CustodyChain.Flaw;
import dev.cordon.domain.evidence.CustodyChain.Verdict;
import dev.cordon.domain.evidence.CustodyEntry.Action;
import dev.cordon.domain.kernel.Sha256;
import java.util.ArrayList;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CustodyChainTest {

    @Test
    void anUntouchedChainIsIntact() {
        assertThat(aChain(5).verify()).isEqualTo(new Verdict.Intact(5));
    }

    @Test
    void anEmptyChainLacksItsFirstLink() {
        var chain = new CustodyChain(EvidenceFixtures.anItem(), java.util.List.of());

        assertThat(chain.verify()).isEqualTo(new Verdict.Broken(1, Flaw.MISSING));
    }

    @Property(tries = 200)
    void changingAnyFieldOfAnyLinkIsFoundAtThatLink(
            @ForAll @IntRange(min = 1, max = 6) int place,
            @ForAll @IntRange(min = 0, max = 8) int field) {
        var forged = withLink(aChain(6), place, link -> alter(link, field));

        assertThat(forged.verify()).isEqualTo(new Verdict.Broken(place, Flaw.ALTERED));
    }

    @Property(tries = 100)
    void flippingAnyBitOfAnyHashIsFoundAtThatLink(
            @ForAll @IntRange(min = 1, max = 6) int place,
            @ForAll @IntRange(min = 0, max = 255) int bit) {
        var forged = withLink(aChain(6), place, link -> withHash(link, flip(link.hash(), bit)));

        assertThat(forged.verify()).isEqualTo(new Verdict.Broken(place, Flaw.ALTERED));
    }

    @Property(tries = 50)
    void removingALinkIsFoundAtItsPlace(@ForAll @IntRange(min = 1, max = 5) int place) {
        var chain = aChain(6);
        var links = new ArrayList<>(chain.links());
        links.remove(place - 1);

        var verdict = new CustodyChain(chain.item(), links).verify();

        assertThat(verdict).isEqualTo(new Verdict.Broken(place, Flaw.MISSING));
    }

    @Test
    void aLinkRewrittenWithItsHashNoLongerCarriesItsSuccessor() {
        var chain = aChain(4);
        var links = new ArrayList<>(chain.links());
        links.set(1, links.getFirst().next(Action.VIEWED, CARLA, "another story", NOON));

        var verdict = new CustodyChain(chain.item(), links).verify();

        assertThat(verdict).isEqualTo(new Verdict.Broken(3, Flaw.NOT_LINKED_TO_PREDECESSOR));
    }

    @Test
    void aClockSetBackDoesNotBreakTheChain() {
        var chain = aChain(3);
        var links = new ArrayList<>(chain.links());
        links.add(links.getLast().next(Action.VIEWED, CARLA, "later", NOON.minusSeconds(3600)));

        var verdict = new CustodyChain(chain.item(), links).verify();

        assertThat(verdict).isEqualTo(new Verdict.Intact(4));
    }

    private static CustodyChain withLink(
            CustodyChain chain, int place, UnaryOperator<CustodyEntry> change) {
        var links = new ArrayList<>(chain.links());
        links.set(place - 1, change.apply(links.get(place - 1)));
        return new CustodyChain(chain.item(), links);
    }

    private static CustodyEntry alter(CustodyEntry link, int field) {
        return new CustodyEntry(
                link.evidence(),
                link.seq(),
                field == 0 ? Action.VERIFIED : link.action(),
                field == 1 ? CARLA : link.by(),
                field == 5 ? "LKA Berlin" : link.counterpart(),
                field == 2 ? link.purpose() + "." : link.purpose(),
                alter(link.commitment(), field),
                field == 3 ? link.at().plusNanos(1) : link.at(),
                link.content(),
                field == 6 ? flip(link.hash(), 1) : link.facts(),
                field == 4 ? flip(link.previous(), 3) : link.previous(),
                link.hash());
    }

    private static @Nullable Commitment alter(@Nullable Commitment known, int field) {
        return switch (field) {
            case 7 -> new Commitment(flip(known.digest(), 9), known.salt());
            case 8 -> new Commitment(known.digest(), Salt.fresh());
            default -> known;
        };
    }

    private static CustodyEntry withHash(CustodyEntry link, Sha256 hash) {
        return new CustodyEntry(
                link.evidence(),
                link.seq(),
                link.action(),
                link.by(),
                link.counterpart(),
                link.purpose(),
                link.commitment(),
                link.at(),
                link.content(),
                link.facts(),
                link.previous(),
                hash);
    }

    private static Sha256 flip(Sha256 hash, int bit) {
        var bytes = hash.bytes();
        bytes[bit / 8] ^= (byte) (1 << bit % 8);
        return Sha256.ofDigest(bytes);
    }
}
