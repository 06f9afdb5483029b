package dev.cordon.application.store;

import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.application.stereotype.Supporting;
import dev.cordon.domain.store.Finding;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.inventory.Inventory;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Looks through one store, keeps what there is, and has it judged. */
@Supporting
class LookingThrough {

    private static final Duration REPORTED_LATE = Duration.ofDays(1);

    private final InventoryReader reader;
    private final FilesSeen files;
    private final SensorReports reports;
    private final Inventories inventories;
    private final InventoryJudge judge;
    private final UnitOfWork work;

    LookingThrough(
            InventoryReader reader,
            FilesSeen files,
            SensorReports reports,
            Inventories inventories,
            InventoryJudge judge,
            UnitOfWork work) {
        this.reader = reader;
        this.files = files;
        this.reports = reports;
        this.inventories = inventories;
        this.judge = judge;
        this.work = work;
    }

    /**
     * @param withFiles whether its files are looked at too
     */
    void look(Store store, boolean withFiles) {
        var known =
                work.commit(
                        () ->
                                inventories
                                        .latest(store.id())
                                        .map(Inventories.Latest::inventory)
                                        .orElse(null));
        var seen = reported(files.in(reader.read(store), store, known, withFiles), known);
        if (seen.isBlind()) {
            work.run(() -> inventories.stopped(store.id(), why(seen), seen.at()));
        } else {
            work.run(
                    () -> {
                        inventories.seen(seen);
                        judge.judge(seen);
                    });
        }
    }

    private static String why(Inventory nothing) {
        return nothing.troubles().isEmpty()
                ? Finding.NOTHING_SHOWN.reason().recorded()
                : String.join("\n", nothing.troubles());
    }

    /** A sensor sends when somebody visits the store, and may be a day late. */
    private Inventory reported(Inventory seen, @Nullable Inventory known) {
        var since = known == null ? Instant.EPOCH : known.at().minus(REPORTED_LATE);
        return seen.reported(reports.since(seen.store(), since), known);
    }
}
