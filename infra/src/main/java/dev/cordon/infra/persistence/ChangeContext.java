package dev.cordon.infra.persistence;

import dev.cordon.domain.kernel.Actor;

/**
 * Who changes something right now, and through which use case. Bound outside the transaction,
 * because history is written at its end.
 */
public interface ChangeContext {

    /**
     * @throws OutsideUseCase if no use case is running
     */
    Actor actor();

    /**
     * The use case's name, {@code AcknowledgeIncident}.
     *
     * @throws OutsideUseCase if no use case is running
     */
    String useCase();

    /** A record was about to be changed and nobody was there to answer for it. */
    class OutsideUseCase extends IllegalStateException {
        public OutsideUseCase() {
            super("records change inside a use case only; nothing was stored");
        }
    }
}
