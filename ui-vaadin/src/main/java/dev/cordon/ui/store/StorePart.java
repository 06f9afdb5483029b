package dev.cordon.ui.store;

import com.vaadin.flow.component.Component;
import dev.cordon.domain.store.Store;

/** A part of a store's page. It is asked for anew when the page is drawn anew. */
public interface StorePart {

    /** Parts stand below each other in this order. */
    int place();

    /**
     * What to show of the store.
     *
     * @param changed to call after something was done that the page shows
     */
    Component of(Store store, Runnable changed);
}
