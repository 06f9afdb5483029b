package dev.cordon.infra.bootstrap.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.cordon.application.store.InMemoryStoreCredentials;
import dev.cordon.application.store.PagesRead;
import dev.cordon.application.store.StoreGateway;
import dev.cordon.domain.store.ActiveCustomer;
import dev.cordon.domain.store.Capability;
import dev.cordon.domain.store.ConnectionKind;
import dev.cordon.domain.store.LoginSession;
import dev.cordon.domain.store.PageCursor;
import dev.cordon.domain.store.RestCredential;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreAccess;
import dev.cordon.domain.store.StoreCustomer;
import dev.cordon.domain.store.StoreFixtures;
import dev.cordon.domain.store.StoreOrder;
import dev.cordon.domain.store.Window;
import dev.cordon.woocommerce.store.SshStoreShell;
import dev.cordon.woocommerce.store.StoreClientSettings;
import dev.cordon.woocommerce.store.StorePace;
import dev.cordon.woocommerce.store.StoreSetting;
import dev.cordon.woocommerce.store.StoreTurns;
import dev.cordon.woocommerce.store.WooCommerceStoreGateway;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stand-in store, asked by the same client that asks real stores. */
class StandInStoreTest {

    private static final Instant NOW = Instant.parse("2027-03-04T10:00:00Z");
    private static final Window LAST_HOUR = new Window(NOW.minus(Duration.ofHours(1)), NOW);

    private final InstantSource clock = InstantSource.fixed(NOW);
    private final RecordedAttack attack = RecordedAttack.load();
    private final InMemoryStoreCredentials credentials = new InMemoryStoreCredentials();
    private final StoreGateway gateway =
            WooCommerceStoreGateway.within(
                    StoreClientSettings.DEFAULT.withLoopback(),
                    new StoreTurns(new StorePace(4, 1000), clock),
                    credentials,
                    StoreSetting.with(new SshStoreShell(StoreClientSettings.DEFAULT, credentials)),
                    clock);

    @TempDir private Path folder;
    private Replays replays;
    private StandInStore standIn;
    private Store store;

    @BeforeEach
    void open() {
        replays = Replays.of(attack, folder.resolve("replays"));
        standIn = StandInStore.open(0, new StandInRecords(replays, clock));
        store = StoreFixtures.fjordshopAt(standIn.url());
        credentials.put(store.id(), StandInStore.ACCESS);
    }

    @AfterEach
    void close() {
        standIn.close();
    }

    @Test
    void connectionCheckFindsAllItWantsAndThatItIsAStandIn() {
        var report = gateway.check(store);

        assertThat(report.checked())
                .containsExactly(ConnectionKind.REST_KEY, ConnectionKind.APPLICATION_PASSWORD);
        for (var capability : Capability.values()) {
            assertThat(report.allows(capability))
                    .as(capability.name())
                    .isEqualTo(capability.ways().contains(ConnectionKind.APPLICATION_PASSWORD));
        }
        assertThat(report.facts().siteName()).contains("stand-in", "made up");
    }

    @Test
    void anotherKeyIsRefused() {
        credentials.put(
                store.id(),
                StoreAccess.with(
                        new RestCredential.WooKey("ck_" + "1".repeat(40), "cs_" + "1".repeat(40))));

        assertThat(gateway.check(store).isUsable()).isFalse();
    }

    @Test
    void ordersLieInThePastAndArePagedAndWindowed() {
        var all = new ArrayList<StoreOrder>();

        var read =
                PagesRead.each(
                        PageCursor.START,
                        page ->
                                gateway.orders(
                                        store,
                                        new Window(NOW.minus(Duration.ofDays(9)), NOW),
                                        page),
                        all::addAll);

        assertThat(read.isComplete()).isTrue();
        assertThat(all).hasSize(100).allMatch(order -> order.createdAt().isBefore(NOW));
    }

    @Test
    void sessionsLieWhereTheReplayPutTheLogLinesAndSayThatTheyAreMadeUp() {
        replays.add(Duration.between(attack.begin(), NOW.minusSeconds(600)));
        var sessions = new ArrayList<LoginSession>();

        PagesRead.each(
                PageCursor.START,
                page -> gateway.loginSessions(store, LAST_HOUR, page),
                sessions::addAll);

        assertThat(sessions).hasSize(10).allMatch(LoginSession::madeUp);
        assertThat(sessions)
                .filteredOn(session -> session.address().startsWith("198.51.100."))
                .extracting(
                        LoginSession::address,
                        session -> session.account().language(),
                        LoginSession::loggedInAt)
                .containsExactly(
                        tuple("198.51.100.43", Locale.GERMAN, NOW.minusSeconds(600 - 24)),
                        tuple("198.51.100.48", Locale.ENGLISH, NOW.minusSeconds(600 - 30)));
    }

    @Test
    void everyAcceptedLoginOfTheLogHasASessionAtItsTime() {
        var shift = Duration.between(attack.begin(), NOW.minusSeconds(600));
        replays.add(shift);
        var log = attack.lines(Duration.ZERO, attack.length().plusSeconds(1), shift);
        var accepted =
                log.stream()
                        .filter(line -> line.contains("\"POST /my-account/ HTTP/1.1\" 302 "))
                        .map(line -> line.substring(0, line.indexOf(' ')))
                        .toList();
        var sessions = new ArrayList<LoginSession>();

        PagesRead.each(
                PageCursor.START,
                page -> gateway.loginSessions(store, LAST_HOUR, page),
                sessions::addAll);

        assertThat(sessions)
                .extracting(LoginSession::address)
                .containsExactlyInAnyOrderElementsOf(accepted);
    }

    @Test
    void loginThatHasNotHappenedYetIsNotThere() {
        replays.add(Duration.between(attack.begin(), NOW.minusSeconds(25)));
        var sessions = new ArrayList<LoginSession>();

        PagesRead.each(
                PageCursor.START,
                page -> gateway.loginSessions(store, LAST_HOUR, page),
                sessions::addAll);

        assertThat(sessions).extracting(LoginSession::address).containsExactly("198.51.100.43");
    }

    @Test
    void sessionsOfEarlierReplaysAreThereAfterARestart() {
        replays.add(Duration.between(attack.begin(), NOW.minusSeconds(600)));
        standIn.close();
        var kept = Replays.of(attack, folder.resolve("replays"));
        standIn = StandInStore.open(standIn.port(), new StandInRecords(kept, clock));
        var sessions = new ArrayList<LoginSession>();

        var read =
                PagesRead.each(
                        PageCursor.START,
                        page -> gateway.loginSessions(store, LAST_HOUR, page),
                        sessions::addAll);

        assertThat(read.isComplete()).isTrue();
        assertThat(sessions).hasSize(10);
    }

    @Test
    void accountsUsedTodayAreActive() {
        replays.add(Duration.between(attack.begin(), NOW.minusSeconds(600)));
        var active = new ArrayList<ActiveCustomer>();

        PagesRead.each(
                PageCursor.START,
                page -> gateway.activeCustomers(store, NOW.minusSeconds(700), page),
                active::addAll);

        assertThat(active)
                .extracting(ActiveCustomer::customer)
                .extracting(StoreCustomer::id)
                .contains(212L, 93L);
        assertThat(active.size()).isBetween(10, 89);
    }

    @Test
    void takenPortIsLeftForAnother() {
        try (var second = StandInStore.open(standIn.port(), new StandInRecords(replays, clock))) {
            assertThat(second.port()).isNotEqualTo(standIn.port());
        }
    }
}
