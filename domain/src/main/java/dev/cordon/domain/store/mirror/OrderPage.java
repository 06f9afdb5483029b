package dev.cordon.domain.store.mirror;

import java.util.List;

/**
 * What a store answered to an {@link OrderQuery}.
 *
 * @param full whether there may be more
 */
public record OrderPage(List<MirroredOrder> orders, boolean full) {

    public OrderPage {
        orders = List.copyOf(orders);
    }
}
