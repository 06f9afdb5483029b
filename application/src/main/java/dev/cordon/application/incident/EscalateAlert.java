package dev.cordon.application.incident;

import dev.cordon.application.detection.Alerts;
import dev.cordon.application.kernel.Caller;
import dev.cordon.application.kernel.Ids;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.UseCase;
import dev.cordon.domain.detection.AddressFacts;
import dev.cordon.domain.detection.Alert;
import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.incident.Codename;
import dev.cordon.domain.incident.Incident;
import dev.cordon.domain.incident.IncidentEvent.IndicatorsTaken;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.incident.IncidentTimes;
import dev.cordon.domain.incident.Reference;
import dev.cordon.domain.kernel.DomainEvent;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.domain.kernel.Version;
import dev.cordon.domain.people.Permission;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes an alert, and others that come along, an incident; what they show says how severe it is.
 */
@UseCase
public class EscalateAlert {

    /** So many addresses are written down; of all others there is the number. */
    private static final int LISTED = 50;

    /** Which addresses are written down as indicators. */
    public enum Indicators {
        ALL,
        GOT_THROUGH,
        NONE
    }

    /**
     * @param along other open alerts of the same store that become the same incident
     */
    public record Command(
            AlertId alert, Version seen, String title, List<AlertId> along, Indicators indicators) {

        public Command {
            along = along.stream().filter(each -> !each.equals(alert)).distinct().toList();
        }

        /** Nothing comes along. */
        public Command(AlertId alert, Version seen, String title) {
            this(alert, seen, title, List.of(), Indicators.NONE);
        }
    }

    private final Alerts alerts;
    private final Incidents incidents;
    private final Caller caller;
    private final Ids ids;
    private final InstantSource clock;

    EscalateAlert(Alerts alerts, Incidents incidents, Caller caller, Ids ids, InstantSource clock) {
        this.alerts = alerts;
        this.incidents = incidents;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    @Requires(Permission.INCIDENT_RESPOND)
    public IncidentId escalate(Command command) {
        var alert = alerts.get(command.alert(), command.seen(), caller.scope());
        var along = command.along().stream().map(id -> companion(id, alert)).toList();
        var all = Stream.concat(Stream.of(alert), along.stream()).toList();
        var now = clock.instant();
        var declared = declared(command.title(), alert, all, now);
        incidents.save(withIndicators(declared, all, command.indicators(), now));
        var id = declared.state().id();
        all.forEach(each -> alerts.save(each.escalate(id.value(), caller.actor(), now)));
        return id;
    }

    private Alert companion(AlertId id, Alert alert) {
        var found = alerts.get(id, caller.scope());
        if (!found.store().equals(alert.store())) {
            throw new NotFound("alert " + id + " in store " + alert.store());
        }
        return found;
    }

    private Transition<Incident> declared(String title, Alert alert, List<Alert> all, Instant now) {
        var year = now.atZone(ZoneOffset.UTC).getYear();
        var number = incidents.nextNumber(year);
        return Incident.declare(
                new IncidentId(ids.next()),
                alert.store(),
                Reference.of(year, number),
                Codename.of(number),
                title,
                alert.mode(),
                Assessing.worst(all, now),
                IncidentTimes.declared(
                        earliest(all.stream().map(Alert::occurredAt)),
                        earliest(all.stream().map(Alert::detectedAt)),
                        now),
                caller.actor());
    }

    private static Instant earliest(Stream<Instant> times) {
        return times.min(Comparator.naturalOrder()).orElseThrow();
    }

    private Transition<Incident> withIndicators(
            Transition<Incident> declared, List<Alert> all, Indicators chosen, Instant now) {
        var addresses =
                all.stream()
                        .flatMap(each -> each.finding().addresses().stream())
                        .filter(each -> isChosen(each, chosen))
                        .map(each -> each.address().toString())
                        .distinct()
                        .toList();
        if (addresses.isEmpty()) {
            return declared;
        }
        List<DomainEvent> events = new ArrayList<>(declared.events());
        events.add(
                new IndicatorsTaken(
                        declared.state().id(),
                        addresses.stream().limit(LISTED).toList(),
                        addresses.size(),
                        now,
                        caller.actor()));
        return new Transition<>(declared.state(), events);
    }

    private static boolean isChosen(AddressFacts facts, Indicators chosen) {
        return switch (chosen) {
            case ALL -> true;
            case GOT_THROUGH -> facts.successes() > 0;
            case NONE -> false;
        };
    }
}
