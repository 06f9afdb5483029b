package dev.cordon.ui.incident;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.cordon.application.incident.IncidentQueries;
import dev.cordon.application.store.StoreQueries;
import dev.cordon.application.store.StoreQueries.StoreDetail;
import dev.cordon.domain.incident.Incident;
import dev.cordon.ui.kernel.EmptyState;
import dev.cordon.ui.kernel.LazyGrid;
import dev.cordon.ui.kernel.LivePage;
import dev.cordon.ui.kernel.PageHead;
import dev.cordon.ui.kernel.Place;
import dev.cordon.ui.kernel.TimeText;
import dev.cordon.ui.kernel.Words;
import dev.cordon.ui.people.NameBook;
import dev.cordon.ui.store.StoreNames;
import jakarta.annotation.security.PermitAll;

/** All incidents; at first those that are open. */
@Route("incidents")
@PermitAll
class IncidentsView extends Div implements LivePage, AfterNavigationObserver, HasDynamicTitle {

    private final Words words = Words.here();
    private final IncidentQueries queries;
    private final WarRoomClocks clocks;
    private final NameBook book;
    private final StoreNames names;
    private final IncidentFilters filters;
    private final LazyGrid<Incident> grid;
    private final PageHead head = new PageHead(words.of(Place.INCIDENTS), "");

    IncidentsView(
            IncidentQueries queries,
            StoreQueries stores,
            StoreNames names,
            WarRoomClocks clocks,
            NameBook book) {
        this.queries = queries;
        this.clocks = clocks;
        this.book = book;
        this.names = names;
        addClassName("page");
        filters =
                new IncidentFilters(
                        stores.stores().stream().map(StoreDetail::store).toList(), this::reload);
        grid = new LazyGrid<>(page -> queries.list(filters.filter(), page));
        columns();
        add(head, filters, grid);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        reload();
    }

    @Override
    public void refresh() {
        grid.refresh();
        count();
    }

    @Override
    public String getPageTitle() {
        return words.of(Place.INCIDENTS) + " · Cordon";
    }

    @Override
    public void reload() {
        grid.reload();
        count();
    }

    private void count() {
        head.say(
                words.of(Place.INCIDENTS),
                words.text("incidents.count", queries.count(filters.filter())));
    }

    private void columns() {
        grid.setId("incidents");
        grid.cell(words.text("incidents.severity"), IncidentsView::severity);
        grid.cell(words.text("incidents.incident"), IncidentsView::what).setFlexGrow(3);
        grid.text(words.text("overview.store"), incident -> names.of(incident.store()));
        grid.text(words.text("overview.stage"), incident -> words.of(incident.stage()));
        grid.cell(words.text("incidents.detected"), i -> TimeText.moment(i.times().detected()));
        grid.cell(words.text("incidents.due"), this::due);
        grid.text(words.text("incidents.commander"), this::commander);
        grid.compact(words.of(Place.INCIDENTS), this::card);
        grid.setEmptyStateComponent(
                new EmptyState(words.text("incidents.empty"), words.text("incidents.empty.what")));
    }

    private static Component severity(Incident incident) {
        return new SeverityChip(incident.severity().severity());
    }

    private static Component what(Incident incident) {
        var title = new Span(incident.title());
        title.addClassNames("muted", "small");
        var both = new Div(IncidentNavigation.link(incident), title);
        both.addClassName("two-lines");
        return both;
    }

    private Component due(Incident incident) {
        var urgent = clocks.urgent(incident);
        return urgent.isEmpty()
                ? new Span(words.text("incidents.due.none"))
                : urgent.getFirst().inline();
    }

    private String commander(Incident incident) {
        var commander = incident.commander();
        return commander == null ? words.text("nobody") : book.names().of(commander);
    }

    private Component card(Incident incident) {
        var line =
                new Div(
                        severity(incident),
                        new Span(words.of(incident.stage())),
                        TimeText.moment(incident.times().detected()));
        line.addClassName("card-line");
        return new Div(what(incident), line);
    }
}
