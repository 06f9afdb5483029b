package dev.cordon.application.store;

import dev.cordon.domain.kernel.StoreId;
import java.util.UUID;

class InMemoryConnectionReportsTest extends ConnectionReportsContract {

    private final InMemoryConnectionReports reports = new InMemoryConnectionReports();

    @Override
    protected ConnectionReports reports() {
        return reports;
    }

    @Override
    protected StoreId store() {
        return new StoreId(new UUID(0, 1));
    }

    @Override
    protected StoreId other() {
        return new StoreId(new UUID(0, 2));
    }

    @Override
    protected void within(Runnable work) {
        work.run();
    }
}
