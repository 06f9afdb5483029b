package dev.cordon.ui.store;

import com.vaadin.flow.component.Component;
import dev.cordon.domain.store.Store;

/** A part of a store's page. */
public interface StorePart {

    /** Parts stand below each other in this order. */
    int place();

    /**
     * What the part shows, to be compared by {@code equals}: while it is the same, what stands on
     * the page stays, with whatever somebody is just pressing.
     */
    Object state(Store store);

    /**
     * The part as it is now.
     *
     * @param changed to call after something was done that the page shows
     */
    Component of(Store store, Runnable changed);
}
