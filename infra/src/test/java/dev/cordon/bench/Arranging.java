package dev.cordon.bench;

import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.domain.people.Permission;

/** Puts into the database what a benchmark needs: records change inside a use case only. */
@StreamingUseCase
public class Arranging {

    private final UnitOfWork work;

    Arranging(UnitOfWork work) {
        this.work = work;
    }

    @Requires(Permission.EVIDENCE_COLLECT)
    public boolean arrange(Runnable doing) {
        work.run(doing::run);
        return true;
    }
}
