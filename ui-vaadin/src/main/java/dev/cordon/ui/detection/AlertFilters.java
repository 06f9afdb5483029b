package dev.cordon.ui.detection;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.cordon.application.detection.Alerts;
import dev.cordon.application.kernel.Caller;
import dev.cordon.domain.detection.AlertSeverity;
import dev.cordon.domain.detection.AlertStatus;
import dev.cordon.domain.detection.AttackKind;
import dev.cordon.domain.detection.log.Address;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.ui.kernel.FilterChip;
import dev.cordon.ui.kernel.Words;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What of the alerts is listed: chips that are on or off, two choices, and words. */
class AlertFilters extends Div {

    private final Words words = Words.here();
    private final Caller caller;
    private final Runnable changed;
    private final FilterChip open =
            new FilterChip("filter-open", words.text("alerts.open"), () -> show(Standing.OPEN));
    private final FilterChip mine =
            new FilterChip("filter-mine", words.text("alerts.mine"), this::toggleMine);
    private final FilterChip suppressed =
            new FilterChip(
                    "filter-suppressed",
                    words.of(AlertStatus.SUPPRESSED),
                    () -> show(Standing.SUPPRESSED));
    private final Map<AlertSeverity, FilterChip> severities = new EnumMap<>(AlertSeverity.class);
    private final Select<AttackKind> kind = new Select<>();
    private final Select<StoreId> store = new Select<>();
    private final TextField search = new TextField();
    private Standing standing = Standing.OPEN;
    private boolean onlyMine;
    private @Nullable AlertSeverity severity;

    private enum Standing {
        OPEN,
        SUPPRESSED,
        ALL
    }

    AlertFilters(Caller caller, Map<StoreId, String> stores, Runnable changed) {
        this.caller = caller;
        this.changed = changed;
        addClassName("filters");
        add(open, mine, suppressed);
        for (var each : AlertSeverity.values()) {
            var chip =
                    new FilterChip(
                            "filter-" + each.name().toLowerCase(Locale.ROOT),
                            words.of(each),
                            () -> toggle(each));
            severities.put(each, chip);
            add(chip);
        }
        kinds();
        stores(stores);
        searchField();
        add(search);
        mark();
    }

    Alerts.Filter filter() {
        var filter =
                statuses()
                        .with(severity, kind.getValue())
                        .in(store.getValue())
                        .heldBy(onlyMine && caller.actor() instanceof Actor.Person me ? me : null);
        var text = search.getValue().strip();
        var address = Address.of(text).orElse(null);
        return address == null ? filter.saying(text) : filter.naming(address);
    }

    private Alerts.Filter statuses() {
        return switch (standing) {
            case OPEN -> Alerts.Filter.OPEN;
            case SUPPRESSED -> Alerts.Filter.of(Set.of(AlertStatus.SUPPRESSED));
            case ALL -> Alerts.Filter.EVERYTHING;
        };
    }

    private void kinds() {
        kind.setId("filter-kind");
        kind.setAriaLabel(words.text("alerts.kind"));
        kind.setItems(AttackKind.values());
        anyOf(kind, words.text("alerts.kind.any"));
        kind.setItemLabelGenerator(
                each -> each == null ? words.text("alerts.kind.any") : words.of(each));
        add(kind);
    }

    /** One store needs no choice. */
    private void stores(Map<StoreId, String> names) {
        store.setId("filter-store");
        store.setAriaLabel(words.text("alerts.store"));
        store.setItems(names.keySet());
        anyOf(store, words.text("alerts.store.any"));
        store.setItemLabelGenerator(
                each ->
                        each == null
                                ? words.text("alerts.store.any")
                                : names.getOrDefault(each, each.toString()));
        if (names.size() > 1) {
            add(store);
        }
    }

    private <T> void anyOf(Select<T> choice, String any) {
        choice.setEmptySelectionAllowed(true);
        choice.setEmptySelectionCaption(any);
        choice.setPlaceholder(any);
        choice.addValueChangeListener(_ -> changed.run());
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
        search.addValueChangeListener(_ -> changed.run());
    }

    private void show(Standing chosen) {
        standing = standing == chosen ? Standing.ALL : chosen;
        markAndRead();
    }

    private void toggleMine() {
        onlyMine = !onlyMine;
        markAndRead();
    }

    private void toggle(AlertSeverity chosen) {
        severity = severity == chosen ? null : chosen;
        markAndRead();
    }

    private void markAndRead() {
        mark();
        changed.run();
    }

    private void mark() {
        open.setOn(standing == Standing.OPEN);
        suppressed.setOn(standing == Standing.SUPPRESSED);
        mine.setOn(onlyMine);
        severities.forEach((each, chip) -> chip.setOn(each == severity));
    }
}
