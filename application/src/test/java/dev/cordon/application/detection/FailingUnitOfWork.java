package dev.cordon.application.detection;

import dev.cordon.application.kernel.UnitOfWork;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** A unit of work whose database is gone while the condition holds. */
record FailingUnitOfWork(UnitOfWork work, BooleanSupplier down) implements UnitOfWork {

    @Override
    public <T> T commit(Supplier<T> body) {
        if (down.getAsBoolean()) {
            throw new IllegalStateException("the database is not there");
        }
        return work.commit(body);
    }
}
