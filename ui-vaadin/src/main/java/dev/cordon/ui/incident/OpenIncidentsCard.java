package dev.cordon.ui.incident;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.cordon.application.incident.IncidentQueries;
import dev.cordon.application.incident.Incidents;
import dev.cordon.application.kernel.Page;
import dev.cordon.domain.incident.Incident;
import dev.cordon.ui.kernel.EmptyState;
import dev.cordon.ui.kernel.LiveCard;
import dev.cordon.ui.kernel.Row;
import dev.cordon.ui.kernel.Words;
import dev.cordon.ui.people.NameBook;
import java.util.Comparator;
import java.util.List;

/** The open incidents, the worst and longest waiting first, with their clocks. */
class OpenIncidentsCard extends LiveCard<List<Incident>> {

    private static final int MOST = 5;

    private final IncidentQueries queries;
    private final WarRoomClocks clocks;
    private final NameBook book;
    private final Words words = Words.here();

    OpenIncidentsCard(IncidentQueries queries, WarRoomClocks clocks, NameBook book) {
        super(Words.here().text("situation.incidents"));
        this.queries = queries;
        this.clocks = clocks;
        this.book = book;
        setId("open-incidents");
    }

    @Override
    protected List<Incident> read() {
        return queries.list(Incidents.Filter.OPEN, Page.Request.first(50)).items().stream()
                .sorted(
                        Comparator.comparing(
                                        (Incident each) -> each.severity().severity(),
                                        Comparator.reverseOrder())
                                .thenComparing(each -> each.times().detected()))
                .limit(MOST)
                .toList();
    }

    @Override
    protected void paint(List<Incident> found) {
        if (found.isEmpty()) {
            show(
                    new EmptyState(
                            words.text("situation.incidents.none"),
                            words.text("situation.incidents.none.what")));
            return;
        }
        aside(words.text("situation.incidents.order"));
        show(found.stream().map(this::row).toArray(Component[]::new));
    }

    private Row row(Incident incident) {
        var title = new Span(incident.title());
        var what = Row.two(IncidentNavigation.link(incident), title);
        var chip = new SeverityChip(incident.severity().severity());
        var left = new Div(chip, what);
        left.addClassName("incident-line");
        var commander = incident.commander();
        var state =
                Row.two(
                        words.of(incident.stage()),
                        commander == null
                                ? words.text("commander.none")
                                : book.names().of(commander));
        var row = new Row(left, state);
        clocks.urgent(incident).forEach(clock -> row.add(clock.inline()));
        return row;
    }
}
