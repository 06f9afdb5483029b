package dev.cordon.ui.detection;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import dev.cordon.application.detection.AlertSummary;
import dev.cordon.application.detection.Alerts;
import dev.cordon.domain.detection.Alert;
import dev.cordon.domain.detection.AlertId;
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
    private final PageHead head = new PageHead(words.of(Place.ALERTS), "");
    private final LazyGrid<AlertSummary> grid;
    private final Div split = new Div();
    private final FilterChip open =
            new FilterChip("filter-open", words.text("alerts.open"), this::toggle);
    private boolean onlyOpen = true;
    private @Nullable AlertDetail detail;

    AlertsView(AlertActions actions, NameBook book, StoreNames stores) {
        this.actions = actions;
        this.book = book;
        this.stores = stores;
        addClassName("page");
        open.setOn(true);
        var filters = new Div(open);
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
        return onlyOpen ? Alerts.Filter.OPEN : Alerts.Filter.EVERYTHING;
    }

    private void toggle() {
        onlyOpen = !onlyOpen;
        open.setOn(onlyOpen);
        grid.reload();
        count();
    }

    private void count() {
        head.say(
                words.of(Place.ALERTS),
                words.text("alerts.count", actions.queries().count(filter())));
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
