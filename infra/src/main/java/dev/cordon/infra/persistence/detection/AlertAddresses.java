package dev.cordon.infra.persistence.detection;

import static dev.cordon.infra.persistence.Times.instant;
import static dev.cordon.infra.persistence.Times.utc;

import dev.cordon.application.detection.AlertSummary;
import dev.cordon.application.detection.Beginnings;
import dev.cordon.domain.detection.AddressFacts;
import dev.cordon.domain.detection.Alert;
import dev.cordon.domain.detection.AttackKind;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.StoreScope;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which address attacked in which alert, to search and to count in. */
final class AlertAddresses {

    /** So many addresses of an alert are looked up elsewhere. */
    private static final int LOOKED_UP = 200;

    private final JdbcClient jdbc;

    AlertAddresses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds those that are not known yet: a finding takes none back. */
    void add(Alert alert) {
        var facts = alert.finding().addresses();
        jdbc.sql(
                        """
                        insert into alert_address (alert, address, first_seen)
                        select :alert, cast(x.address as inet), x.first_seen
                        from unnest(cast(:addresses as text[]), cast(:seen as timestamptz[]))
                            as x(address, first_seen)
                        on conflict (address, alert) do nothing
                        """)
                .param("alert", alert.id().value())
                .param("addresses", texts(facts))
                .param(
                        "seen",
                        facts.stream()
                                .map(each -> each.firstSeen().toString())
                                .toArray(String[]::new))
                .update();
    }

    List<AlertSummary> shared(Alert alert, int most) {
        var some = alert.finding().addresses().stream().limit(LOOKED_UP).toList();
        return jdbc.sql(
                        AlertLines.COLUMNS
                                + """
                                where a.store = :store and a.id <> :alert and a.id in (
                                    select x.alert from alert_address x
                                    where x.address = any(cast(:addresses as inet[])))
                                order by a.detected_at desc, a.id desc limit :most
                                """)
                .param("store", alert.store().value())
                .param("alert", alert.id().value())
                .param("addresses", texts(some))
                .param("most", most)
                .query(AlertLines::line)
                .list();
    }

    List<Beginnings> beginnings(Instant since, StoreScope scope) {
        return jdbc.sql(
                        """
                        select date_trunc('hour', x.first_seen) as hour, a.kind, count(*) as addresses
                        from alert_address x join alert a on a.id = x.alert
                        where x.first_seen >= :since and (:everywhere or a.store = any(:stores))
                        group by 1, 2 order by 1, 2
                        """)
                .param("since", utc(since))
                .param("everywhere", scope instanceof StoreScope.All)
                .param("stores", stores(scope))
                .query(
                        (row, _) ->
                                new Beginnings(
                                        instant(row, "hour"),
                                        AttackKind.valueOf(row.getString("kind")),
                                        row.getInt("addresses")))
                .list();
    }

    private static UUID[] stores(StoreScope scope) {
        return scope instanceof StoreScope.Only(var stores)
                ? stores.stream().map(StoreId::value).toArray(UUID[]::new)
                : new UUID[0];
    }

    private static String[] texts(List<AddressFacts> facts) {
        return facts.stream().map(each -> each.address().toString()).toArray(String[]::new);
    }
}
