package dev.cordon.ui.breach;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.cordon.domain.breach.LegalClock;
import dev.cordon.domain.incident.Incident;
import dev.cordon.domain.people.Permission;
import dev.cordon.ui.incident.IncidentTab;
import dev.cordon.ui.incident.OpenIncident;
import dev.cordon.ui.kernel.Card;
import dev.cordon.ui.kernel.EmptyState;
import dev.cordon.ui.kernel.Row;
import dev.cordon.ui.kernel.Shown;
import dev.cordon.ui.kernel.TimeText;
import dev.cordon.ui.kernel.Words;
import dev.cordon.ui.store.StoreZones;
import java.util.ArrayList;
import java.util.List;

/** The duties with their clocks; before anybody was aware, the way to say so. */
class DutiesView extends IncidentTab.Content {

    private final Words words = Words.here();
    private final OpenIncident page;
    private final BreachActions actions;
    private final StoreZones zones;
    private final Card card = new Card(words.text("incident.tab.duties"));
    private final Shown<List<Object>> shown = new Shown<>();

    DutiesView(OpenIncident page, BreachActions actions, StoreZones zones) {
        this.page = page;
        this.actions = actions;
        this.zones = zones;
        add(card);
    }

    @Override
    public void refresh(Incident incident) {
        var clocks = actions.queries().clocks(incident.id());
        var aware = incident.times().aware();
        if (shown.isNew(List.of(clocks, aware == null ? "" : aware, incident.isOpen()))) {
            if (aware == null) {
                card.show(notAware(incident));
            } else {
                var all = new ArrayList<Component>();
                var since = new Div(new Span(words.text("duties.aware") + " "));
                since.add(TimeText.legal(aware, zones.of(incident.store())));
                since.addClassName("muted");
                all.add(since);
                clocks.forEach(clock -> all.add(duty(clock, incident)));
                card.show(all.toArray(Component[]::new));
            }
        }
    }

    private Component notAware(Incident incident) {
        var empty = new EmptyState(words.text("duties.empty"), words.text("duties.empty.what"));
        if (incident.isOpen() && actions.caller().may(Permission.BREACH_ASSESS)) {
            var declare =
                    new Button(
                            words.text("aware.open"), _ -> new AwareDialog(page, actions).open());
            declare.setId("declare-awareness");
            declare.addThemeVariants(ButtonVariant.PRIMARY);
            empty.add(declare);
        }
        return empty;
    }

    private Row duty(LegalClock clock, Incident incident) {
        var rule = clock.rule();
        var title = new Span(words.text("duties.title", rule.regime(), words.of(rule.audience())));
        var law = new Paragraph(words.text("quoted", rule.text()));
        var source = new Span(words.text("duties.source", rule.source(), rule.asOf()));
        title.addClassName("strong");
        law.addClassName("small");
        source.addClassNames("small", "muted");
        var left = new Div(title, law, source);
        left.addClassName("lines");
        return new Row(left, due(clock, incident));
    }

    private Component due(LegalClock clock, Incident incident) {
        var due = clock.dueAt();
        if (due == null) {
            return new Span(words.text("duties.undue"));
        }
        var zone = zones.of(incident.store());
        var ticking = LegalClocks.clock(clock, due, actions.clock().instant(), zone);
        var when = new Div(TimeText.legal(due, zone));
        when.addClassNames("small", "muted");
        return new Div(ticking.inline(), when);
    }
}
