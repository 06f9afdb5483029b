package dev.cordon.infra.persistence.breach;

import dev.cordon.application.breach.Determinations;
import dev.cordon.application.kernel.Page;
import dev.cordon.domain.breach.AffectedPerson;
import dev.cordon.domain.breach.Determination;
import dev.cordon.domain.breach.DeterminationId;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.infra.persistence.AuditedRows;
import dev.cordon.infra.persistence.Rows;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

@Repository
class JpaDeterminations implements Determinations {

    private final EntityManager em;
    private final AuditedRows rows;
    private final SealedPeople people;

    JpaDeterminations(EntityManager em, AuditedRows rows, SealedPeople people) {
        this.em = em;
        this.rows = rows;
        this.people = people;
    }

    @Override
    public Optional<Determination> find(DeterminationId id, StoreScope scope) {
        return Optional.ofNullable(em.find(DeterminationRow.class, id.value()))
                .filter(row -> row.isWithin(scope))
                .map(DeterminationRow::toDomain);
    }

    /** Ids are time-ordered: the greatest one is the latest. */
    @Override
    public Optional<Determination> latest(IncidentId incident) {
        return Rows.of(em, DeterminationRow.class)
                .where("r.incident = :incident", "incident", incident.value())
                .all("r.id desc")
                .stream()
                .findFirst()
                .map(DeterminationRow::toDomain);
    }

    @Override
    public void save(Transition<Determination> change) {
        var determination = change.state();
        rows.save(
                DeterminationRow.class,
                determination.id().value(),
                determination.version(),
                change,
                DeterminationRow::new);
    }

    @Override
    public void append(DeterminationId id, List<AffectedPerson> found) {
        people.append(id, found);
    }

    @Override
    public Page<AffectedPerson> people(DeterminationId id, Page.Request page) {
        return people.page(id, page);
    }
}
