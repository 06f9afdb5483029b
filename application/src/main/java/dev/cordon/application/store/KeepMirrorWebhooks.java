package dev.cordon.application.store;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.people.Permission;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreAnswer;
import dev.cordon.domain.store.StoreFailure;
import dev.cordon.domain.store.mirror.StoreWebhook;
import java.time.InstantSource;
import java.util.List;

/**
 * Sees to it that a store tells its mirror of changed orders: one webhook for each topic, switched
 * on. A store switches one off without telling anybody after six failures in a row, and goes on
 * counting where it was when it is switched on again: such a one is deleted and put there anew.
 * Once nobody wants them any more they are deleted.
 */
@StreamingUseCase
public class KeepMirrorWebhooks {

    /**
     * A new order and a changed one; WooCommerce tells no order's end by a webhook that is kept.
     */
    static final List<String> TOPICS = List.of("order.created", "order.updated");

    private static final String NAME = "Cordon: changed orders";

    public record Command(StoreId store) {}

    /** What came of it. */
    public enum Outcome {
        /** All are there. */
        KEPT,
        /** The store did not let them be looked after; their state says why. */
        STOPPED,
        /** Nobody wants them, and none of ours is there any more. */
        ENDED
    }

    private final Stores stores;
    private final MirrorPlans plans;
    private final StoreWebhooks webhooks;
    private final MirrorWebhooks kept;
    private final MirrorAddress address;
    private final UnitOfWork work;
    private final Caller caller;
    private final InstantSource clock;

    KeepMirrorWebhooks(
            Stores stores,
            MirrorPlans plans,
            StoreWebhooks webhooks,
            MirrorWebhooks kept,
            MirrorAddress address,
            UnitOfWork work,
            Caller caller,
            InstantSource clock) {
        this.stores = stores;
        this.plans = plans;
        this.webhooks = webhooks;
        this.kept = kept;
        this.address = address;
        this.work = work;
        this.caller = caller;
        this.clock = clock;
    }

    /** A call that the store did not answer as it should. */
    private static final class Failure extends Exception {
        private static final long serialVersionUID = 1;
        private final transient StoreFailure why;

        Failure(StoreFailure why) {
            this.why = why;
        }
    }

    @Requires(Permission.STORE_MIRROR)
    public Outcome keep(Command command) {
        var scope = caller.scope();
        var store = work.commit(() -> stores.get(command.store(), scope));
        var plan = work.commit(() -> plans.of(store.id()));
        try {
            var ours =
                    got(webhooks.all(store)).stream()
                            .filter(each -> each.address().equals(address.of(store.id())))
                            .toList();
            return plan.on() && plan.told() ? repair(store, ours) : remove(store, ours);
        } catch (Failure failure) {
            work.run(() -> kept.stopped(store.id(), failure.why.sentence()));
            return Outcome.STOPPED;
        }
    }

    private Outcome repair(Store store, List<StoreWebhook> ours) throws Failure {
        boolean first = work.commit(() -> kept.secret(store.id())).isEmpty();
        var secret = work.commit(() -> kept.secretFor(store.id()));
        boolean repaired = false;
        for (var topic : TOPICS) {
            var there = ours.stream().filter(each -> each.topic().equals(topic)).toList();
            // Without its secret nobody believes what one tells.
            if (first || there.size() != 1 || !there.getFirst().active()) {
                removeAll(store, there);
                got(webhooks.add(store, NAME, topic, address.of(store.id()), secret));
                repaired = true;
            }
        }
        boolean anew = repaired && !first;
        work.run(() -> kept.checked(store.id(), anew, clock.instant()));
        return Outcome.KEPT;
    }

    private Outcome remove(Store store, List<StoreWebhook> ours) throws Failure {
        removeAll(store, ours);
        work.run(() -> kept.forget(store.id()));
        return Outcome.ENDED;
    }

    private void removeAll(Store store, List<StoreWebhook> all) throws Failure {
        for (var each : all) {
            switch (webhooks.remove(store, each.id())) {
                case StoreAnswer.Failed<StoreWebhook>(StoreFailure.NotThere _) -> {
                    // Somebody was faster.
                }
                case StoreAnswer.Failed<StoreWebhook>(var why) -> throw new Failure(why);
                case StoreAnswer.Ok<StoreWebhook> _ -> {}
            }
        }
    }

    private static <T> T got(StoreAnswer<T> answer) throws Failure {
        return switch (answer) {
            case StoreAnswer.Ok<T>(var value) -> value;
            case StoreAnswer.Failed<T>(var why) -> throw new Failure(why);
        };
    }
}
