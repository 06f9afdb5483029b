package dev.cordon.application.store;

import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.store.ConnectionReport;
import java.util.List;
import java.util.Optional;

/** What connection checks found. */
public interface ConnectionReports {

    void add(ConnectionReport report);

    Optional<ConnectionReport> latest(StoreId store);

    /** The newest ones first. */
    List<ConnectionReport> recent(StoreId store, int most);
}
