package dev.cordon.ui.incident;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import dev.cordon.application.incident.IncidentQueries;
import dev.cordon.application.kernel.Page;
import dev.cordon.domain.incident.Incident;
import dev.cordon.domain.incident.Reference;
import dev.cordon.ui.kernel.LivePage;
import dev.cordon.ui.kernel.Moments;
import dev.cordon.ui.people.NameBook;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One incident: the header that stays, and a tab that the address names. */
@Route("incidents/:reference/:tab?")
@PermitAll
class IncidentView extends Div
        implements BeforeEnterObserver, HasDynamicTitle, LivePage, OpenIncident {

    private static final int LATEST = 3;

    private final IncidentQueries queries;
    private final NameBook book;
    private final WarRoom header;
    private final TabStrip tabs;
    private final Div place = new Div();
    private @Nullable Incident incident;

    IncidentView(IncidentQueries queries, NameBook book, WarRoom header, TabStrip tabs) {
        this.queries = queries;
        this.book = book;
        this.header = header;
        this.tabs = tabs;
        header.setTabs(tabs);
        add(header, place);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var parameters = event.getRouteParameters();
        var reference = reference(parameters.get("reference").orElseThrow());
        incident = queries.byReference(reference);
        var content = tabs.open(parameters.get("tab").orElse(""), this);
        place.removeAll();
        place.add(content.orElseThrow(NotFoundException::new));
        refresh();
    }

    @Override
    public void refresh() {
        incident = queries.byReference(incident().reference());
        header.show(this);
        tabs.refresh(incident);
    }

    @Override
    public Incident incident() {
        return Objects.requireNonNull(incident, "set before the page is shown");
    }

    @Override
    public void show(String tab) {
        IncidentNavigation.open(incident().reference(), tab);
    }

    /** The newest entries, so that somebody who was too late reads what happened meanwhile. */
    @Override
    public List<String> latestChanges() {
        var formatter = new TimelineFormatter(Moments.here(), book.names());
        return queries.timeline(incident().id(), Page.Request.first(LATEST)).items().stream()
                .map(formatter::line)
                .toList();
    }

    @Override
    public String getPageTitle() {
        return incident == null ? "Cordon" : incident.reference() + " · Cordon";
    }

    private static Reference reference(String typed) {
        try {
            return new Reference(typed);
        } catch (IllegalArgumentException e) {
            throw new NotFoundException();
        }
    }
}
