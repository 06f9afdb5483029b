package dev.cordon.domain.breach;

import static dev.cordon.domain.incident.IncidentFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.breach.AffectedPerson.Why;
import dev.cordon.domain.detection.log.Address;
import dev.cordon.domain.store.ActiveCustomer;
import dev.cordon.domain.store.LoginSession;
import dev.cordon.domain.store.StoreCustomer;
import dev.cordon.domain.store.StoreOrder;
import dev.cordon.domain.store.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AffectedPeopleRuleTest {

    private static final String ATTACKER = "198.51.100.43";
    private static final String CUSTOMER = "198.18.177.34";
    private static final Window WINDOW = new Window(NOON.minusSeconds(600), NOON.plusSeconds(600));

    @Test
    void sessionsThatExplainEveryAcceptedLoginGiveAnExactAnswer() {
        var rule = new AffectedPeopleRule(exposureWith(2));

        rule.see(login(7, ATTACKER, NOON));
        rule.see(login(8, ATTACKER, NOON.plusSeconds(5)));
        rule.see(login(9, CUSTOMER, NOON));

        assertThat(rule.basis()).isEqualTo(Basis.EXACT);
        assertThat(rule.people()).extracting(p -> p.customer().id()).containsExactly(7L, 8L);
        assertThat(rule.people())
                .extracting(AffectedPerson::why)
                .containsOnly(Why.ENTERED_FROM_ATTACKING_ADDRESS);
    }

    @Test
    void oneUnexplainedLoginMakesItAnUpperBoundOfAllUsedAccounts() {
        var rule = new AffectedPeopleRule(exposureWith(3));

        rule.see(login(7, ATTACKER, NOON));
        rule.see(login(8, ATTACKER, NOON));
        rule.see(login(9, CUSTOMER, NOON));
        rule.see(order(10, NOON));
        rule.see(new ActiveCustomer(customer(11), NOON.plusSeconds(7200)));

        assertThat(rule.basis()).isEqualTo(Basis.UPPER_BOUND);
        assertThat(rule.people())
                .extracting(p -> p.customer().id())
                .containsExactly(7L, 8L, 9L, 10L, 11L);
    }

    @Test
    void withoutAnySessionRecordNothingIsExact() {
        var rule = new AffectedPeopleRule(exposureWith(0));

        rule.see(order(10, NOON));

        assertThat(rule.basis()).isEqualTo(Basis.UPPER_BOUND);
    }

    @Test
    void whatLiesOutsideTheWindowDoesNotCount() {
        var rule = new AffectedPeopleRule(exposureWith(1));

        rule.see(login(7, ATTACKER, NOON.minusSeconds(601)));
        rule.see(order(10, NOON.plusSeconds(600)));
        rule.see(new ActiveCustomer(customer(11), NOON.minus(Duration.ofDays(2))));

        assertThat(rule.people()).isEmpty();
    }

    @Test
    void aGuestHasNoAccountToEnter() {
        var rule = new AffectedPeopleRule(exposureWith(1));

        rule.see(order(0, NOON));

        assertThat(rule.people()).isEmpty();
    }

    @Test
    void onePersonIsCountedOnce() {
        var rule = new AffectedPeopleRule(exposureWith(2));

        rule.see(login(7, ATTACKER, NOON));
        rule.see(login(7, ATTACKER, NOON.plusSeconds(9)));

        assertThat(rule.people()).hasSize(1);
        assertThat(rule.isExact()).isTrue();
    }

    @Test
    void madeUpRecordsStayMarked() {
        var rule = new AffectedPeopleRule(exposureWith(1));

        rule.see(new LoginSession(customer(7), ATTACKER, NOON, "", true));

        assertThat(rule.isMadeUp()).isTrue();
    }

    private static Exposure exposureWith(int acceptedLogins) {
        return new Exposure(WINDOW, Set.of(Address.of(ATTACKER).orElseThrow()), acceptedLogins);
    }

    private static LoginSession login(long account, String address, Instant at) {
        return new LoginSession(customer(account), address, at, "", false);
    }

    private static StoreOrder order(long account, Instant at) {
        return new StoreOrder(1, "1", "processing", at, customer(account), CUSTOMER);
    }

    private static StoreCustomer customer(long id) {
        return new StoreCustomer(id, id + "@example.org", "A", "B", "DE", "", null);
    }
}
