package dev.cordon.infra.persistence;

import java.time.InstantSource;
import org.hibernate.envers.RevisionListener;
import org.springframework.stereotype.Component;

/** Writes into each revision who is at work. Without a running use case there is no revision. */
@Component
class RevisionWriter implements RevisionListener {

    private final ChangeContext context;
    private final InstantSource clock;

    RevisionWriter(ChangeContext context, InstantSource clock) {
        this.context = context;
        this.clock = clock;
    }

    @Override
    public void newRevision(Object revision) {
        ((RevisionRow) revision)
                .by(context.actor().reference(), context.useCase(), clock.instant());
    }
}
