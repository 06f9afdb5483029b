package dev.cordon.application.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.store.PageCursor;
import dev.cordon.domain.store.StoreCustomer;
import dev.cordon.domain.store.StoreFixtures;
import dev.cordon.domain.store.StoreOrder;
import dev.cordon.domain.store.Window;
import dev.cordon.domain.store.mirror.AccountReading;
import dev.cordon.domain.store.mirror.MirrorPosition;
import dev.cordon.domain.store.mirror.MirroredOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What {@link OrderMirror} promises, whoever keeps it. */
public abstract class OrderMirrorContract {

    protected static final Instant NOON = StoreFixtures.NOON;

    private static final Window ALWAYS =
            new Window(
                    Instant.parse("2020-01-01T00:00:00Z"), Instant.parse("2030-01-01T00:00:00Z"));

    /** A mirror in which nothing is kept of the two stores. */
    protected abstract OrderMirror mirror();

    protected abstract StoreId store();

    protected abstract StoreId other();

    /** Runs as a use case would. */
    protected abstract void within(Runnable work);

    protected static MirroredOrder order(long id, Instant created, Instant modified) {
        var buyer = new StoreCustomer(7, "kim@example.com", "Kim", "Ö'", "DE", "DE-HH", null);
        return new MirroredOrder(
                new StoreOrder(id, "N-" + id, "processing", created, buyer, "2001:db8::7"),
                modified,
                "stripe");
    }

    @Test
    void whatIsKeptReadsBackTheSame() {
        var order = order(1, NOON.minusSeconds(60), NOON);
        within(() -> mirror().keep(store(), List.of(order)));

        assertThat(orders(store())).containsExactly(order);
        assertThat(orders(other())).isEmpty();
    }

    @Test
    void anOrderIsKeptOnceInItsNewestState() {
        var old = order(1, NOON, NOON);
        var newer = order(1, NOON, NOON.plusSeconds(5));

        assertThat(keep(old)).isEqualTo(1);
        assertThat(keep(old)).isZero();
        assertThat(keep(newer)).isEqualTo(1);
        assertThat(keep(old)).isZero();

        assertThat(orders(store())).containsExactly(newer);
    }

    @Test
    void oneThatComesTwiceInAPageIsKeptOnce() {
        within(
                () ->
                        mirror().keep(
                                        store(),
                                        List.of(
                                                order(1, NOON, NOON),
                                                order(1, NOON, NOON.plusSeconds(1)))));

        assertThat(orders(store())).containsExactly(order(1, NOON, NOON.plusSeconds(1)));
    }

    @Test
    void aWindowIsThatOfTheOrdersCreation() {
        keep(order(1, NOON.minusSeconds(1), NOON));
        keep(order(2, NOON, NOON));
        keep(order(3, NOON.plusSeconds(10), NOON));

        var found = new ArrayList<MirroredOrder>();
        within(
                () ->
                        mirror().orders(
                                        store(),
                                        new Window(NOON, NOON.plusSeconds(10)),
                                        found::addAll));

        assertThat(found).extracting(each -> each.order().id()).containsExactly(2L);
    }

    @Test
    void manyAreHandedOverInPieces() {
        var all = LongStream.rangeClosed(1, 2_500).mapToObj(id -> order(id, NOON, NOON)).toList();
        within(() -> mirror().keep(store(), all));

        assertThat(orders(store())).isEqualTo(all);
    }

    @Test
    void ordersThatArePlacedTooLongAgoGo() {
        keep(order(1, NOON.minusSeconds(1), NOON));
        keep(order(2, NOON, NOON));

        within(() -> assertThat(mirror().forget(store(), NOON)).isEqualTo(1));

        assertThat(orders(store())).extracting(each -> each.order().id()).containsExactly(2L);
    }

    @Test
    void theStateSaysHowFarItIsAndWhyItStopped() {
        assertThat(mirror().state(store())).isEmpty();
        var crowded = new MirrorPosition(NOON, 40, 17);
        within(() -> mirror().reached(store(), crowded, true, NOON));
        within(() -> mirror().stopped(store(), "away", NOON.plusSeconds(1)));
        keep(order(1, NOON, NOON));

        var stopped = mirror().state(store()).orElseThrow();
        assertThat(stopped.position()).isEqualTo(crowded);
        assertThat(stopped.orders()).isEqualTo(1);
        assertThat(stopped.caughtUpAt()).isEqualTo(NOON);
        assertThat(stopped.stoppedBy()).isEqualTo("away");

        within(() -> mirror().reached(store(), crowded, false, NOON.plusSeconds(2)));
        var again = mirror().state(store()).orElseThrow();
        assertThat(again.stoppedBy()).isNull();
        assertThat(again.stoppedAt()).isNull();
        assertThat(again.caughtUpAt()).isEqualTo(NOON);
    }

    @Test
    void accountsAreKeptAlsoAfterTheStoreDeletedThem() {
        var kim = new StoreCustomer(7, "kim@example.com", "Kim", "", "DE", "", null);
        var lee = new StoreCustomer(8, "lee@example.com", "Lee", "", "US", "CA", null);
        within(() -> mirror().keepCustomers(store(), List.of(kim, lee), NOON));
        within(() -> mirror().customersRead(store(), NOON));
        within(() -> mirror().keepCustomers(store(), List.of(lee), NOON.plusSeconds(9)));
        within(() -> mirror().customersRead(store(), NOON.plusSeconds(9)));

        var found = new ArrayList<StoreCustomer>();
        within(() -> mirror().customers(store(), found::addAll));

        assertThat(found).containsExactly(kim, lee);
        assertThat(mirror().state(store()).orElseThrow().customersAt())
                .isEqualTo(NOON.plusSeconds(9));
    }

    @Test
    void howFarAllAccountsWereReadIsKnownUntilTheyAre() {
        var reading = new AccountReading(new PageCursor(17), 4_711, NOON);
        within(() -> mirror().customersReached(store(), AccountReading.begin(NOON)));
        within(() -> mirror().customersReached(store(), reading));
        within(() -> mirror().reached(store(), MirrorPosition.at(NOON), true, NOON));
        assertThat(mirror().state(store()).orElseThrow().accounts()).isEqualTo(reading);
        assertThat(mirror().state(store()).orElseThrow().customersAt()).isNull();

        within(() -> mirror().customersRead(store(), NOON));

        assertThat(mirror().state(store()).orElseThrow().accounts()).isNull();
    }

    @Test
    void anEndedMirrorIsEmptyAndCanBeginAnew() {
        keep(order(1, NOON, NOON));
        within(() -> mirror().reached(store(), MirrorPosition.at(NOON), true, NOON));

        within(() -> mirror().end(store()));

        assertThat(mirror().state(store())).isEmpty();
        assertThat(orders(store())).isEmpty();
        keep(order(2, NOON, NOON));
        assertThat(orders(store())).hasSize(1);
    }

    private int keep(MirroredOrder order) {
        var changed = new int[1];
        within(() -> changed[0] = mirror().keep(store(), List.of(order)));
        return changed[0];
    }

    private List<MirroredOrder> orders(StoreId store) {
        var found = new ArrayList<MirroredOrder>();
        within(() -> mirror().orders(store, ALWAYS, found::addAll));
        return found;
    }
}
