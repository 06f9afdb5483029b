package dev.cordon.application.kernel;

import java.util.function.Supplier;

/** One transaction for a {@link dev.cordon.application.stereotype.StreamingUseCase}. */
public interface UnitOfWork {

    /** Runs the work in a transaction of its own and returns after the commit. */
    <T> T commit(Supplier<T> work);

    default void run(Runnable work) {
        commit(
                () -> {
                    work.run();
                    return true;
                });
    }
}
