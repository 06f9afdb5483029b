package dev.cordon.application.store;

import dev.cordon.domain.kernel.StoreId;

/** Where stores tell their mirrors of changes. */
@FunctionalInterface
public interface MirrorAddress {

    /** Absolute, and the same as long as Cordon's own address is. */
    String of(StoreId store);
}
