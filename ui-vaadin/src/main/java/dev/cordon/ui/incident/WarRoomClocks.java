package dev.cordon.ui.incident;

import com.vaadin.flow.component.Component;
import dev.cordon.domain.incident.Incident;
import dev.cordon.ui.kernel.Clock;
import dev.cordon.ui.kernel.Words;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** The clocks of the header: since detection, then what features contribute. */
@org.springframework.stereotype.Component
class WarRoomClocks {

    private final List<IncidentClock> contributed;
    private final InstantSource clock;

    WarRoomClocks(List<IncidentClock> contributed, InstantSource clock) {
        this.contributed = contributed;
        this.clock = clock;
    }

    List<Component> of(Incident incident) {
        var now = clock.instant();
        var words = Words.here();
        var all = new ArrayList<Component>();
        var detected = incident.times().detected();
        var since = Clock.since(detected, now, words.text("clock.detected"));
        var closed = incident.times().closed();
        all.add(closed == null ? since : since.stoppedAt(closed));
        contributed.forEach(source -> all.addAll(source.of(incident, now)));
        return all;
    }

    /** The most urgent one with a deadline, for a line in a list; empty where there is none. */
    List<Clock> urgent(Incident incident) {
        var now = clock.instant();
        return contributed.stream()
                .flatMap(source -> source.of(incident, now).stream())
                .filter(Clock::hasDeadline)
                .limit(1)
                .toList();
    }
}
