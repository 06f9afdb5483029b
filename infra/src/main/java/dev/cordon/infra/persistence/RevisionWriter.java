package dev.cordon.infra.persistence;

import jakarta.persistence.EntityManager;
import java.time.InstantSource;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.envers.RevisionListener;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Writes into each revision who is at work, and has it recorded at the end of its transaction, when
 * all its rows are written. Without a running use case there is no revision.
 */
@Component
class RevisionWriter implements RevisionListener {

    private final ChangeContext context;
    private final InstantSource clock;
    private final ObjectProvider<EntityManager> em;
    private final ObjectProvider<RevisionRecorder> recorder;

    RevisionWriter(
            ChangeContext context,
            InstantSource clock,
            ObjectProvider<EntityManager> em,
            ObjectProvider<RevisionRecorder> recorder) {
        this.context = context;
        this.clock = clock;
        this.em = em;
        this.recorder = recorder;
    }

    /** Envers asked to be called before the commit before it calls this: we come after it. */
    @Override
    public void newRevision(Object revision) {
        var row = (RevisionRow) revision;
        row.by(context.actor().reference(), context.useCase(), clock.instant());
        em.getObject()
                .unwrap(SharedSessionContractImplementor.class)
                .getTransactionCompletionCallbacks()
                .registerCallback(_ -> recorder.getObject().record(row.number()));
    }
}
