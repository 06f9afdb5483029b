package dev.cordon.infra.kernel;

import dev.cordon.application.kernel.UnitOfWork;
import java.util.function.Supplier;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Transactions of their own, never inside another: what was promised is committed on return. */
final class TransactionalWork implements UnitOfWork {

    private final TransactionTemplate transaction;

    TransactionalWork(PlatformTransactionManager transactions) {
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    @SuppressWarnings("NullAway") // Spring's template passes on what the work returned.
    public <T> T commit(Supplier<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a unit of work began inside a transaction");
        }
        return transaction.execute(_ -> work.get());
    }
}
