package dev.cordon.bench;

import static dev.cordon.domain.incident.IncidentFixtures.NOON;
import static dev.cordon.domain.incident.IncidentFixtures.RITA;

import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.application.store.MirrorPlans;
import dev.cordon.application.store.MirrorStore;
import dev.cordon.application.store.OrderMirror;
import dev.cordon.application.store.StoreGateway;
import dev.cordon.application.store.Stores;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.people.AutomationPolicy;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreAccess;
import dev.cordon.domain.store.StoreAnswer;
import dev.cordon.domain.store.StoreFixtures;
import dev.cordon.domain.store.mirror.MirrorPlan;
import dev.cordon.domain.store.mirror.MirrorPosition;
import dev.cordon.domain.store.mirror.OrderPage;
import dev.cordon.infra.security.CallerContext;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.context.ConfigurableApplicationContext;

/** A mirror of many orders is read into PostgreSQL. */
final class MirrorRun {

    static final StoreId MANY = new StoreId(new UUID(0, 77));

    private static final int MEBIBYTE = 1 << 20;

    private final ConfigurableApplicationContext program;
    private final UnitOfWork work;

    MirrorRun(ConfigurableApplicationContext program) {
        this.program = program;
        this.work = program.getBean(UnitOfWork.class);
    }

    void run(ManyOrders many, int orders) throws Exception {
        var store =
                Store.add(MANY, StoreFixtures.profileAt(many.url()), StoreAccess.NONE, RITA, NOON);
        StoreBenchmark.arrange(
                program,
                () -> {
                    program.getBean(Stores.class).save(store);
                    program.getBean(MirrorPlans.class)
                            .save(
                                    MirrorPlan.none(MANY)
                                            .set("rita", "measured", 400, false, RITA, NOON));
                });
        var held = new Held(orders / 100);
        double kept =
                StoreBenchmark.seconds(
                        () ->
                                CallerContext.callAs(
                                        AutomationPolicy.STORE_MIRROR,
                                        () ->
                                                program.getBean(MirrorStore.class)
                                                        .mirror(
                                                                new MirrorStore.Command(
                                                                        MANY, held::page))));
        long sent = many.sent();
        double fetched = StoreBenchmark.seconds(() -> fetch(store.state()));
        long there =
                work.commit(() -> program.getBean(OrderMirror.class).state(MANY))
                        .orElseThrow()
                        .orders();
        if (there != orders) {
            throw new IllegalStateException("mirrored " + there + " of " + orders);
        }
        System.out.printf(
                "%d orders mirrored in %.1f s, %.0f a second; %d bytes of each fetched%n",
                orders, kept, orders / kept, sent / orders);
        System.out.printf(
                "mirror: %.2f of what fetching the same pages alone reaches (%.1f s)%n",
                fetched / kept, fetched);
        System.out.printf(
                "mirror: %.2f x the memory at the end of what it was after a tenth (%d and %d MiB)%n",
                (double) held.atEnd() / held.early(),
                held.atEnd() / MEBIBYTE,
                held.early() / MEBIBYTE);
    }

    private Object fetch(Store store) {
        var gateway = program.getBean(StoreGateway.class);
        var oldest = Instant.now().minus(Duration.ofDays(400));
        var position = MirrorPosition.at(oldest);
        while (true) {
            var answer = gateway.changedOrders(store, position.query(oldest));
            if (!(answer instanceof StoreAnswer.Ok<OrderPage>(var page))) {
                throw new IllegalStateException(answer.toString());
            }
            var step = position.after(page, Instant.now());
            if (step.progress() != MirrorPosition.Progress.MORE) {
                return step;
            }
            position = step.position();
        }
    }

    /** What is in use after a collection, after a tenth of the pages and when all are read. */
    private static final class Held {
        private final int pages;
        private int page;
        private long early;
        private long atEnd;

        Held(int pages) {
            this.pages = pages;
        }

        boolean page() {
            page++;
            if (page == pages / 10) {
                early = used();
            } else if (page == pages) {
                atEnd = used();
            }
            return true;
        }

        long early() {
            return early;
        }

        long atEnd() {
            return atEnd;
        }

        private static long used() {
            System.gc();
            return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        }
    }
}
