package dev.cordon.woocommerce.store;

import java.time.Duration;

/**
 * The bounds of every call to a store.
 *
 * @param connectWithin until the connection stands, name look-up included
 * @param answerWithin until the last byte of the answer, connecting included
 * @param largestAnswer in bytes
 * @param pageSize how many items a page asks for; WooCommerce takes 1 to 100
 * @param loopback whether stores on this machine may be called, also over plain http: for the demo
 *     and for tests
 */
public record StoreClientSettings(
        Duration connectWithin,
        Duration answerWithin,
        int largestAnswer,
        int pageSize,
        boolean loopback) {

    public static final StoreClientSettings DEFAULT =
            new StoreClientSettings(
                    Duration.ofSeconds(5), Duration.ofSeconds(30), 8 * 1024 * 1024, 100, false);

    public StoreClientSettings {
        if (pageSize < 1 || pageSize > 100) {
            throw new IllegalArgumentException("a page has 1 to 100 items");
        }
    }

    /** The same, with stores on this machine allowed. */
    public StoreClientSettings withLoopback() {
        return new StoreClientSettings(connectWithin, answerWithin, largestAnswer, pageSize, true);
    }
}
