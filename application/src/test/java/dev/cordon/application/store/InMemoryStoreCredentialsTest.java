package dev.cordon.application.store;

import dev.cordon.domain.kernel.StoreId;
import java.util.UUID;

class InMemoryStoreCredentialsTest extends StoreCredentialsContract {

    private final InMemoryStoreCredentials credentials = new InMemoryStoreCredentials();

    @Override
    protected StoreCredentials credentials() {
        return credentials;
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
