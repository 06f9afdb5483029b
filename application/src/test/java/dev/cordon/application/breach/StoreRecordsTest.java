package dev.cordon.application.breach;

import static dev.cordon.domain.store.StoreFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.application.store.FakeStoreGateway;
import dev.cordon.domain.breach.Basis;
import dev.cordon.domain.breach.Exposure;
import dev.cordon.domain.detection.log.Address;
import dev.cordon.domain.store.ActiveCustomer;
import dev.cordon.domain.store.LoginSession;
import dev.cordon.domain.store.StoreCustomer;
import dev.cordon.domain.store.StoreFailure;
import dev.cordon.domain.store.StoreFixtures;
import dev.cordon.domain.store.StoreOrder;
import dev.cordon.domain.store.Window;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StoreRecordsTest {

    private static final String ATTACKER = "198.51.100.43";
    private static final Exposure TWO_LOGINS =
            new Exposure(
                    new Window(NOON.minusSeconds(600), NOON.plusSeconds(600)),
                    Set.of(Address.of(ATTACKER).orElseThrow()),
                    2);

    private final FakeStoreGateway store = new FakeStoreGateway();

    @Test
    void sessionRecordsThatExplainAllAnswerExactly() {
        store.withSessions(List.of(login(7, ATTACKER), login(8, ATTACKER), login(9, "192.0.2.1")));

        var found = ask();

        assertThat(found.result().basis()).isEqualTo(Basis.EXACT);
        assertThat(found.result().gap()).isEmpty();
        assertThat(found.people()).extracting(p -> p.customer().id()).containsExactly(7L, 8L);
    }

    @Test
    void aStoreWithoutSessionRecordsGivesAnUpperBoundAndSaysWhy() {
        store.with(order(10)).with(new ActiveCustomer(customer(11), NOON.plusSeconds(9)));

        var found = ask();

        assertThat(found.result().basis()).isEqualTo(Basis.UPPER_BOUND);
        assertThat(found.result().gap()).contains("cordon-sensor");
        assertThat(found.people()).extracting(p -> p.customer().id()).containsExactly(10L, 11L);
    }

    @Test
    void sessionRecordsThatMissALoginAreNotCalledExact() {
        store.withSessions(List.of(login(7, ATTACKER), login(9, "192.0.2.1"))).with(order(10));

        var found = ask();

        assertThat(found.result().basis()).isEqualTo(Basis.UPPER_BOUND);
        assertThat(found.result().gap()).contains("1 of the 2");
        assertThat(found.people()).extracting(p -> p.customer().id()).containsExactly(7L, 9L, 10L);
    }

    @Test
    void aBoundThatWasReadOnlyInPartIsNone() {
        store.with(order(10)).with(order(11)).with(order(12)).pagesOf(2);
        store.failing(new StoreFailure.TimedOut(Duration.ofSeconds(10)), 2);

        var found = new StoreRecords(store).ask(StoreFixtures.fjordshop(), TWO_LOGINS);

        assertThat(found)
                .isEqualTo(
                        new StoreRecords.Found.Nothing(
                                new StoreFailure.TimedOut(Duration.ofSeconds(10)).sentence()));
    }

    @Test
    void aStoreThatAsksForAPauseIsAskedLater() {
        store.failing(new StoreFailure.RateLimited(Duration.ofSeconds(40)), 1);

        var found = new StoreRecords(store).ask(StoreFixtures.fjordshop(), TWO_LOGINS);

        assertThat(found).isEqualTo(new StoreRecords.Found.Later(Duration.ofSeconds(40)));
    }

    private StoreRecords.Found.People ask() {
        var found = new StoreRecords(store).ask(StoreFixtures.fjordshop(), TWO_LOGINS);
        assertThat(found).isInstanceOf(StoreRecords.Found.People.class);
        return (StoreRecords.Found.People) found;
    }

    private static LoginSession login(long account, String address) {
        return new LoginSession(customer(account), address, NOON, "", false);
    }

    private static StoreOrder order(long account) {
        return new StoreOrder(account, "1", "processing", NOON, customer(account), "192.0.2.9");
    }

    private static StoreCustomer customer(long id) {
        return new StoreCustomer(id, id + "@example.org", "A", "B", "DE", "", null);
    }
}
