package dev.cordon.domain.notification;

import java.util.Map;

/** How many deliveries stand where. */
public record DeliveryTally(Map<Delivery.Status, Integer> counts) {

    public DeliveryTally {
        counts = Map.copyOf(counts);
    }

    public int of(Delivery.Status status) {
        return counts.getOrDefault(status, 0);
    }

    public int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Those without an outcome yet. */
    public int unfinished() {
        return of(Delivery.Status.PENDING) + of(Delivery.Status.IN_FLIGHT);
    }
}
