package dev.cordon.ui.incident;

import dev.cordon.application.detection.SensorQueries;
import dev.cordon.application.incident.IncidentQueries;
import dev.cordon.application.kernel.Caller;
import dev.cordon.domain.incident.Incident;
import dev.cordon.domain.people.Permission;
import dev.cordon.ui.people.NameBook;
import java.time.InstantSource;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;

/** What happened, entry by entry, and the box to write down more. */
@Component
class TimelineTab implements IncidentTab {

    private final IncidentQueries queries;
    private final SensorQueries sensors;
    private final IncidentActions actions;
    private final Caller caller;
    private final NameBook book;
    private final InstantSource clock;

    TimelineTab(
            IncidentQueries queries,
            SensorQueries sensors,
            IncidentActions actions,
            Caller caller,
            NameBook book,
            InstantSource clock) {
        this.queries = queries;
        this.sensors = sensors;
        this.actions = actions;
        this.caller = caller;
        this.book = book;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "timeline";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Permission needed() {
        return Permission.INCIDENT_READ;
    }

    @Override
    public OptionalInt count(Incident incident) {
        return OptionalInt.of(queries.timelineCount(incident.id()));
    }

    @Override
    public Content open(OpenIncident page) {
        var view = new TimelineView(queries, sensors, book, clock);
        if (caller.may(Permission.INCIDENT_RESPOND)) {
            view.offerEntry(new EntryBox(page, actions.note(), clock));
        }
        return view;
    }
}
