package dev.cordon.infra.persistence;

import dev.cordon.domain.kernel.Version;

/**
 * An aggregate's row, with history.
 *
 * @param <S> the aggregate
 */
public interface AuditedRow<S> {

    /** Takes the state over; on a managed row, so that only what differs becomes history. */
    void copyFrom(S state);

    /** How often the row was stored. */
    Version version();

    /** Hibernate counts stores from 0, the domain from 1: 0 is what was never stored. */
    static Version version(long column) {
        return new Version(column + 1);
    }
}
