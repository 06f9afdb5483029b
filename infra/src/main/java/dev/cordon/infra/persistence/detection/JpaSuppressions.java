package dev.cordon.infra.persistence.detection;

import static dev.cordon.infra.persistence.Times.instant;
import static dev.cordon.infra.persistence.Times.utc;

import dev.cordon.application.detection.SuppressionSummary;
import dev.cordon.application.detection.Suppressions;
import dev.cordon.application.kernel.Page;
import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.detection.Suppression;
import dev.cordon.domain.detection.SuppressionId;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.infra.persistence.AuditedRows;
import dev.cordon.infra.persistence.Cursor;
import dev.cordon.infra.persistence.Rows;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JpaSuppressions implements Suppressions {

    private final EntityManager em;
    private final AuditedRows rows;
    private final JdbcClient jdbc;

    JpaSuppressions(EntityManager em, AuditedRows rows, JdbcClient jdbc) {
        this.em = em;
        this.rows = rows;
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Suppression> find(SuppressionId id, StoreScope scope) {
        return Optional.ofNullable(em.find(SuppressionRow.class, id.value()))
                .filter(row -> row.isWithin(scope))
                .map(SuppressionRow::toDomain);
    }

    @Override
    public List<Suppression> inForce(StoreId store, Instant at) {
        return Rows.of(em, SuppressionRow.class)
                .where("r.store = :store", "store", store.value())
                .where("r.until > :at", "at", at)
                .where("r.endedAt is null")
                .all("r.since, r.id")
                .stream()
                .map(SuppressionRow::toDomain)
                .toList();
    }

    @Override
    public Page<SuppressionSummary> list(StoreScope scope, Page.Request page) {
        var read =
                Rows.of(em, SuppressionRow.class)
                        .within(scope)
                        .page(
                                "since",
                                page,
                                row -> new Cursor(row.since(), row.id()),
                                SuppressionRow::toDomain);
        var hits = hits(read.items());
        return new Page<>(
                read.items().stream().map(each -> summary(each, hits)).toList(), read.next());
    }

    @Override
    public void hit(SuppressionId id, AlertId alert, Instant at) {
        jdbc.sql(
                        """
                        insert into suppression_hit (suppression, alert, at)
                        values (:suppression, :alert, :at)
                        on conflict (suppression, alert) do nothing
                        """)
                .param("suppression", id.value())
                .param("alert", alert.value())
                .param("at", utc(at))
                .update();
    }

    @Override
    public void save(Transition<Suppression> change) {
        var suppression = change.state();
        rows.save(
                SuppressionRow.class,
                suppression.id().value(),
                suppression.version(),
                change,
                SuppressionRow::new);
    }

    private record Hits(int count, Instant last) {}

    private static SuppressionSummary summary(Suppression suppression, Map<UUID, Hits> all) {
        var hits = all.get(suppression.id().value());
        return hits == null
                ? new SuppressionSummary(suppression, 0, null)
                : new SuppressionSummary(suppression, hits.count(), hits.last());
    }

    private Map<UUID, Hits> hits(List<Suppression> suppressions) {
        var found = new HashMap<UUID, Hits>();
        jdbc.sql(
                        """
                        select suppression, count(*) as hits, max(at) as last
                        from suppression_hit where suppression = any(:ids) group by suppression
                        """)
                .param(
                        "ids",
                        suppressions.stream().map(each -> each.id().value()).toArray(UUID[]::new))
                .query(
                        row -> {
                            found.put(
                                    row.getObject("suppression", UUID.class),
                                    new Hits(row.getInt("hits"), instant(row, "last")));
                        });
        return found;
    }
}
