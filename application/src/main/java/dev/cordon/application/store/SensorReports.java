package dev.cordon.application.store;

import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.store.inventory.SensorReport;
import java.time.Instant;
import java.util.List;

/** What the sensors of stores reported, as far as it is still kept. */
public interface SensorReports {

    /**
     * What can explain a difference, in the order in which it came; none where there is no sensor.
     * Reads kept lines: never call it inside a transaction.
     *
     * @param since what came in earlier may be left out
     */
    List<SensorReport> since(StoreId store, Instant since);
}
