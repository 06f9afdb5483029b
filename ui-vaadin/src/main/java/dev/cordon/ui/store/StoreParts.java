package dev.cordon.ui.store;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import dev.cordon.domain.store.Store;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The parts of a store's page below each other, each drawn anew only when it shows another thing.
 */
class StoreParts extends Div {

    private final List<StorePart> parts;
    private final Map<StorePart, Object> states = new HashMap<>();
    private final Map<StorePart, Component> drawn = new HashMap<>();

    StoreParts(List<StorePart> parts) {
        this.parts = parts.stream().sorted(Comparator.comparingInt(StorePart::place)).toList();
        addClassName("column");
    }

    void show(Store store) {
        for (int place = 0; place < parts.size(); place++) {
            var part = parts.get(place);
            var state = part.state(store);
            if (state.equals(states.put(part, state))) {
                continue;
            }
            var now = part.of(store, () -> show(store));
            var before = drawn.put(part, now);
            if (before == null) {
                addComponentAtIndex(place, now);
            } else {
                replace(before, now);
            }
        }
    }
}
