package dev.cordon.application.store;

import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.store.ConnectionReport;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** {@link ConnectionReports} without a database. */
public final class InMemoryConnectionReports implements ConnectionReports {

    private final Map<StoreId, ConnectionReport> latest = new HashMap<>();

    @Override
    public void add(ConnectionReport report) {
        latest.put(report.store(), report);
    }

    @Override
    public Optional<ConnectionReport> latest(StoreId store) {
        return Optional.ofNullable(latest.get(store));
    }
}
