package dev.cordon.application.store;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.people.Permission;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreAnswer;
import dev.cordon.domain.store.StoreCustomer;
import dev.cordon.domain.store.StoreFailure;
import dev.cordon.domain.store.StorePage;
import dev.cordon.domain.store.mirror.AccountReading;
import dev.cordon.domain.store.mirror.MirrorPlan;
import dev.cordon.domain.store.mirror.MirrorPosition;
import dev.cordon.domain.store.mirror.MirrorState;
import dev.cordon.domain.store.mirror.OrderPage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads what changed in a store into its mirror, a page in a transaction, and deletes what was kept
 * long enough. Doing it again, or at the same time by somebody else, keeps everything once.
 */
@StreamingUseCase
public class MirrorStore {

    /**
     * @param goOn false once the reading should come to an end and be gone on with later
     */
    public record Command(StoreId store, BooleanSupplier goOn) {}

    /** What came of it. */
    public enum Outcome {
        /** Everything that the store had was read. */
        CAUGHT_UP,
        /** There is more to read. */
        MORE,
        /** The store did not answer; the mirror's state says why. */
        STOPPED,
        /** Nothing is mirrored, or no longer. */
        ENDED
    }

    /** Two clocks differ, and a change is written some time before it can be read. */
    private static final Duration SETTLES = Duration.ofSeconds(10);

    private static final Duration BETWEEN_CUSTOMERS = Duration.ofDays(1);

    private final Stores stores;
    private final MirrorPlans plans;
    private final OrderMirror mirror;
    private final StoreGateway gateway;
    private final UnitOfWork work;
    private final Caller caller;
    private final InstantSource clock;

    MirrorStore(
            Stores stores,
            MirrorPlans plans,
            OrderMirror mirror,
            StoreGateway gateway,
            UnitOfWork work,
            Caller caller,
            InstantSource clock) {
        this.stores = stores;
        this.plans = plans;
        this.mirror = mirror;
        this.gateway = gateway;
        this.work = work;
        this.caller = caller;
        this.clock = clock;
    }

    /** Where a reading begins. */
    private record Start(
            Store store,
            MirrorPlan plan,
            MirrorPosition position,
            boolean customers,
            AccountReading accounts) {}

    @Requires(Permission.STORE_MIRROR)
    public Outcome mirror(Command command) {
        var scope = caller.scope();
        var start = work.commit(() -> start(stores.get(command.store(), scope)));
        if (!start.plan().on()) {
            return Outcome.ENDED;
        }
        var oldest = start.plan().oldest(clock.instant());
        work.run(() -> mirror.forget(command.store(), oldest));
        var orders = orders(start, oldest, command.goOn());
        return orders == Outcome.CAUGHT_UP && start.customers()
                ? customers(start.store(), start.accounts(), command.goOn())
                : orders;
    }

    private Start start(Store store) {
        var plan = plans.of(store.id());
        var state = mirror.state(store.id());
        var oldest = MirrorPosition.at(plan.oldest(clock.instant()));
        var position =
                state.map(MirrorState::position)
                        .map(MirrorPosition::again)
                        .filter(each -> each.reached().isAfter(oldest.reached()))
                        .orElse(oldest);
        var read = state.map(MirrorState::customersAt);
        boolean due =
                read.isEmpty() || !read.get().plus(BETWEEN_CUSTOMERS).isAfter(clock.instant());
        var accounts =
                state.map(MirrorState::accounts)
                        .filter(begun -> !begun.isTooOld(clock.instant()))
                        .orElseGet(() -> AccountReading.begin(clock.instant()));
        return new Start(store, plan, position, due, accounts);
    }

    private Outcome orders(Start start, Instant oldest, BooleanSupplier goOn) {
        var position = start.position();
        while (goOn.getAsBoolean()) {
            var settled = clock.instant().minus(SETTLES);
            switch (gateway.changedOrders(start.store(), position.query(oldest))) {
                case StoreAnswer.Failed<OrderPage>(var why) -> {
                    return stopped(start.store(), why);
                }
                case StoreAnswer.Ok<OrderPage>(var page) -> {
                    var step = position.after(page, settled);
                    if (!keep(start.store(), page, step)) {
                        return Outcome.ENDED;
                    }
                    switch (step.progress()) {
                        case CAUGHT_UP -> {
                            return Outcome.CAUGHT_UP;
                        }
                        case LATER -> {
                            return Outcome.MORE;
                        }
                        case MORE -> position = step.position();
                    }
                }
            }
        }
        return Outcome.MORE;
    }

    /** False if the mirror was ended meanwhile: then nothing is kept. */
    private boolean keep(Store store, OrderPage page, MirrorPosition.Step step) {
        return work.commit(
                () -> {
                    if (!plans.held(store.id()).on()) {
                        return false;
                    }
                    mirror.keep(store.id(), page.orders());
                    boolean caughtUp = step.progress() == MirrorPosition.Progress.CAUGHT_UP;
                    mirror.reached(store.id(), step.position(), caughtUp, clock.instant());
                    return true;
                });
    }

    /**
     * All accounts, once a day: a store tells no changes of them. A run goes on where the last one
     * ended. One that is deleted while the pages are read would hide another one; then they are
     * read anew.
     */
    private Outcome customers(Store store, AccountReading from, BooleanSupplier goOn) {
        var reading = from;
        while (goOn.getAsBoolean()) {
            switch (gateway.customers(store, reading.next())) {
                case StoreAnswer.Failed<StorePage<StoreCustomer>>(var why) -> {
                    return stopped(store, why);
                }
                case StoreAnswer.Ok<StorePage<StoreCustomer>>(var page) -> {
                    var next =
                            reading.isUpsetBy(page)
                                    ? AccountReading.begin(clock.instant())
                                    : after(reading, page);
                    if (!keep(store, page, reading.began(), next)) {
                        return Outcome.ENDED;
                    }
                    if (next == null) {
                        return Outcome.CAUGHT_UP;
                    }
                    if (reading.isUpsetBy(page)) {
                        return Outcome.MORE;
                    }
                    reading = next;
                }
            }
        }
        return Outcome.MORE;
    }

    private static @Nullable AccountReading after(
            AccountReading reading, StorePage<StoreCustomer> page) {
        var next = page.next();
        return next == null ? null : reading.goOn(next, page);
    }

    /**
     * @param next where the reading is to be gone on with; null once all were read
     */
    private boolean keep(
            Store store,
            StorePage<StoreCustomer> page,
            Instant began,
            @Nullable AccountReading next) {
        return work.commit(
                () -> {
                    if (!plans.held(store.id()).on()) {
                        return false;
                    }
                    mirror.keepCustomers(store.id(), page.items(), began);
                    if (next == null) {
                        mirror.customersRead(store.id(), began);
                    } else {
                        mirror.customersReached(store.id(), next);
                    }
                    return true;
                });
    }

    private Outcome stopped(Store store, StoreFailure why) {
        work.run(() -> mirror.stopped(store.id(), why.sentence(), clock.instant()));
        return Outcome.STOPPED;
    }
}
