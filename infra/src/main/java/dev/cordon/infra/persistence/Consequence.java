package dev.cordon.infra.persistence;

import dev.cordon.domain.kernel.DomainEvent;

/** What follows from a fact, stored in the same transaction as the fact: mostly a durable job. */
public interface Consequence {

    /** Called once for each fact of a saved transition; ignores the facts it does not know. */
    void of(DomainEvent fact);
}
