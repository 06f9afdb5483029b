package dev.cordon.domain.store.inventory;

import java.util.Locale;

/**
 * What the checksums that authors publish say of files that came with a higher version. The version
 * itself proves nothing: whoever changes a file can write its header too.
 */
public enum Checksums {
    /** They are the files that were published. */
    AGREE,
    /** Some of them were never published. */
    DIFFER,
    /** None are published for it, as for what is sold, or the store could not get them. */
    NONE,
    /** The store was not asked; that takes an SSH login with WP-CLI. */
    UNASKED;

    /** As {@link Trait#CHECKSUMS} keeps it. */
    public String kept() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Of files that were seen; not asked where nothing is kept. */
    static Checksums of(InventoryItem files) {
        for (var each : values()) {
            if (files.is(Trait.CHECKSUMS, each.kept())) {
                return each;
            }
        }
        return UNASKED;
    }
}
