package dev.cordon.ui.detection;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.GridMultiSelectionModel;
import com.vaadin.flow.component.grid.GridMultiSelectionModel.SelectAllCheckboxVisibility;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.cordon.application.detection.AlertSummary;
import dev.cordon.application.kernel.Page;
import dev.cordon.domain.detection.AlertId;
import dev.cordon.ui.kernel.EmptyState;
import dev.cordon.ui.kernel.LazyGrid;
import dev.cordon.ui.kernel.Place;
import dev.cordon.ui.kernel.TimeText;
import dev.cordon.ui.kernel.Words;
import dev.cordon.ui.people.NameBook;
import dev.cordon.ui.store.StoreNames;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The alerts as lines, one of which may be open, and several chosen. */
class AlertList extends LazyGrid<AlertSummary> {

    private final Words words = Words.here();
    private final NameBook book;
    private final StoreNames stores;
    private final Function<AlertId, String> addresses;
    private @Nullable AlertId open;
    private int place = -1;

    /**
     * @param addresses where each is shown
     */
    AlertList(
            Function<Page.Request, Page<AlertSummary>> source,
            Function<AlertId, String> addresses,
            NameBook book,
            StoreNames stores) {
        super(source);
        this.addresses = addresses;
        this.book = book;
        this.stores = stores;
        setId("alerts");
        columns();
        setPartNameGenerator(each -> each.id().equals(open) ? "current" : null);
        setEmptyStateComponent(
                new EmptyState(words.text("alerts.empty"), words.text("alerts.empty.what")));
    }

    /** Lines can be chosen with a checkbox. */
    void letChoose(Runnable chosen) {
        setSelectionMode(SelectionMode.MULTI);
        ((GridMultiSelectionModel<AlertSummary>) getSelectionModel())
                .setSelectAllCheckboxVisibility(SelectAllCheckboxVisibility.HIDDEN);
        getLazyDataView().setIdentifierProvider(AlertSummary::id);
        addSelectionListener(_ -> chosen.run());
    }

    List<AlertSummary> chosen() {
        return List.copyOf(getSelectedItems());
    }

    /** Chooses the open line, or lets it go. */
    void toggleOpen() {
        at(placeOfOpen())
                .filter(each -> each.id().equals(open))
                .ifPresent(
                        each -> {
                            if (getSelectionModel().isSelected(each)) {
                                deselect(each);
                            } else {
                                select(each);
                            }
                        });
    }

    void mark(@Nullable AlertId now) {
        if (now == null || !now.equals(open)) {
            open = now;
            place = now == null ? -1 : placeOfOpen();
            getDataProvider().refreshAll();
        }
    }

    /**
     * The line that lies so many below the open one, or above it if negative. Where the open one is
     * no longer listed, what took its place is the next.
     */
    Optional<AlertSummary> neighbor(int step) {
        if (open == null) {
            return at(0);
        }
        int here = placeOfOpen();
        boolean listed = at(here).filter(each -> each.id().equals(open)).isPresent();
        int wanted = listed ? here + step : step > 0 ? here + step - 1 : here + step;
        return wanted < 0 ? Optional.empty() : at(wanted);
    }

    private int placeOfOpen() {
        place = placeOf(each -> each.id().equals(open)).orElse(Math.max(place, 0));
        return place;
    }

    private void columns() {
        cell(words.text("incidents.severity"), a -> new AlertSeverityChip(a.severity()));
        cell(words.text("alerts.what"), this::what)
                .setAutoWidth(false)
                .setWidth("14rem")
                .setFlexGrow(3);
        cell(words.text("alerts.last"), a -> TimeText.moment(a.lastSeenAt()));
        text(words.text("alerts.accepted"), a -> words.text("number", a.successes()));
        text(words.text("alerts.status"), this::status);
        compact(words.of(Place.ALERTS), this::card);
    }

    private Component what(AlertSummary alert) {
        var store = new Span(stores.of(alert.store()));
        store.addClassNames("muted", "small");
        var both = new Div(AlertNavigation.link(alert, addresses.apply(alert.id())), store);
        both.addClassName("two-lines");
        return both;
    }

    private String status(AlertSummary alert) {
        var by = alert.takenBy();
        return by == null
                ? words.of(alert.status())
                : words.text("alerts.status.by", words.of(alert.status()), book.names().of(by));
    }

    private Component card(AlertSummary alert) {
        var line =
                new Div(
                        new AlertSeverityChip(alert.severity()),
                        new Span(status(alert)),
                        TimeText.moment(alert.lastSeenAt()));
        line.addClassName("card-line");
        return new Div(what(alert), line);
    }
}
