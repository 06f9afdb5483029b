package dev.cordon.ui.breach;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import dev.cordon.application.breach.BreachQueries;
import dev.cordon.application.incident.IncidentQueries;
import dev.cordon.application.incident.Incidents;
import dev.cordon.application.kernel.Page;
import dev.cordon.domain.breach.LegalClock;
import dev.cordon.domain.incident.Incident;
import dev.cordon.ui.incident.IncidentNavigation;
import dev.cordon.ui.kernel.EmptyState;
import dev.cordon.ui.kernel.LiveCard;
import dev.cordon.ui.kernel.Row;
import dev.cordon.ui.kernel.Words;
import dev.cordon.ui.store.StoreZones;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The next duties of law over all open incidents. */
class NextDutiesCard extends LiveCard<List<NextDutiesCard.Duty>> {

    private static final int NEXT = 3;

    private final Words words = Words.here();
    private final IncidentQueries incidents;
    private final BreachQueries breaches;
    private final StoreZones zones;
    private final InstantSource clock;

    NextDutiesCard(
            IncidentQueries incidents,
            BreachQueries breaches,
            StoreZones zones,
            InstantSource clock) {
        super(Words.here().text("situation.duties"));
        this.incidents = incidents;
        this.breaches = breaches;
        this.zones = zones;
        this.clock = clock;
        setId("next-duties");
    }

    @Override
    protected List<Duty> read() {
        var duties = new ArrayList<Duty>();
        var open = incidents.list(Incidents.Filter.OPEN, Page.Request.first(50)).items();
        for (var incident : open) {
            if (incident.times().aware() != null) {
                for (var found : breaches.clocks(incident.id())) {
                    var due = found.dueAt();
                    if (due != null) {
                        duties.add(new Duty(incident, found, due));
                    }
                }
            }
        }
        return duties.stream().sorted(Comparator.comparing(Duty::due)).limit(NEXT).toList();
    }

    @Override
    protected void paint(List<Duty> found) {
        if (found.isEmpty()) {
            show(
                    new EmptyState(
                            words.text("situation.duties.none"),
                            words.text("situation.duties.none.what")));
            return;
        }
        show(found.stream().map(this::row).toArray(Component[]::new));
    }

    private Row row(Duty duty) {
        var ticking =
                LegalClocks.clock(
                        duty.clock(),
                        duty.due(),
                        clock.instant(),
                        zones.of(duty.incident().store()));
        return new Row(
                Row.two(
                        IncidentNavigation.link(duty.incident()),
                        new Span(duty.clock().rule().source())),
                ticking.inline());
    }

    /** A duty of one incident. */
    record Duty(Incident incident, LegalClock clock, Instant due) {}
}
