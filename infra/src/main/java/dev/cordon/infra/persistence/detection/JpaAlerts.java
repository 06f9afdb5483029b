package dev.cordon.infra.persistence.detection;

import dev.cordon.application.detection.Alerts;
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
import org.hibernate.exception.ConstraintViolationException;
import org.springframework.stereotype.Repository;

@Repository
class JpaAlerts implements Alerts {

    private final EntityManager em;
    private final AuditedRows rows;

    JpaAlerts(EntityManager em, AuditedRows rows) {
        this.em = em;
        this.rows = rows;
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
        return rows(filter, scope).page("detectedAt", page, AlertRow::place, AlertRow::toDomain);
    }

    @Override
    public int count(Filter filter, StoreScope scope) {
        return rows(filter, scope).count();
    }

    @Override
    public void save(Transition<Alert> change) {
        var alert = change.state();
        try {
            rows.save(AlertRow.class, alert.id().value(), alert.version(), change, AlertRow::new);
        } catch (ConstraintViolationException e) {
            throw new StaleVersion("the alert of " + alert.origin(), alert.version());
        }
    }

    private Rows<AlertRow> rows(Filter filter, StoreScope scope) {
        var rows = Rows.of(em, AlertRow.class).within(scope);
        if (!filter.statuses().isEmpty()) {
            rows.where("r.phase.status in :statuses", "statuses", filter.statuses());
        }
        if (filter.severity() != null) {
            rows.where("r.severity = :severity", "severity", filter.severity());
        }
        if (filter.store() != null) {
            rows.where("r.store = :store", "store", filter.store().value());
        }
        if (filter.address() != null) {
            rows.where(
                    "position(:address in r.addresses) > 0",
                    "address",
                    " " + filter.address() + " ");
        }
        return rows;
    }

    private static List<Alert> domain(List<AlertRow> rows) {
        return rows.stream().map(AlertRow::toDomain).toList();
    }
}
