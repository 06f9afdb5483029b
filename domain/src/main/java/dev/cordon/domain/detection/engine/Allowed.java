package dev.cordon.domain.detection.engine;

import dev.cordon.domain.detection.AttackKind;
import dev.cordon.domain.detection.rule.Cidr;
import java.util.Locale;
import java.util.Set;

/**
 * A network whose owner is known. It is believed for how often it does what its owner does, and for
 * nothing else: a crawler reads many pages, it does not inject. What is an attack when it happens
 * once is one from here too.
 */
public record Allowed(Cidr network, Purpose purpose) {

    /** What its owner does at a shop. */
    public enum Purpose {
        /** Reads the catalogue, and follows addresses that are gone: search engines. */
        CRAWLER(
                AttackKind.SEARCH_FLOOD,
                AttackKind.PRODUCT_FLOOD,
                AttackKind.SCRAPING,
                AttackKind.SCANNER,
                AttackKind.USER_ENUMERATION),
        /** Reports payments. */
        PAYMENT_PROVIDER(
                AttackKind.SEARCH_FLOOD,
                AttackKind.PRODUCT_FLOOD,
                AttackKind.SCRAPING,
                AttackKind.CARD_TESTING,
                AttackKind.API_MISUSE),
        /** Looks whether the shop is there, lets people in and can be bought in. */
        MONITOR(
                AttackKind.SEARCH_FLOOD,
                AttackKind.PRODUCT_FLOOD,
                AttackKind.SCRAPING,
                AttackKind.LOGIN_BRUTEFORCE,
                AttackKind.CREDENTIAL_STUFFING,
                AttackKind.CARD_TESTING,
                AttackKind.SPAM_REGISTRATION),
        /** The store's own people and programs: many behind one address, who mistype and order. */
        OFFICE(
                AttackKind.SEARCH_FLOOD,
                AttackKind.PRODUCT_FLOOD,
                AttackKind.SCRAPING,
                AttackKind.LOGIN_BRUTEFORCE,
                AttackKind.CREDENTIAL_STUFFING,
                AttackKind.CARD_TESTING,
                AttackKind.SPAM_REGISTRATION,
                AttackKind.API_MISUSE,
                AttackKind.ADMIN_TAKEOVER);

        private final Set<AttackKind> believed;

        Purpose(AttackKind... believed) {
            this.believed = Set.of(believed);
        }

        /** As people write it: {@code payment-provider}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /**
         * The purpose with that label.
         *
         * @throws IllegalArgumentException with a sentence if there is none
         */
        public static Purpose labelled(String label) {
            for (var purpose : values()) {
                if (purpose.label().equals(label.strip().toLowerCase(Locale.ROOT))) {
                    return purpose;
                }
            }
            throw new IllegalArgumentException(
                    "a network is a crawler's, a payment-provider's, a monitor's or an office's,"
                            + " not a "
                            + label.strip());
        }

        private int bit() {
            return 1 << ordinal();
        }
    }

    /**
     * Reads {@code office=192.0.2.0/24}, {@code crawler=2001:db8::/32} or a single address.
     *
     * @throws IllegalArgumentException with a sentence if it is not written so
     */
    public static Allowed of(String text) {
        int equals = text.indexOf('=');
        if (equals < 0) {
            throw new IllegalArgumentException(
                    "a known network is written PURPOSE=NETWORK, office=192.0.2.0/24, not " + text);
        }
        return new Allowed(
                Cidr.of(text.substring(equals + 1).strip()),
                Purpose.labelled(text.substring(0, equals)));
    }

    /** As {@link #of} reads it. */
    public String text() {
        return purpose.label() + "=" + network.text();
    }

    /** The purposes that are believed for attacks of that kind, a bit for each. */
    static int believedFor(AttackKind kind) {
        int purposes = 0;
        for (var purpose : Purpose.values()) {
            purposes |= purpose.believed.contains(kind) ? purpose.bit() : 0;
        }
        return purposes;
    }

    /** The purposes of the networks that hold the address, a bit for each. */
    int purposesOf(long high, long low) {
        return network.contains(high, low) ? purpose.bit() : 0;
    }
}
