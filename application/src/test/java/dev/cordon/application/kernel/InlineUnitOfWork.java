package dev.cordon.application.kernel;

import java.util.function.Supplier;

/** Runs the work at once and remembers whether it runs, in the place of a transaction. */
public final class InlineUnitOfWork implements UnitOfWork {

    private boolean open;

    @Override
    public <T> T commit(Supplier<T> work) {
        open = true;
        try {
            return work.get();
        } finally {
            open = false;
        }
    }

    /** Whether a transaction would be open now. */
    public boolean isOpen() {
        return open;
    }
}
