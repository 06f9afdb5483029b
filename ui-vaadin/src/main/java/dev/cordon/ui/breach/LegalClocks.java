package dev.cordon.ui.breach;

import dev.cordon.application.breach.BreachQueries;
import dev.cordon.application.kernel.Caller;
import dev.cordon.domain.breach.LegalClock;
import dev.cordon.domain.incident.Incident;
import dev.cordon.domain.people.Permission;
import dev.cordon.ui.incident.IncidentClock;
import dev.cordon.ui.kernel.Clock;
import dev.cordon.ui.kernel.Words;
import dev.cordon.ui.store.StoreZones;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** The legal clocks in the war-room header: since awareness, and to the next duty. */
@Component
class LegalClocks implements IncidentClock {

    private final BreachQueries queries;
    private final StoreZones zones;
    private final Caller caller;

    LegalClocks(BreachQueries queries, StoreZones zones, Caller caller) {
        this.queries = queries;
        this.zones = zones;
        this.caller = caller;
    }

    @Override
    public List<Clock> of(Incident incident, Instant now) {
        var aware = incident.times().aware();
        if (aware == null || !caller.may(Permission.BREACH_READ)) {
            return List.of();
        }
        var clocks = new ArrayList<Clock>();
        clocks.add(Clock.since(aware, now, Words.here().text("clock.aware")));
        var zone = zones.of(incident.store());
        for (var duty : due(queries.clocks(incident.id()))) {
            clocks.add(clock(duty.clock(), duty.at(), now, zone));
        }
        return clocks;
    }

    static Clock clock(LegalClock clock, Instant due, Instant now, ZoneId zone) {
        var words = Words.here();
        var label =
                words.text("clock.duty", clock.rule().regime(), words.of(clock.rule().audience()));
        return Clock.until(clock.startedAt(), due, now, label, zone);
    }

    private static List<Due> due(List<LegalClock> clocks) {
        var all = new ArrayList<Due>();
        for (var clock : clocks) {
            var at = clock.dueAt();
            if (at != null) {
                all.add(new Due(clock, at));
            }
        }
        all.sort(Comparator.comparing(Due::at));
        return all;
    }

    private record Due(LegalClock clock, Instant at) {}
}
