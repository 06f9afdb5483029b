package dev.cordon.application.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Supplier;

/** One transaction for a {@link dev.cordon.application.stereotype.StreamingUseCase}. */
public interface UnitOfWork {

    /** Runs the work in a transaction of its own and returns after the commit. */
    <T> T commit(Supplier<T> work);

    /** Work that reads or writes more than the database, and may break off. */
    @FunctionalInterface
    interface Reaching<T> {
        T run() throws IOException;
    }

    /**
     * The same for work that may break off.
     *
     * @throws IOException if it did; nothing was committed
     */
    default <T> T reach(Reaching<T> work) throws IOException {
        try {
            return commit(
                    () -> {
                        try {
                            return work.run();
                        } catch (IOException broken) {
                            throw new UncheckedIOException(broken);
                        }
                    });
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
    }

    default void run(Runnable work) {
        commit(
                () -> {
                    work.run();
                    return true;
                });
    }
}
