package dev.cordon.ui.detection;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import dev.cordon.application.detection.AlertSummary;
import dev.cordon.application.detection.Alerts;
import dev.cordon.domain.detection.Alert;
import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.detection.log.Address;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.ui.kernel.EmptyState;
import dev.cordon.ui.kernel.FilterChip;
import dev.cordon.ui.kernel.LazyGrid;
import dev.cordon.ui.kernel.LivePage;
import dev.cordon.ui.kernel.PageHead;
import dev.cordon.ui.kernel.Place;
import dev.cordon.ui.kernel.TimeText;
import dev.cordon.ui.kernel.Words;
import dev.cordon.ui.people.NameBook;
import dev.cordon.ui.store.StoreNames;
import jakarta.annotation.security.PermitAll;
import org.jspecify.annotations.Nullable;

/** The alerts, and beside them the one that the address names. */
@Route("alerts/:alert?")
@PermitAll
class AlertsView extends Div implements LivePage, BeforeEnterObserver, HasDynamicTitle {

    private final Words words = Words.here();
    private final AlertActions actions;
    private final NameBook book;
    private final StoreNames stores;
    private final PageHead head =
            new PageHead(
                    words.of(Place.ALERTS),
                    "",
                    new Anchor("suppressions", words.text("suppressions.link")));
    private final LazyGrid<AlertSummary> grid;
    private final Div split = new Div();
    private final FilterChip open =
            new FilterChip("filter-open", words.text("alerts.open"), this::toggle);
    private final FilterChip mine =
            new FilterChip("filter-mine", words.text("alerts.mine"), this::toggleMine);
    private final TextField search = new TextField();
    private boolean onlyOpen = true;
    private boolean onlyMine;
    private @Nullable AlertDetail detail;

    AlertsView(AlertActions actions, NameBook book, StoreNames stores) {
        this.actions = actions;
        this.book = book;
        this.stores = stores;
        addClassName("page");
        open.setOn(true);
        searchField();
        var filters = new Div(open, mine, search);
        filters.addClassName("filters");
        grid = new LazyGrid<>(page -> actions.queries().lines(filter(), page));
        columns();
        split.addClassName("list-with-detail");
        split.add(grid);
        add(head, filters, split);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (detail != null) {
            split.remove(detail);
            detail = null;
        }
        event.getRouteParameters().get("alert").ifPresent(this::openDetail);
        split.setClassName("open", detail != null);
        grid.reload();
        count();
    }

    @Override
    public void refresh() {
        grid.refresh();
        count();
        if (detail != null) {
            detail.refresh();
        }
    }

    @Override
    public String getPageTitle() {
        return words.of(Place.ALERTS) + " · Cordon";
    }

    private void openDetail(String id) {
        detail = new AlertDetail(read(id), actions, book.names(), stores, this::refresh);
        split.add(detail);
    }

    private Alert read(String id) {
        try {
            return actions.queries().alert(AlertId.of(id));
        } catch (IllegalArgumentException e) {
            throw new NotFoundException();
        }
    }

    private Alerts.Filter filter() {
        var filter = onlyOpen ? Alerts.Filter.OPEN : Alerts.Filter.EVERYTHING;
        if (onlyMine && actions.caller().actor() instanceof Actor.Person me) {
            filter = filter.heldBy(me);
        }
        var text = search.getValue().strip();
        var address = Address.of(text).orElse(null);
        return address == null ? filter.saying(text) : filter.naming(address);
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
        search.addValueChangeListener(_ -> readAgain());
    }

    private void toggleMine() {
        onlyMine = !onlyMine;
        mine.setOn(onlyMine);
        readAgain();
    }

    private void toggle() {
        onlyOpen = !onlyOpen;
        open.setOn(onlyOpen);
        readAgain();
    }

    private void readAgain() {
        grid.reload();
        count();
    }

    private void count() {
        var found = actions.queries().count(filter());
        head.say(
                words.of(Place.ALERTS),
                found > Alerts.MOST_COUNTED
                        ? words.text("alerts.count.many", Alerts.MOST_COUNTED)
                        : words.text("alerts.count", found));
    }

    private void columns() {
        grid.setId("alerts");
        grid.cell(words.text("incidents.severity"), a -> new AlertSeverityChip(a.severity()));
        grid.cell(words.text("alerts.what"), this::what)
                .setAutoWidth(false)
                .setWidth("14rem")
                .setFlexGrow(3);
        grid.cell(words.text("alerts.last"), a -> TimeText.moment(a.lastSeenAt()));
        grid.text(words.text("alerts.accepted"), a -> accepted(a));
        grid.text(words.text("alerts.status"), this::status);
        grid.compact(words.of(Place.ALERTS), this::card);
        grid.addItemClickListener(
                click -> UI.getCurrent().navigate(AlertNavigation.address(click.getItem().id())));
        grid.setEmptyStateComponent(
                new EmptyState(words.text("alerts.empty"), words.text("alerts.empty.what")));
    }

    private Component what(AlertSummary alert) {
        var store = new Span(stores.of(alert.store()));
        store.addClassNames("muted", "small");
        var both = new Div(AlertNavigation.link(alert), store);
        both.addClassName("two-lines");
        return both;
    }

    private String accepted(AlertSummary alert) {
        return words.text("number", alert.successes());
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
