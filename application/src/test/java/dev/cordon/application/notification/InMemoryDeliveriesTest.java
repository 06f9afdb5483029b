package dev.cordon.application.notification;

import java.util.function.Supplier;

class InMemoryDeliveriesTest extends DeliveriesContract {

    private final Deliveries deliveries = new InMemoryDeliveries();

    @Override
    protected Deliveries deliveries() {
        return deliveries;
    }

    @Override
    protected <T> T commit(Supplier<T> work) {
        return work.get();
    }
}
