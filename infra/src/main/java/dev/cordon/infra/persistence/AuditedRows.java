package dev.cordon.infra.persistence;

import dev.cordon.domain.kernel.StaleVersion;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.domain.kernel.Version;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** The one way in which an aggregate gets into its row. */
@Component
public class AuditedRows {

    private final EntityManager em;
    private final Consequences consequences;

    AuditedRows(EntityManager em, Consequences consequences) {
        this.em = em;
        this.consequences = consequences;
    }

    /**
     * Copies the new state into the managed row and lets the facts have their consequences.
     *
     * @param seen the version of the state that the change was decided on
     * @param empty makes the row of a thing that was never stored
     * @throws StaleVersion if somebody else stored since; nothing of this change is kept
     */
    public <S, I, R extends AuditedRow<S>> R save(
            Class<R> type, I id, Version seen, Transition<S> change, Function<I, R> empty) {
        var row = em.find(type, id);
        if (!(row == null ? Version.NEW : row.version()).equals(seen)) {
            throw stale(change, id, seen);
        }
        try {
            var kept = row == null ? empty.apply(id) : row;
            kept.copyFrom(change.state());
            if (row == null) {
                em.persist(kept);
            }
            em.flush();
            consequences.of(change);
            return kept;
        } catch (OptimisticLockException e) {
            throw stale(change, id, seen);
        }
    }

    private static StaleVersion stale(Transition<?> change, Object id, Version seen) {
        return new StaleVersion(change.state().getClass().getSimpleName() + " " + id, seen);
    }
}
