package dev.cordon.infra.security;

import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.people.Access;
import dev.cordon.domain.people.AutomationPolicy;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is bound around a running use case, and outside its transaction: the listener that writes
 * the revision runs at commit, when the use case's own body is long over.
 */
public final class CallerContext {

    /**
     * A running call.
     *
     * @param useCase the use case's class name; of the outermost one if it asks queries
     * @param scope the stores for which the caller holds the permission that is required
     * @param access everything else the caller may do
     */
    public record Call(String useCase, Actor actor, StoreScope scope, Access access) {}

    private static final ScopedValue<Call> CALL = ScopedValue.newInstance();

    private static final ScopedValue<AutomationPolicy> AUTOMATION = ScopedValue.newInstance();

    private CallerContext() {}

    /** The running call; empty outside every use case. */
    public static Optional<Call> current() {
        return CALL.isBound() ? Optional.of(CALL.get()) : Optional.empty();
    }

    /** Runs a job as an automation; bound by the job at its outermost edge. */
    public static void runAs(AutomationPolicy automation, Runnable job) {
        ScopedValue.where(AUTOMATION, automation).run(job);
    }

    /** Runs a job that has an answer as an automation. */
    public static <T, X extends Throwable> T callAs(
            AutomationPolicy automation, ScopedValue.CallableOp<? extends T, X> job) throws X {
        return ScopedValue.where(AUTOMATION, automation).call(job);
    }

    static Optional<AutomationPolicy> automation() {
        return AUTOMATION.isBound() ? Optional.of(AUTOMATION.get()) : Optional.empty();
    }

    static <T extends @Nullable Object, X extends Throwable> T bind(
            Call call, ScopedValue.CallableOp<? extends T, X> body) throws X {
        return ScopedValue.where(CALL, call).call(body);
    }
}
