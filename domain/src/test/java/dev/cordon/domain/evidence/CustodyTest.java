package dev.cordon.domain.evidence;

import static dev.cordon.domain.evidence.EvidenceFixtures.anItem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cordon.domain.evidence.CustodyChain.Flaw;
import dev.cordon.domain.evidence.CustodyChain.Verdict;
import dev.cordon.domain.evidence.CustodyEntry.Action;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.IllegalTransition;
import dev.cordon.domain.kernel.Transition;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class CustodyTest {

    private static final Actor.Person RITA = new Actor.Person("rita");
    private static final Actor.Person CARLA = new Actor.Person("carla");
    private static final Actor.Person KATHRIN = new Actor.Person("kathrin");
    private static final Actor KEEPER = new Actor.Automation("evidence-keeper");
    private static final Instant LATER = anItem().acquisition().at().plus(Duration.ofDays(1));

    @Test
    void whoAcceptsIsTheNewCustodian() {
        var offered = anItem().handOver(CARLA, "shift ends", RITA, LATER).state();

        var accepted = offered.accept("shift begins", CARLA, LATER).state();

        assertThat(offered.custody().custodian()).isEqualTo(RITA);
        assertThat(accepted.custody().custodian()).isEqualTo(CARLA);
        assertThat(accepted.custody().offered()).isNull();
    }

    @Test
    void onlyTheCustodianHandsOver() {
        refused(() -> anItem().handOver(KATHRIN, "mine now", CARLA, LATER));
    }

    @Test
    void onlyTheOneItWasOfferedToAccepts() {
        var offered = anItem().handOver(CARLA, "shift ends", RITA, LATER).state();

        refused(() -> offered.accept("mine", KATHRIN, LATER));
        refused(() -> offered.accept("mine", RITA, LATER));
        refused(() -> anItem().accept("mine", CARLA, LATER));
    }

    @Test
    void anOfferIsDeclinedOrTakenBackByItsTwoSidesAlone() {
        var offered = anItem().handOver(CARLA, "shift ends", RITA, LATER).state();

        assertThat(offered.decline("no", CARLA, LATER).state().custody().offered()).isNull();
        assertThat(offered.decline("stay", RITA, LATER).state().custody().offered()).isNull();
        refused(() -> offered.decline("no", KATHRIN, LATER));
    }

    @Test
    void aLegalHoldForbidsToDisposeAtEveryStep() {
        var planned = anItem().planDisposal("not needed", RITA, LATER).state();
        var held = planned.hold("Az. 12 Js 3/26", "asked by the court", CARLA, LATER).state();

        refused(() -> held.approveDisposal(KATHRIN, LATER));
        refused(() -> held.expire(KEEPER, held.custody().keepUntil()));
        refused(
                () ->
                        anItem().hold("Az. 12 Js 3/26", "asked", CARLA, LATER)
                                .state()
                                .planDisposal("not needed", RITA, LATER));
    }

    @Test
    void releasingOneMatterLeavesTheOthers() {
        var item = anItem().hold("police", "asked", CARLA, LATER).state();
        var both = item.hold("insurer", "asked", CARLA, LATER).state();

        var one = both.release("police", "case closed", KATHRIN, LATER).state();

        assertThat(one.custody().holds()).extracting(LegalHold::matter).containsExactly("insurer");
        refused(() -> one.release("police", "again", KATHRIN, LATER));
        refused(() -> both.hold("police", "twice", RITA, LATER));
    }

    @Test
    void nobodyDisposesAlone() {
        var planned = anItem().planDisposal("not needed", RITA, LATER).state();

        refused(() -> planned.approveDisposal(RITA, LATER));
        refused(() -> anItem().approveDisposal(CARLA, LATER));
        assertThat(planned.approveDisposal(CARLA, LATER).state().custody().isDisposedOf()).isTrue();
    }

    @Test
    void afterAnApprovalThereIsNoWayBack() {
        var approved =
                anItem().planDisposal("not needed", RITA, LATER)
                        .state()
                        .approveDisposal(CARLA, LATER)
                        .state();

        refused(() -> approved.refuseDisposal("wait", RITA, LATER));
        refused(() -> approved.hold("police", "too late", RITA, LATER));
        refused(() -> approved.handOver(CARLA, "too late", RITA, LATER));
        refused(() -> anItem().disposed("gone", KEEPER, LATER));
        refused(
                () ->
                        approved.disposed("gone", KEEPER, LATER)
                                .state()
                                .disposed("gone", KEEPER, LATER));
    }

    @Test
    void nothingExpiresBeforeItsTime() {
        var until = anItem().custody().keepUntil();

        refused(() -> anItem().expire(KEEPER, until.minusNanos(1)));
        assertThat(anItem().expire(KEEPER, until).state().custody().isDisposedOf()).isTrue();
    }

    @Test
    void anItemIsKeptLongerAndNeverShorterByOnePerson() {
        var until = anItem().custody().keepUntil();

        refused(() -> anItem().keep(until.minusSeconds(1), "room", RITA, LATER));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> anItem().keep(Instant.MAX, "for ever", RITA, LATER));
        assertThat(anItem().keep(until.plusSeconds(1), "trial", RITA, LATER).state().custody())
                .extracting(Custody::keepUntil)
                .isEqualTo(until.plusSeconds(1));
    }

    @Test
    void theChainOfADisposedItemHoldsToItsEnd() {
        var chain = new Held(anItem());
        chain.then(item -> item.hold("police", "asked", CARLA, LATER));
        chain.then(item -> item.release("police", "closed", CARLA, LATER));
        chain.then(item -> item.planDisposal("not needed", RITA, LATER));
        chain.then(item -> item.approveDisposal(CARLA, LATER));
        chain.then(item -> item.disposed("its key and its bytes were destroyed", KEEPER, LATER));

        assertThat(chain.chain().verify()).isEqualTo(new Verdict.Disposed(5, LATER));
        assertThat(chain.links.getLast().counterpart()).isEqualTo("person:carla");
        assertThat(chain.links).extracting(CustodyEntry::action).endsWith(Action.DISPOSED);
    }

    @Test
    void whatIsSaidOfAnItemCannotBeChangedLater() {
        var item = anItem();
        var links = List.of(CustodyEntry.collected(item, "as found"));
        var other =
                new EvidenceItem(
                        item.id(),
                        item.incident(),
                        item.store(),
                        item.label(),
                        item.kind(),
                        "another title",
                        item.originalName(),
                        item.content(),
                        item.size(),
                        item.intake(),
                        item.acquisition(),
                        item.commitment(),
                        item.custody(),
                        item.version());

        assertThat(new CustodyChain(other, links).verify())
                .isEqualTo(new Verdict.Broken(1, Flaw.FACTS_DIFFER));
    }

    /** Every state that steps of these people lead to, and every step in it. */
    @Test
    void whatIsOfferedIsJustWhatIsNotRefused() {
        var states = new LinkedHashSet<>(List.of(anItem()));
        for (int depth = 0; depth < 4; depth++) {
            for (var item : List.copyOf(states)) {
                for (var by : List.of(RITA, CARLA)) {
                    steps(item, by).forEach((_, step) -> reached(step).ifPresent(states::add));
                }
            }
        }

        assertThat(states).hasSizeGreaterThan(20);
        assertThat(states)
                .allSatisfy(
                        item -> {
                            for (var by : List.of(RITA, CARLA, KATHRIN)) {
                                var possible = new HashSet<>(item.possible(by));
                                possible.remove(Action.KEEPING_CHANGED);
                                assertThat(possible).isEqualTo(accepted(item, by));
                            }
                        });
    }

    @Test
    void whatAHoldAloneKeepsSomebodyFromIsKnown() {
        var held = anItem().hold("4711", "trial", RITA, LATER).state();
        var proposed =
                anItem().planDisposal("not needed", RITA, LATER)
                        .state()
                        .hold("4711", "trial", CARLA, LATER)
                        .state();

        assertThat(anItem().custody().heldBack(RITA)).isEmpty();
        assertThat(held.custody().heldBack(RITA)).containsExactly(Action.DISPOSAL_PLANNED);
        assertThat(proposed.custody().heldBack(RITA)).isEmpty();
        assertThat(proposed.custody().heldBack(CARLA)).containsExactly(Action.DISPOSED);
    }

    private static Set<Action> accepted(EvidenceItem item, Actor.Person by) {
        var accepted = EnumSet.noneOf(Action.class);
        steps(item, by)
                .forEach(
                        (action, step) -> {
                            if (reached(step).isPresent()) {
                                accepted.add(action);
                            }
                        });
        return accepted;
    }

    private static Map<Action, Supplier<Transition<EvidenceItem>>> steps(
            EvidenceItem item, Actor.Person by) {
        var to = by.equals(KATHRIN) ? new Actor.Person("paula") : KATHRIN;
        var holds = item.custody().holds();
        var matter = holds.isEmpty() ? "none" : holds.getFirst().matter();
        return Map.of(
                Action.HANDED_OVER, () -> item.handOver(to, "why", by, LATER),
                Action.ACCEPTED, () -> item.accept("why", by, LATER),
                Action.DECLINED, () -> item.decline("why", by, LATER),
                Action.SEALED, () -> item.seal("why", by, LATER),
                Action.HELD,
                        () ->
                                item.hold(
                                        holds.isEmpty() ? "a" : holds.getLast().matter() + "a",
                                        "why",
                                        by,
                                        LATER),
                Action.RELEASED, () -> item.release(matter, "why", by, LATER),
                Action.DISPOSAL_PLANNED, () -> item.planDisposal("why", by, LATER),
                Action.DISPOSAL_REFUSED, () -> item.refuseDisposal("why", by, LATER),
                Action.DISPOSED, () -> item.approveDisposal(by, LATER));
    }

    private static Optional<EvidenceItem> reached(Supplier<Transition<EvidenceItem>> step) {
        try {
            return Optional.of(step.get().state());
        } catch (IllegalTransition refused) {
            return Optional.empty();
        }
    }

    @Test
    void whatHoldsAnItemIsReadFromItsChain() {
        var chain = new Held(anItem());
        chain.then(item -> item.hold("police", "asked", CARLA, LATER));
        chain.then(item -> item.hold("insurer", "asked", CARLA, LATER));
        chain.then(item -> item.release("police", "closed", CARLA, LATER));

        assertThat(chain.chain().matters()).containsExactly("insurer");
        assertThat(chain.chain().isDisposalPlanned()).isFalse();
    }

    @Test
    void lookingAtAChainAfterItsEndDoesNotReviveIt() {
        var chain = new Held(anItem());
        chain.then(item -> item.expire(KEEPER, item.custody().keepUntil()));
        assertThat(chain.chain().isDisposalPlanned()).isTrue();
        chain.then(item -> item.disposed("destroyed", KEEPER, item.custody().keepUntil()));
        var end = chain.links.getLast();
        chain.links.add(end.next(Action.VERIFIED, RITA, "intact", end.at()));

        assertThat(chain.chain().verify()).isEqualTo(new Verdict.Disposed(4, end.at()));
    }

    private static void refused(Runnable step) {
        assertThatExceptionOfType(IllegalTransition.class).isThrownBy(step::run);
    }
}
