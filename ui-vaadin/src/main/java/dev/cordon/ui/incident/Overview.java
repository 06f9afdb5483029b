package dev.cordon.ui.incident;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.cordon.domain.incident.Incident;
import dev.cordon.domain.incident.IncidentTimes;
import dev.cordon.ui.kernel.Card;
import dev.cordon.ui.kernel.Facts;
import dev.cordon.ui.kernel.LiveCard;
import dev.cordon.ui.kernel.Shown;
import dev.cordon.ui.kernel.TimeText;
import dev.cordon.ui.kernel.Words;
import dev.cordon.ui.people.NameBook;
import dev.cordon.ui.store.StoreNames;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Facts and times, why this severity, and what to do next. */
class Overview extends IncidentTab.Content {

    private final Words words = Words.here();
    private final OpenIncident page;
    private final NameBook book;
    private final NextSteps steps;
    private final StoreNames stores;
    private final Card next = new Card(words.text("overview.next"));
    private final Card facts = new Card(words.text("overview.facts"));
    private final Card times = new Card(words.text("overview.times"));
    private final Card reasons = new Card(words.text("overview.why"));
    private final List<LiveCard<?>> panels;
    private final Shown<List<Object>> shown = new Shown<>();

    Overview(
            OpenIncident page,
            NameBook book,
            NextSteps steps,
            StoreNames stores,
            List<IncidentPanel> contributed) {
        this.page = page;
        this.book = book;
        this.steps = steps;
        this.stores = stores;
        addClassName("split");
        panels =
                contributed.stream()
                        .sorted(Comparator.comparingInt(IncidentPanel::order))
                        .<LiveCard<?>>map(panel -> panel.card(page::incident))
                        .toList();
        var main = new Div(facts, times);
        main.addClassName("column");
        panels.forEach(main::add);
        var side = new Div(next, reasons);
        side.addClassName("column");
        add(main, side);
    }

    @Override
    public void refresh(Incident incident) {
        panels.forEach(LiveCard::refresh);
        var step = steps.first(incident);
        if (shown.isNew(List.of(incident, step == null ? "" : step.id()))) {
            showNext(step);
            facts.show(factsOf(incident));
            times.show(timesOf(incident.times()));
            reasons.aside(words.text("severity.matrix.short", incident.severity().matrix()));
            reasons.show(new SeverityReasons(incident.severity(), book.names()));
        }
    }

    private void showNext(NextStep.@Nullable Step step) {
        if (step == null) {
            next.show(new Paragraph(words.text("overview.nothing")));
            return;
        }
        var go = new Button(capital(step.verb()), _ -> step.go().accept(page));
        go.setId("overview-next");
        go.addThemeVariants(ButtonVariant.PRIMARY);
        go.setWidthFull();
        next.show(new Paragraph(step.why()), go);
    }

    private static String capital(String verb) {
        return Character.toUpperCase(verb.charAt(0)) + verb.substring(1);
    }

    private Facts factsOf(Incident incident) {
        return new Facts()
                .fact(words.text("overview.title"), incident.title())
                .fact(words.text("overview.store"), stores.of(incident.store()))
                .fact(words.text("overview.mode"), words.of(incident.mode()))
                .fact(words.text("overview.stage"), words.of(incident.stage()));
    }

    private Facts timesOf(IncidentTimes at) {
        var all = new Facts();
        time(all, "occurred", at.occurred());
        time(all, "detected", at.detected());
        time(all, "declared", at.declared());
        time(all, "acknowledged", at.acknowledged());
        time(all, "aware", at.aware());
        time(all, "contained", at.contained());
        time(all, "eradicated", at.eradicated());
        time(all, "recovered", at.recovered());
        time(all, "closed", at.closed());
        return all;
    }

    private void time(Facts all, String name, @Nullable Instant at) {
        if (at != null) {
            all.fact(words.text("time." + name), TimeText.moment(at));
        }
    }
}
