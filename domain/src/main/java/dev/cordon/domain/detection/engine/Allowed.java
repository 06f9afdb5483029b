package dev.cordon.domain.detection.engine;

import dev.cordon.domain.detection.rule.Cidr;
import java.util.Set;

/**
 * A network whose owner is known. It is believed for what its owner does and for nothing else: a
 * crawler reads many pages, it does not inject.
 */
public record Allowed(Cidr network, Purpose purpose) {

    /** What its owner does at a shop. */
    public enum Purpose {
        /** Reads the catalogue: search engines, price comparison. */
        CRAWLER(Set.of(Family.FLOOD)),
        /** Reports payments. */
        PAYMENT_PROVIDER(Set.of(Family.FLOOD, Family.CARDS, Family.ACCOUNTS)),
        /** Looks whether the shop is there. */
        MONITOR(Set.of(Family.FLOOD, Family.CARDS)),
        /** Many people behind one address, who mistype and order. */
        OFFICE(Set.of(Family.LOGIN, Family.CARDS, Family.FLOOD));

        private final Set<Family> believed;

        Purpose(Set<Family> believed) {
            this.believed = believed;
        }

        boolean allows(Family family) {
            return believed.contains(family);
        }
    }

    boolean allows(Family family, Signal signal) {
        return purpose.allows(family) && network.contains(signal.high, signal.low);
    }
}
