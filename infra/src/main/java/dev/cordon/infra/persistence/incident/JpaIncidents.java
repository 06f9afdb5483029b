package dev.cordon.infra.persistence.incident;

import dev.cordon.application.incident.Incidents;
import dev.cordon.application.kernel.Page;
import dev.cordon.domain.incident.Incident;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.incident.Reference;
import dev.cordon.domain.incident.Stage;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.infra.persistence.AuditedRows;
import dev.cordon.infra.persistence.Counters;
import dev.cordon.infra.persistence.Rows;
import jakarta.persistence.EntityManager;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Repository;

@Repository
class JpaIncidents implements Incidents {

    private static final List<Stage> OVER =
            Arrays.stream(Stage.values()).filter(Stage::isOver).toList();

    private final EntityManager em;
    private final AuditedRows rows;
    private final Counters counters;

    JpaIncidents(EntityManager em, AuditedRows rows, Counters counters) {
        this.em = em;
        this.rows = rows;
        this.counters = counters;
    }

    @Override
    public Optional<Incident> find(IncidentId id, StoreScope scope) {
        return Optional.ofNullable(em.find(IncidentRow.class, id.value()))
                .filter(row -> row.isWithin(scope))
                .map(IncidentRow::toDomain);
    }

    @Override
    public Optional<Incident> findByReference(Reference reference, StoreScope scope) {
        return Rows.of(em, IncidentRow.class)
                .within(scope)
                .where("r.reference = :reference", "reference", reference.value())
                .all("r.id")
                .stream()
                .findFirst()
                .map(IncidentRow::toDomain);
    }

    @Override
    public Page<Incident> list(Filter filter, StoreScope scope, Page.Request page) {
        return rows(filter, scope)
                .page("times.declared", page, IncidentRow::place, IncidentRow::toDomain);
    }

    @Override
    public int count(Filter filter, StoreScope scope) {
        return rows(filter, scope).count();
    }

    @Override
    public long nextNumber(int year) {
        return counters.next("incident/" + year);
    }

    @Override
    public void save(Transition<Incident> change) {
        var incident = change.state();
        rows.save(
                IncidentRow.class,
                incident.id().value(),
                incident.version(),
                change,
                IncidentRow::new);
    }

    private Rows<IncidentRow> rows(Filter filter, StoreScope scope) {
        var rows = Rows.of(em, IncidentRow.class).within(scope);
        if (filter.open() != null) {
            rows.where(filter.open() ? "r.stage not in :over" : "r.stage in :over", "over", OVER);
        }
        if (filter.severity() != null) {
            rows.where("r.severity = :severity", "severity", filter.severity());
        }
        if (filter.store() != null) {
            rows.where("r.store = :store", "store", filter.store().value());
        }
        if (filter.text() != null) {
            rows.where(
                    "position(:text in lower(r.reference||' '||r.codename||' '||r.title)) > 0",
                    "text",
                    filter.text().strip().toLowerCase(Locale.ROOT));
        }
        return rows;
    }
}
