package dev.cordon.application.store;

import dev.cordon.domain.kernel.StoreId;
import java.util.UUID;

class InMemoryOrderMirrorTest extends OrderMirrorContract {

    private final InMemoryOrderMirror mirror = new InMemoryOrderMirror();

    @Override
    protected OrderMirror mirror() {
        return mirror;
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
