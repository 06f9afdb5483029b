package dev.cordon.ui.detection;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.cordon.domain.detection.AlertSeverity;
import dev.cordon.domain.detection.AlertStatus;
import dev.cordon.domain.detection.AttackKind;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.ui.detection.ListedAlerts.Standing;
import dev.cordon.ui.kernel.FilterChip;
import dev.cordon.ui.kernel.Words;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** What of the alerts is listed: chips that are on or off, two choices, and words. */
class AlertFilters extends Div {

    /** Hears what the viewer chose. */
    interface Chosen {
        /** Something else is listed now. */
        void narrowed();
    }

    private final Words words = Words.here();
    private final Map<StoreId, String> names;
    private final Chosen chosen;
    private final FilterChip open =
            new FilterChip(
                    "filter-open",
                    words.text("alerts.open"),
                    () -> narrow(listed().only(Standing.OPEN)));
    private final FilterChip mine =
            new FilterChip(
                    "filter-mine", words.text("alerts.mine"), () -> narrow(listed().turnMine()));
    private final FilterChip suppressed =
            new FilterChip(
                    "filter-suppressed",
                    words.of(AlertStatus.SUPPRESSED),
                    () -> narrow(listed().only(Standing.SUPPRESSED)));
    private final Map<AlertSeverity, FilterChip> severities = new EnumMap<>(AlertSeverity.class);
    private final Select<AttackKind> kind = new Select<>();
    private final Select<StoreId> store = new Select<>();
    private final TextField search = new TextField();
    private ListedAlerts listed = ListedAlerts.OPEN;

    AlertFilters(Map<StoreId, String> names, Chosen chosen) {
        this.names = names;
        this.chosen = chosen;
        addClassName("filters");
        add(open, mine, suppressed);
        for (var each : AlertSeverity.values()) {
            var chip =
                    new FilterChip(
                            "filter-" + each.name().toLowerCase(Locale.ROOT),
                            words.of(each),
                            () -> narrow(listed().only(each)));
            severities.put(each, chip);
            add(chip);
        }
        kinds();
        stores();
        searchField();
        add(search);
        mark();
    }

    ListedAlerts listed() {
        return listed;
    }

    /** Takes over what an address says. */
    void show(ListedAlerts wanted) {
        listed = wanted.within(names);
        mark();
    }

    private void kinds() {
        kind.setId("filter-kind");
        kind.setAriaLabel(words.text("alerts.kind"));
        kind.setItems(AttackKind.values());
        anyOf(kind, words.text("alerts.kind.any"));
        kind.setItemLabelGenerator(
                each -> each == null ? words.text("alerts.kind.any") : words.of(each));
        kind.addValueChangeListener(
                change -> {
                    if (change.isFromClient()) {
                        narrow(listed.of(change.getValue()));
                    }
                });
        add(kind);
    }

    /** One store needs no choice. */
    private void stores() {
        store.setId("filter-store");
        store.setAriaLabel(words.text("alerts.store"));
        store.setItems(names.keySet());
        anyOf(store, words.text("alerts.store.any"));
        store.setItemLabelGenerator(
                each ->
                        each == null
                                ? words.text("alerts.store.any")
                                : names.getOrDefault(each, each.toString()));
        store.addValueChangeListener(
                change -> {
                    if (change.isFromClient()) {
                        narrow(listed.in(change.getValue()));
                    }
                });
        if (names.size() > 1) {
            add(store);
        }
    }

    private static <T> void anyOf(Select<T> choice, String any) {
        choice.setEmptySelectionAllowed(true);
        choice.setEmptySelectionCaption(any);
        choice.setPlaceholder(any);
    }

    /** Takes words of the alert, or one of its addresses. */
    private void searchField() {
        search.setId("alerts-search");
        search.setPlaceholder(words.text("alerts.search"));
        search.setAriaLabel(words.text("alerts.search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.getElement().setAttribute("data-key", "/");
        search.getElement().setAttribute("data-key-focus", "");
        search.addValueChangeListener(
                change -> {
                    if (change.isFromClient()) {
                        listed = listed.saying(change.getValue());
                        chosen.narrowed();
                    }
                });
    }

    private void narrow(ListedAlerts wanted) {
        listed = wanted;
        mark();
        chosen.narrowed();
    }

    private void mark() {
        open.setOn(listed.standing() == Standing.OPEN);
        suppressed.setOn(listed.standing() == Standing.SUPPRESSED);
        mine.setOn(listed.mine());
        severities.forEach((each, chip) -> chip.setOn(each == listed.severity()));
        kind.setValue(listed.kind());
        store.setValue(listed.store());
        search.setValue(listed.text());
    }
}
