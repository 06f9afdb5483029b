package dev.cordon.infra.persistence;

import dev.cordon.domain.kernel.Actor;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets somebody be at work, bound outside the transaction as in the program. */
public final class Acting implements ChangeContext {

    private record Call(Actor actor, String useCase) {}

    private static final ScopedValue<Call> CALL = ScopedValue.newInstance();

    private final ObjectProvider<PlatformTransactionManager> transactions;

    Acting(ObjectProvider<PlatformTransactionManager> transactions) {
        this.transactions = transactions;
    }

    /** One transaction, as one use case. */
    public <T> T as(Actor actor, String useCase, Supplier<T> work) {
        return ScopedValue.where(CALL, new Call(actor, useCase))
                .call(() -> transaction().execute(_ -> work.get()));
    }

    public void as(Actor actor, String useCase, Runnable work) {
        as(
                actor,
                useCase,
                () -> {
                    work.run();
                    return true;
                });
    }

    /** As a use case that opens its transactions itself. */
    public <T> T during(Actor actor, String useCase, Supplier<T> work) {
        return ScopedValue.where(CALL, new Call(actor, useCase)).call(work::get);
    }

    /** One transaction in which nobody answers for a change. */
    public void asNobody(Runnable work) {
        transaction().executeWithoutResult(_ -> work.run());
    }

    private TransactionTemplate transaction() {
        return new TransactionTemplate(transactions.getObject());
    }

    @Override
    public Actor actor() {
        return call().actor();
    }

    @Override
    public String useCase() {
        return call().useCase();
    }

    private static Call call() {
        if (!CALL.isBound()) {
            throw new OutsideUseCase();
        }
        return CALL.get();
    }
}
