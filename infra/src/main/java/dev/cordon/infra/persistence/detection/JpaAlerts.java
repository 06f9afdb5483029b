package dev.cordon.infra.persistence.detection;

import dev.cordon.application.detection.AlertSummary;
import dev.cordon.application.detection.Alerts;
import dev.cordon.application.detection.Beginnings;
import dev.cordon.application.detection.RuleTally;
import dev.cordon.application.kernel.Page;
import dev.cordon.domain.detection.Alert;
import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.detection.AlertOrigin;
import dev.cordon.domain.kernel.Mode;
import dev.cordon.domain.kernel.StaleVersion;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.infra.persistence.AuditedRows;
import dev.cordon.infra.persistence.Rows;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.exception.ConstraintViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JpaAlerts implements Alerts {

    private final EntityManager em;
    private final AuditedRows rows;
    private final JdbcClient jdbc;
    private final AlertAddresses addresses;

    JpaAlerts(EntityManager em, AuditedRows rows, JdbcClient jdbc) {
        this.em = em;
        this.rows = rows;
        this.jdbc = jdbc;
        this.addresses = new AlertAddresses(jdbc);
    }

    @Override
    public Optional<Alert> find(AlertId id, StoreScope scope) {
        return Optional.ofNullable(em.find(AlertRow.class, id.value()))
                .filter(row -> row.isWithin(scope))
                .map(AlertRow::toDomain);
    }

    @Override
    public Optional<Alert> findByOrigin(StoreId store, AlertOrigin origin) {
        return Rows.of(em, AlertRow.class)
                .where("r.store = :store", "store", store.value())
                .where("r.sourceType = :type", "type", origin.sourceType())
                .where("r.source = :source", "source", origin.source())
                .where("r.sourceRef = :ref", "ref", origin.reference())
                .all("r.id")
                .stream()
                .findFirst()
                .map(AlertRow::toDomain);
    }

    @Override
    public List<Alert> recent(StoreId store, Mode mode, Instant lastSeenSince) {
        return domain(
                Rows.of(em, AlertRow.class)
                        .where("r.store = :store", "store", store.value())
                        .where("r.sourceType = :type", "type", AlertOrigin.DETECTION)
                        .where("r.mode = :mode", "mode", mode)
                        .where("r.lastSeenAt >= :since", "since", lastSeenSince)
                        .all("r.id"));
    }

    @Override
    public List<Alert> escalatedInto(UUID incident) {
        return domain(
                Rows.of(em, AlertRow.class)
                        .where("r.phase.incident = :incident", "incident", incident)
                        .all("r.detectedAt, r.id"));
    }

    @Override
    public Page<Alert> list(Filter filter, StoreScope scope, Page.Request page) {
        var lines = lines(filter, scope, page);
        var ids = lines.items().stream().map(line -> line.id().value()).toList();
        var read =
                Rows.of(em, AlertRow.class).where("r.id in :ids", "ids", ids).all("r.id").stream()
                        .collect(Collectors.toMap(AlertRow::id, AlertRow::toDomain));
        return new Page<>(ids.stream().map(read::get).toList(), lines.next());
    }

    @Override
    public Page<AlertSummary> lines(Filter filter, StoreScope scope, Page.Request page) {
        return new AlertLines(jdbc, filter, scope).page(page);
    }

    @Override
    public int count(Filter filter, StoreScope scope) {
        return new AlertLines(jdbc, filter, scope).count();
    }

    @Override
    public List<AlertSummary> sharingAddresses(Alert alert, int most) {
        return addresses.shared(alert, most);
    }

    @Override
    public List<AlertSummary> similar(Alert alert, int most) {
        return new SimilarAlerts(jdbc).of(alert, most);
    }

    @Override
    public List<Beginnings> beginnings(Instant since, StoreScope scope) {
        return addresses.beginnings(since, scope);
    }

    @Override
    public List<RuleTally> tallies(StoreId store, Instant detectedSince) {
        return new RuleTallies(jdbc).of(store, detectedSince);
    }

    @Override
    public void save(Transition<Alert> change) {
        var alert = change.state();
        var row = em.find(AlertRow.class, alert.id().value());
        var known = row == null ? 0 : row.addressesKept();
        try {
            rows.save(AlertRow.class, alert.id().value(), alert.version(), change, AlertRow::new);
        } catch (ConstraintViolationException e) {
            throw new StaleVersion("the alert of " + alert.origin(), alert.version());
        }
        if (alert.finding().addresses().size() > known) {
            addresses.add(alert);
        }
    }

    private static List<Alert> domain(List<AlertRow> rows) {
        return rows.stream().map(AlertRow::toDomain).toList();
    }
}
