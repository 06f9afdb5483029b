package dev.cordon.ui.store;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import dev.cordon.domain.store.Store;
import dev.cordon.ui.kernel.Card;
import dev.cordon.ui.kernel.EmptyState;
import dev.cordon.ui.kernel.Words;

/** What there is in the store, in numbers; the whole of it is on a page of its own. */
@org.springframework.stereotype.Component
class InventoryPart implements StorePart {

    private final InventoryActions actions;

    InventoryPart(InventoryActions actions) {
        this.actions = actions;
    }

    @Override
    public int place() {
        return 25;
    }

    @Override
    public Object state(Store store) {
        return actions.queries().inventory(store.id());
    }

    @Override
    public Component of(Store store, Runnable changed) {
        var words = Words.here();
        var shown = actions.queries().inventory(store.id());
        var card = new Card(words.text("inventory.title"));
        card.setId("inventory");
        var link = new Anchor("stores/" + store.id() + "/inventory", words.text("inventory.open"));
        link.setId("inventory-open");
        card.show(
                shown.latest() == null
                        ? new EmptyState(
                                words.text("inventory.none"), words.text("inventory.none.what"))
                        : new Div(InventoryState.chip(shown), InventoryState.facts(shown)),
                new Div(link));
        return card;
    }
}
