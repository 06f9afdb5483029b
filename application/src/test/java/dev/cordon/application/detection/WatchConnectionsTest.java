package dev.cordon.application.detection;

import static dev.cordon.domain.store.StoreFixtures.FJORDSHOP;
import static dev.cordon.domain.store.StoreFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.application.kernel.CountingIds;
import dev.cordon.application.kernel.InlineUnitOfWork;
import dev.cordon.application.kernel.TestCaller;
import dev.cordon.application.store.FakeStoreGateway;
import dev.cordon.application.store.InMemoryConnectionReports;
import dev.cordon.application.store.InMemoryStoreCredentials;
import dev.cordon.application.store.InMemoryStores;
import dev.cordon.domain.detection.Alert;
import dev.cordon.domain.detection.AlertOrigin;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreAccess;
import dev.cordon.domain.store.StoreFailure;
import dev.cordon.domain.store.StoreFixtures;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WatchConnectionsTest {

    private final InMemoryStores stores = new InMemoryStores();
    private final InMemoryStoreCredentials credentials = new InMemoryStoreCredentials();
    private final InMemoryConnectionReports reports = new InMemoryConnectionReports();
    private final InMemoryAlerts alerts = new InMemoryAlerts();
    private final FakeStoreGateway gateway = new FakeStoreGateway();
    private final InlineUnitOfWork work = new InlineUnitOfWork();
    private final TestCaller watch = TestCaller.person("ada");
    private final CountingIds ids = new CountingIds();
    private Instant now = NOON;

    @BeforeEach
    void aStoreWithAKey() {
        stores.save(
                Store.add(
                        FJORDSHOP, StoreFixtures.profile(), StoreAccess.NONE, watch.actor(), NOON));
        credentials.put(FJORDSHOP, StoreAccess.with(StoreFixtures.aKey()));
    }

    @Test
    void aStoreIsCheckedOnceADay() {
        look();
        later(Duration.ofHours(23));
        assertThat(reports.recent(FJORDSHOP, 9)).hasSize(1);

        later(Duration.ofHours(1));

        assertThat(reports.recent(FJORDSHOP, 9)).hasSize(2);
    }

    @Test
    void aStoreThatCannotBeCheckedHoldsUpNoOther() {
        var other = new StoreId(new UUID(1, 1));
        stores.save(
                Store.add(other, StoreFixtures.profile(), StoreAccess.NONE, watch.actor(), NOON));
        credentials.put(other, StoreAccess.with(StoreFixtures.aKey()));
        var asked = new AtomicInteger();
        gateway.whenAsked(
                () -> {
                    if (asked.getAndIncrement() == 0) {
                        throw new IllegalStateException("what it says makes no sense");
                    }
                });

        look();
        assertThat(reports.recent(FJORDSHOP, 9).size() + reports.recent(other, 9).size())
                .isEqualTo(1);
        look();

        assertThat(reports.recent(FJORDSHOP, 9)).hasSize(1);
        assertThat(reports.recent(other, 9)).hasSize(1);
    }

    @Test
    void aStoreWithoutConnectionsIsLeftAlone() {
        credentials.put(FJORDSHOP, StoreAccess.NONE);

        look();

        assertThat(reports.latest(FJORDSHOP)).isEmpty();
    }

    @Test
    void aStoreThatWasAwayOnceIsNoAlert() {
        look();
        gateway.failing(new StoreFailure.WrongKey(), 1);
        later(Duration.ofDays(1));
        gateway.recovered();

        later(Duration.ofHours(1));

        assertThat(raised()).isEmpty();
        assertThat(reports.recent(FJORDSHOP, 9)).hasSize(3);
    }

    @Test
    void aConnectionThatStoppedWorkingIsOneAlertHoweverLongItLasts() {
        look();
        gateway.failing(new StoreFailure.WrongKey(), 1);
        later(Duration.ofDays(1));
        later(Duration.ofHours(1));
        later(Duration.ofDays(1));
        later(Duration.ofDays(1));

        var alert = raised().getFirst();

        assertThat(raised()).hasSize(1);
        assertThat(alert.origin().sourceType()).isEqualTo(AlertOrigin.CONNECTION);
        assertThat(alert.note().title()).contains("WooCommerce key");
        assertThat(alert.note().description()).contains("does not accept this key");
    }

    @Test
    void oneThatStopsAgainIsAnotherAlert() {
        look();
        gateway.failing(new StoreFailure.WrongKey(), 1);
        later(Duration.ofDays(1));
        later(Duration.ofHours(1));
        gateway.recovered();
        later(Duration.ofDays(1));
        gateway.failing(new StoreFailure.WrongKey(), 1);
        later(Duration.ofDays(1));
        later(Duration.ofHours(1));

        assertThat(raised()).hasSize(2);
    }

    @Test
    void oneThatNeverWorkedIsNoAlert() {
        gateway.failing(new StoreFailure.WrongKey(), 1);
        look();
        later(Duration.ofDays(1));
        later(Duration.ofDays(1));

        assertThat(raised()).isEmpty();
    }

    @Test
    void theStoreIsAskedWhileNoTransactionIsOpen() {
        var inside = new AtomicBoolean();
        gateway.whenAsked(() -> inside.set(work.isOpen()));

        look();

        assertThat(inside).isFalse();
    }

    private void later(Duration time) {
        now = now.plus(time);
        look();
    }

    private void look() {
        gateway.checkedAt(now);
        new WatchConnections(
                        stores,
                        credentials,
                        gateway,
                        reports,
                        new ConnectionAlerts(alerts, ids, () -> now),
                        work,
                        watch,
                        () -> now)
                .watch(new WatchConnections.Command(() -> true));
    }

    private List<Alert> raised() {
        return alerts.all();
    }
}
