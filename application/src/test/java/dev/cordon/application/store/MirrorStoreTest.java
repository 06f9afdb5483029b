package dev.cordon.application.store;

import static dev.cordon.domain.store.StoreFixtures.FJORDSHOP;
import static dev.cordon.domain.store.StoreFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cordon.application.kernel.InlineUnitOfWork;
import dev.cordon.application.kernel.TestCaller;
import dev.cordon.application.store.MirrorStore.Outcome;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.kernel.StaleVersion;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.kernel.Version;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreAccess;
import dev.cordon.domain.store.StoreCustomer;
import dev.cordon.domain.store.StoreFailure;
import dev.cordon.domain.store.StoreFixtures;
import dev.cordon.domain.store.Window;
import dev.cordon.domain.store.mirror.MirroredOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class MirrorStoreTest {

    private final InMemoryStores stores = new InMemoryStores();
    private final InMemoryMirrorPlans plans = new InMemoryMirrorPlans();
    private final InMemoryOrderMirror mirror = new InMemoryOrderMirror();
    private final FakeStoreGateway gateway = new FakeStoreGateway().pagesOf(3);
    private final InlineUnitOfWork work = new InlineUnitOfWork();
    private final TestCaller ada = TestCaller.person("ada");
    private Instant now = NOON;

    @BeforeEach
    void aStoreThatIsMirrored() {
        stores.save(
                Store.add(FJORDSHOP, StoreFixtures.profile(), StoreAccess.NONE, ada.actor(), NOON));
        plan(30);
    }

    @Test
    void ordersAndAccountsAreRead() {
        for (int id = 1; id <= 10; id++) {
            gateway.changes().change(id, NOON.minusSeconds(500), NOON.minusSeconds(100 - id), "on");
            gateway.with(customer(id));
        }

        assertThat(mirrored()).isEqualTo(Outcome.CAUGHT_UP);

        assertThat(kept()).containsExactlyElementsOf(gateway.changes().all());
        var state = mirror.state(FJORDSHOP).orElseThrow();
        assertThat(state.customers()).isEqualTo(10);
        assertThat(state.caughtUpAt()).isEqualTo(NOON);
    }

    @Test
    void ordersOlderThanThePlanAreNotReadAndThoseThatGrowOlderGo() {
        gateway.changes().change(1, NOON.minus(Duration.ofDays(31)), NOON.minusSeconds(9), "on");
        gateway.changes().change(2, NOON.minus(Duration.ofDays(29)), NOON.minusSeconds(8), "on");
        mirrored();
        assertThat(kept()).extracting(each -> each.order().id()).containsExactly(2L);

        now = NOON.plus(Duration.ofDays(2));
        mirrored();

        assertThat(kept()).isEmpty();
    }

    @Test
    void aLongerTimeThanBeforeBringsTheOlderOrders() {
        gateway.changes().change(1, NOON.minus(Duration.ofDays(50)), NOON.minusSeconds(9), "on");
        mirrored();

        plan(60);
        mirrored();

        assertThat(kept()).hasSize(1);
    }

    @Test
    void aStoreThatNeverAnsweredIsReadFromTheBeginningOnceItDoes() {
        gateway.changes().change(1, NOON.minusSeconds(90), NOON.minusSeconds(90), "on");
        gateway.failing(new StoreFailure.Truncated(), 1);
        assertThat(mirrored()).isEqualTo(Outcome.STOPPED);

        gateway.recovered();
        mirrored();

        assertThat(kept()).hasSize(1);
    }

    @Test
    void withoutAPlanNothingIsAsked() {
        plans.save(plans.of(FJORDSHOP).end("over", ada.actor(), NOON));
        var asked = new AtomicBoolean();
        gateway.whenAsked(() -> asked.set(true));

        assertThat(mirrored()).isEqualTo(Outcome.ENDED);
        assertThat(asked).isFalse();
    }

    @Test
    void aMirrorThatIsEndedWhileItIsReadStaysEmpty() {
        gateway.changes().change(1, NOON, NOON, "on");
        gateway.whenAsked(
                () -> {
                    var plan = plans.of(FJORDSHOP);
                    if (plan.on()) {
                        new EndMirror(stores, plans, mirror, ada, () -> now)
                                .end(new EndMirror.Command(FJORDSHOP, plan.version(), "stop"));
                    }
                });

        assertThat(mirrored()).isEqualTo(Outcome.ENDED);
        assertThat(kept()).isEmpty();
    }

    @Test
    void theStoreIsAskedWhileNoTransactionIsOpen() {
        var inside = new AtomicBoolean();
        gateway.whenAsked(() -> inside.compareAndSet(false, work.isOpen()));

        mirrored();

        assertThat(inside).isFalse();
    }

    @Test
    void aStoreThatDoesNotAnswerIsReadOnFromWhereItStopped() {
        for (int id = 1; id <= 9; id++) {
            gateway.changes().change(id, NOON, NOON.minusSeconds(100 - id), "on");
        }
        var asked = new AtomicInteger();
        gateway.whenAsked(
                () -> {
                    if (asked.incrementAndGet() == 2) {
                        gateway.failing(new StoreFailure.ServerError(503), 1);
                    }
                });
        assertThat(mirrored()).isEqualTo(Outcome.STOPPED);
        assertThat(mirror.state(FJORDSHOP).orElseThrow().stoppedBy()).contains("503");
        assertThat(kept()).hasSize(3);

        gateway.recovered();

        assertThat(mirrored()).isEqualTo(Outcome.CAUGHT_UP);
        assertThat(kept()).hasSize(9);
        assertThat(mirror.state(FJORDSHOP).orElseThrow().stoppedBy()).isNull();
    }

    /** Ten thousand orders may be changed within one second: an import, a bulk edit. */
    @Test
    void aSecondThatHoldsManyPagesIsReadWhole() {
        for (int id = 1; id <= 50; id++) {
            gateway.changes().change(id, NOON.minusSeconds(900), NOON.minusSeconds(60), "on");
        }
        gateway.changes().change(51, NOON.minusSeconds(900), NOON.minusSeconds(59), "on");

        assertThat(mirrored()).isEqualTo(Outcome.CAUGHT_UP);

        assertThat(kept()).hasSize(51);
    }

    /** Whatever changes while it is read, and wherever the reading is broken off. */
    @RepeatedTest(200)
    void nothingIsMissedHoweverOrdersChangeWhileTheyAreRead(RepetitionInfo repetition) {
        var chance = new Random(repetition.getCurrentRepetition());
        for (int id = 1; id <= 40; id++) {
            changeSomething(chance, id);
        }
        gateway.whenAsked(
                () -> {
                    if (chance.nextInt(3) > 0) {
                        changeSomething(chance, 1 + chance.nextInt(60));
                    }
                    if (chance.nextInt(10) == 0) {
                        now = now.plusSeconds(chance.nextInt(5));
                    }
                });
        for (int pass = 0; pass < 4; pass++) {
            int steps = 1 + chance.nextInt(8);
            var left = new AtomicInteger(steps);
            mirroring(() -> left.getAndDecrement() > 0);
        }
        gateway.whenAsked(() -> {});
        now = now.plusSeconds(60);

        assertThat(mirrored()).isEqualTo(Outcome.CAUGHT_UP);

        assertThat(kept()).containsExactlyElementsOf(gateway.changes().all());
    }

    @Test
    void anotherStoresMirrorIsNotThere() {
        var stranger = ada.within(StoreScope.NONE);

        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(
                        () ->
                                new MirrorQueries(
                                                stores,
                                                plans,
                                                mirror,
                                                new InMemoryMirrorWebhooks(),
                                                stranger)
                                        .mirror(FJORDSHOP));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(
                        () ->
                                new SetMirror(stores, plans, mirror, stranger, () -> now)
                                        .set(
                                                new SetMirror.Command(
                                                        FJORDSHOP,
                                                        Version.NEW,
                                                        "me",
                                                        "why",
                                                        9,
                                                        false)));
    }

    @Test
    void aDecisionOnAnOldStateIsRefused() {
        assertThatExceptionOfType(StaleVersion.class)
                .isThrownBy(
                        () ->
                                new EndMirror(stores, plans, mirror, ada, () -> now)
                                        .end(
                                                new EndMirror.Command(
                                                        FJORDSHOP, Version.NEW, "stop")));
        assertThat(plans.of(FJORDSHOP).on()).isTrue();
    }

    @Test
    void accountsThatAreTooManyForOneRunAreReadOnFromWhereItEnded() {
        customers(150);

        var ended = readingThreePages();
        for (int runs = 1; ended == Outcome.MORE && runs < 40; runs++) {
            now = now.plusSeconds(32);
            ended = readingThreePages();
        }

        assertThat(ended).isEqualTo(Outcome.CAUGHT_UP);
        assertThat(gateway.customerPages())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 50).boxed().toList());
        var state = mirror.state(FJORDSHOP).orElseThrow();
        assertThat(state.customers()).isEqualTo(150);
        assertThat(state.customersAt()).isEqualTo(NOON);
        assertThat(state.accounts()).isNull();
    }

    @Test
    void aStoreThatIsAwayWhileAccountsAreReadIsReadOnOnceItIsBack() {
        customers(30);
        readingThreePages();
        gateway.failing(new StoreFailure.ServerError(503), 1);
        readingThreePages();
        gateway.recovered();

        assertThat(mirrored()).isEqualTo(Outcome.CAUGHT_UP);

        assertThat(gateway.customerPages()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    }

    @Test
    void accountsOfWhichOneWasDeletedMeanwhileAreReadAnew() {
        customers(30);
        readingThreePages();
        gateway.without(customer(1));
        now = NOON.plusSeconds(32);

        assertThat(mirrored()).isEqualTo(Outcome.MORE);
        now = NOON.plusSeconds(34);
        assertThat(mirrored()).isEqualTo(Outcome.CAUGHT_UP);

        assertThat(gateway.customerPages())
                .containsExactly(1, 2, 3, 4, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        assertThat(mirror.state(FJORDSHOP).orElseThrow().customersAt())
                .isEqualTo(NOON.plusSeconds(32));
    }

    @Test
    void aReadingOfAccountsThatBeganMoreThanADayAgoBeginsAnew() {
        customers(30);
        readingThreePages();
        now = now.plus(Duration.ofHours(25));

        readingThreePages();

        assertThat(gateway.customerPages()).containsExactly(1, 2, 3, 1, 2, 3);
        var reading = mirror.state(FJORDSHOP).orElseThrow().accounts();
        assertThat(reading).isNotNull();
        assertThat(reading.began()).isEqualTo(now);
    }

    private void customers(int howMany) {
        for (int id = 1; id <= howMany; id++) {
            gateway.with(customer(id));
        }
    }

    /** One page of orders, and three of accounts. */
    private Outcome readingThreePages() {
        var left = new AtomicInteger(4);
        return mirroring(() -> left.getAndDecrement() > 0);
    }

    private void changeSomething(Random chance, long id) {
        var when = now.minusSeconds(chance.nextInt(3));
        gateway.changes().change(id, NOON.minusSeconds(900), when, "s" + chance.nextInt(1_000));
    }

    private void plan(int days) {
        new SetMirror(stores, plans, mirror, ada, () -> now)
                .set(
                        new SetMirror.Command(
                                FJORDSHOP,
                                plans.of(FJORDSHOP).version(),
                                "Privacy officer",
                                "Whom to tell of a breach",
                                days,
                                false));
    }

    private Outcome mirrored() {
        return mirroring(() -> true);
    }

    private Outcome mirroring(java.util.function.BooleanSupplier goOn) {
        return new MirrorStore(stores, plans, mirror, gateway, work, ada, () -> now)
                .mirror(new MirrorStore.Command(FJORDSHOP, goOn));
    }

    private List<MirroredOrder> kept() {
        var found = new ArrayList<MirroredOrder>();
        mirror.orders(FJORDSHOP, new Window(Instant.EPOCH, Instant.MAX), found::addAll);
        return found;
    }

    private static StoreCustomer customer(long id) {
        return new StoreCustomer(id, id + "@example.com", "", "", "DE", "", null);
    }
}
