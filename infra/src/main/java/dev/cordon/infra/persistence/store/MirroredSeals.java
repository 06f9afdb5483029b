package dev.cordon.infra.persistence.store;

import dev.cordon.domain.store.StoreCustomer;
import dev.cordon.domain.store.StoreOrder;
import dev.cordon.domain.store.mirror.MirroredOrder;
import dev.cordon.infra.crypto.DataKey;
import java.time.Instant;
import tools.jackson.databind.json.JsonMapper;

/** Orders and accounts of a mirror as they lie encrypted, each bound to its place. */
record MirroredSeals(DataKey key) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** What is encrypted of a person; short names, for there are many. */
    private record Person(
            long id, String mail, String first, String last, String country, String state) {

        static Person of(StoreCustomer customer) {
            return new Person(
                    customer.id(),
                    customer.email(),
                    customer.firstName(),
                    customer.lastName(),
                    customer.country(),
                    customer.state());
        }

        StoreCustomer opened() {
            return new StoreCustomer(id, mail, first, last, country, state, null);
        }
    }

    private record Order(
            String number, String status, String payment, String address, Person buyer) {}

    byte[] seal(MirroredOrder mirrored) {
        var order = mirrored.order();
        var text =
                JSON.writeValueAsString(
                        new Order(
                                order.number(),
                                order.status(),
                                mirrored.paymentMethod(),
                                order.address(),
                                Person.of(order.buyer())));
        return key.seal(orderPlace(order.id()), text);
    }

    MirroredOrder order(long id, Instant createdAt, Instant modifiedAt, byte[] sealed) {
        var kept = JSON.readValue(key.open(orderPlace(id), sealed), Order.class);
        var order =
                new StoreOrder(
                        id,
                        kept.number(),
                        kept.status(),
                        createdAt,
                        kept.buyer().opened(),
                        kept.address());
        return new MirroredOrder(order, modifiedAt, kept.payment());
    }

    byte[] seal(StoreCustomer customer) {
        return key.seal(customerPlace(customer.id()), JSON.writeValueAsString(Person.of(customer)));
    }

    StoreCustomer customer(long id, byte[] sealed) {
        return JSON.readValue(key.open(customerPlace(id), sealed), Person.class).opened();
    }

    private static String orderPlace(long id) {
        return "mirrored_order/" + id;
    }

    private static String customerPlace(long id) {
        return "mirrored_customer/" + id;
    }
}
