package dev.cordon.ui.detection;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import dev.cordon.application.detection.Alerts;
import dev.cordon.domain.detection.AlertSeverity;
import dev.cordon.domain.detection.AttackKind;
import dev.cordon.domain.detection.log.Address;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.ui.detection.ListedAlerts.Standing;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListedAlertsTest {

    private static final Actor.Person RITA = new Actor.Person("rita");
    private static final StoreId STORE = new StoreId(new UUID(0, 7));
    private static final ListedAlerts ALL_OF_IT =
            new ListedAlerts(
                    Standing.ALL,
                    true,
                    AlertSeverity.HIGH,
                    AttackKind.CARD_TESTING,
                    STORE,
                    "50 % off & more");

    @Test
    void whatIsListedComesBackFromTheAddress() {
        var address = ALL_OF_IT.query().substring(1);

        var read = ListedAlerts.of(QueryParameters.fromString(address));

        assertThat(read).isEqualTo(ALL_OF_IT);
    }

    @Test
    void withoutAQuestionTheOpenOnesAreListed() {
        var read = ListedAlerts.of(QueryParameters.empty());

        assertThat(read).isEqualTo(ListedAlerts.OPEN);
        assertThat(read.query()).isEmpty();
        assertThat(read.filter(RITA)).isEqualTo(Alerts.Filter.OPEN.saying(""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"status=closed", "severity=HIGH", "kind=rain", "store=1", "status=&kind="})
    void whatIsSaidWronglyCountsAsNotSaid(String query) {
        var read = ListedAlerts.of(QueryParameters.fromString(query));

        assertThat(read).isEqualTo(ListedAlerts.OPEN);
    }

    @Test
    void aStoreThatTheViewerDoesNotSeeIsNotAskedFor() {
        var read = ListedAlerts.OPEN.in(STORE);

        assertThat(read.within(Map.of())).isEqualTo(ListedAlerts.OPEN);
        assertThat(read.within(Map.of(STORE, "fjordshop"))).isEqualTo(read);
    }

    @Test
    void anAddressIsLookedUpAsOneAndNotAsWords() {
        var filter = ListedAlerts.OPEN.saying(" 192.0.2.7 ").filter(RITA);

        assertThat(filter.address()).isEqualTo(Address.of("192.0.2.7").orElseThrow());
        assertThat(filter.text()).isEmpty();
    }

    @Test
    void mineAreTheViewers() {
        assertThat(ListedAlerts.OPEN.turnMine().filter(RITA).takenBy()).isEqualTo(RITA);
        assertThat(ListedAlerts.OPEN.turnMine().turnMine().filter(RITA).takenBy()).isNull();
    }

    @Test
    void aLongQuestionIsCut() {
        var read = ListedAlerts.of(QueryParameters.of("q", "a".repeat(5_000)));

        assertThat(read.text()).hasSize(200);
    }
}
