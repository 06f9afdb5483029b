package dev.cordon.ui.evidence;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.cordon.application.evidence.EvidenceItems;
import dev.cordon.application.evidence.EvidenceItems.Which;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.ui.kernel.FilterChip;
import dev.cordon.ui.kernel.Words;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Which items of the register to list. */
class RegisterFilters extends Div {

    private final Words words = Words.here();
    private final Actor viewer;
    private final Runnable changed;
    private final Map<Which, FilterChip> chips = new EnumMap<>(Which.class);
    private final FilterChip mine;
    private final Select<StoreId> store = new Select<>();
    private final TextField text = new TextField();
    private Which which = Which.KEPT;
    private boolean onlyMine;

    RegisterFilters(Map<StoreId, String> stores, Actor viewer, Runnable changed) {
        this.viewer = viewer;
        this.changed = changed;
        addClassName("filters");
        for (var each : List.of(Which.KEPT, Which.WAITING, Which.ON_HOLD, Which.DISPOSED)) {
            var chip = new FilterChip(id(each), words.of(each), () -> toggle(each));
            chips.put(each, chip);
            add(chip);
        }
        mine = new FilterChip("filter-mine", words.text("register.mine"), this::toggleMine);
        add(mine, store(stores), text());
        mark();
    }

    private static String id(Which which) {
        return "filter-" + which.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    EvidenceItems.Filter filter() {
        var typed = text.getValue().strip();
        return new EvidenceItems.Filter(
                which, store.getValue(), onlyMine ? viewer : null, typed.isEmpty() ? null : typed);
    }

    private Select<StoreId> store(Map<StoreId, String> stores) {
        store.setId("filter-store");
        store.setAriaLabel(words.text("incidents.store"));
        store.setItems(stores.keySet());
        store.setItemLabelGenerator(
                each -> each == null ? "" : stores.getOrDefault(each, each.toString()));
        store.setEmptySelectionAllowed(true);
        store.setEmptySelectionCaption(words.text("incidents.store.all"));
        store.setPlaceholder(words.text("incidents.store.all"));
        store.setVisible(stores.size() > 1);
        store.addValueChangeListener(_ -> changed.run());
        return store;
    }

    private TextField text() {
        text.setId("register-search");
        text.setAriaLabel(words.text("register.search"));
        text.setPlaceholder(words.text("register.search"));
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.getElement().setAttribute("data-key", "/");
        text.getElement().setAttribute("data-key-focus", "");
        text.addValueChangeListener(_ -> changed.run());
        return text;
    }

    private void toggle(Which each) {
        which = each == which ? Which.EVERYTHING : each;
        mark();
        changed.run();
    }

    private void toggleMine() {
        onlyMine = !onlyMine;
        mark();
        changed.run();
    }

    private void mark() {
        chips.forEach((known, chip) -> chip.setOn(known == which));
        mine.setOn(onlyMine);
    }
}
