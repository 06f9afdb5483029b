package dev.cordon.ui.incident;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.cordon.application.incident.Incidents;
import dev.cordon.domain.incident.Severity;
import dev.cordon.domain.store.Store;
import dev.cordon.ui.kernel.FilterChip;
import dev.cordon.ui.kernel.Words;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which incidents to list. */
class IncidentFilters extends Div {

    private final Words words = Words.here();
    private final Runnable changed;
    private final FilterChip open;
    private final Map<Severity, FilterChip> severities = new EnumMap<>(Severity.class);
    private final Select<Store> store = new Select<>();
    private final TextField text = new TextField();
    private boolean onlyOpen = true;
    private @Nullable Severity severity;

    IncidentFilters(List<Store> stores, Runnable changed) {
        this.changed = changed;
        addClassName("filters");
        open = new FilterChip("filter-open", words.text("incidents.open"), this::toggleOpen);
        open.setOn(true);
        add(open);
        for (var each : List.of(Severity.values()).reversed()) {
            var chip =
                    new FilterChip(
                            "filter-" + each.name().toLowerCase(java.util.Locale.ROOT),
                            SeverityChip.text(each),
                            () -> toggle(each));
            severities.put(each, chip);
            add(chip);
        }
        add(store(stores), text());
    }

    Incidents.Filter filter() {
        var chosen = store.getValue();
        var words = text.getValue().strip();
        return new Incidents.Filter(
                onlyOpen ? true : null,
                severity,
                chosen == null ? null : chosen.id(),
                words.isEmpty() ? null : words);
    }

    private Select<Store> store(List<Store> stores) {
        store.setId("filter-store");
        store.setAriaLabel(words.text("incidents.store"));
        store.setItems(stores);
        store.setItemLabelGenerator(each -> each == null ? "" : each.name());
        store.setEmptySelectionAllowed(true);
        store.setEmptySelectionCaption(words.text("incidents.store.all"));
        store.setVisible(stores.size() > 1);
        store.addValueChangeListener(_ -> changed.run());
        return store;
    }

    private TextField text() {
        text.setId("filter-text");
        text.setAriaLabel(words.text("incidents.search"));
        text.setPlaceholder(words.text("incidents.search"));
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.addValueChangeListener(_ -> changed.run());
        return text;
    }

    private void toggleOpen() {
        onlyOpen = !onlyOpen;
        open.setOn(onlyOpen);
        changed.run();
    }

    private void toggle(Severity each) {
        severity = each == severity ? null : each;
        severities.forEach((known, chip) -> chip.setOn(known == severity));
        changed.run();
    }
}
