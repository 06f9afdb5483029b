package dev.cordon.application.store;

import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.store.ConnectionReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** {@link ConnectionReports} without a database. */
public final class InMemoryConnectionReports implements ConnectionReports {

    private final List<ConnectionReport> reports = new ArrayList<>();

    @Override
    public void add(ConnectionReport report) {
        reports.addFirst(report);
    }

    @Override
    public Optional<ConnectionReport> latest(StoreId store) {
        return recent(store, 1).stream().findFirst();
    }

    @Override
    public List<ConnectionReport> recent(StoreId store, int most) {
        return reports.stream()
                .filter(report -> report.store().equals(store))
                .sorted(Comparator.comparing(ConnectionReport::at).reversed())
                .limit(most)
                .toList();
    }
}
