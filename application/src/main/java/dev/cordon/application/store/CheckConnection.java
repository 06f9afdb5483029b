package dev.cordon.application.store;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.people.Permission;
import dev.cordon.domain.store.ConnectionReport;

/** Asks the store what its credentials allow and keeps what it found. Changes nothing there. */
@StreamingUseCase
public class CheckConnection {

    public record Command(StoreId store) {}

    private final Stores stores;
    private final StoreGateway gateway;
    private final ConnectionReports reports;
    private final UnitOfWork unitOfWork;
    private final Caller caller;

    CheckConnection(
            Stores stores,
            StoreGateway gateway,
            ConnectionReports reports,
            UnitOfWork unitOfWork,
            Caller caller) {
        this.stores = stores;
        this.gateway = gateway;
        this.reports = reports;
        this.unitOfWork = unitOfWork;
        this.caller = caller;
    }

    @Requires(Permission.STORE_MANAGE)
    public ConnectionReport check(Command command) {
        var scope = caller.scope();
        var store = unitOfWork.commit(() -> stores.get(command.store(), scope));
        var report = gateway.check(store);
        unitOfWork.run(() -> reports.add(report));
        return report;
    }
}
