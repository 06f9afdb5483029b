package dev.cordon.application.kernel;

import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.people.Permission;

/**
 * Who calls the running use case, and for which stores.
 *
 * <p>Bound outside the transaction: by the security context of a request, or by a job at its outer
 * edge.
 */
public interface Caller {

    /** Who acts. Never absent inside a use case: a call without a caller was refused before. */
    Actor actor();

    /**
     * The person who acts, for what only a person may do.
     *
     * @throws PersonRequired if an automation calls
     */
    default Actor.Person person() {
        if (actor() instanceof Actor.Person person) {
            return person;
        }
        throw new PersonRequired(actor().name());
    }

    /** An automation tried what only a person may do. */
    class PersonRequired extends RuntimeException {
        public PersonRequired(String automation) {
            super("only a person may do this, not the automation " + automation);
        }
    }

    /** The stores for which the caller holds the permission that the running use case requires. */
    StoreScope scope();

    /**
     * Whether the caller may do something else too: for what a view offers, and for how much of a
     * person a reader is shown. Never in place of the permission that a use case requires.
     */
    boolean may(Permission permission);
}
