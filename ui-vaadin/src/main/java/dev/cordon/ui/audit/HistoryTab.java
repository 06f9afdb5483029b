package dev.cordon.ui.audit;

import dev.cordon.application.audit.AuditQueries;
import dev.cordon.domain.incident.Incident;
import dev.cordon.domain.people.Permission;
import dev.cordon.ui.incident.IncidentTab;
import dev.cordon.ui.incident.OpenIncident;
import dev.cordon.ui.people.NameBook;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;

/** How the incident's own record came to say what it says. */
@Component
class HistoryTab implements IncidentTab {

    private final AuditQueries queries;
    private final NameBook book;

    HistoryTab(AuditQueries queries, NameBook book) {
        this.queries = queries;
        this.book = book;
    }

    @Override
    public String id() {
        return "history";
    }

    @Override
    public int order() {
        return 90;
    }

    @Override
    public Permission needed() {
        return Permission.INCIDENT_READ;
    }

    @Override
    public OptionalInt count(Incident incident) {
        return OptionalInt.empty();
    }

    @Override
    public Content open(OpenIncident page) {
        var grid =
                new RevisionGrid(
                        request -> queries.ofIncident(page.incident().id(), request), book.names());
        return new HistoryView(grid);
    }

    /** The revisions of one incident. */
    private static class HistoryView extends Content {

        private final RevisionGrid grid;

        HistoryView(RevisionGrid grid) {
            this.grid = grid;
            add(grid);
        }

        @Override
        public void refresh(Incident incident) {
            grid.refresh();
        }
    }
}
