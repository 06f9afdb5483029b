package dev.cordon.woocommerce.store;

/**
 * How much Cordon asks of one store.
 *
 * @param atOnce how many calls run at the same time
 * @param perSecond how many calls begin in a second
 */
public record StorePace(int atOnce, int perSecond) {

    public StorePace {
        if (atOnce < 1 || atOnce > 64) {
            throw new IllegalArgumentException("1 to 64 calls run at once");
        }
        if (perSecond < 1 || perSecond > 1000) {
            throw new IllegalArgumentException("1 to 1000 calls begin in a second");
        }
    }

    long nanosBetween() {
        return 1_000_000_000L / perSecond;
    }
}
