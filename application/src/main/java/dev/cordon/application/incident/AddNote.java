package dev.cordon.application.incident;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.kernel.Ids;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.UseCase;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.incident.TimelineEntry;
import dev.cordon.domain.people.Permission;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Writes down what happened, in one's own words. */
@UseCase
public class AddNote {

    /**
     * @param occurredAt when it happened; null for now
     */
    public record Command(IncidentId incident, @Nullable Instant occurredAt, String text) {}

    private final Incidents incidents;
    private final Timeline timeline;
    private final Caller caller;
    private final Ids ids;
    private final InstantSource clock;

    AddNote(Incidents incidents, Timeline timeline, Caller caller, Ids ids, InstantSource clock) {
        this.incidents = incidents;
        this.timeline = timeline;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    @Requires(Permission.INCIDENT_RESPOND)
    public void add(Command command) {
        var incident = incidents.get(command.incident(), caller.scope());
        var now = clock.instant();
        var occurred = command.occurredAt() == null ? now : command.occurredAt();
        timeline.append(
                TimelineEntry.note(
                        ids.next(), incident.id(), occurred, now, command.text(), caller.actor()));
    }
}
