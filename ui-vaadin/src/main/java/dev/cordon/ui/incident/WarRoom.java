package dev.cordon.ui.incident;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import dev.cordon.domain.incident.Incident;
import dev.cordon.domain.kernel.Mode;
import dev.cordon.ui.kernel.Chip;
import dev.cordon.ui.kernel.Shown;
import dev.cordon.ui.kernel.Tone;
import dev.cordon.ui.kernel.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/** The header that stays in sight: how bad, how long, who decides, what next. */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class WarRoom extends Section {

    private final Words words = Words.here();
    private final WarRoomClocks clocks;
    private final NextSteps steps;
    private final IncidentDialogs dialogs;
    private final Commander commander;
    private final Withdrawing withdrawing;
    private final Div first = new Div();
    private final Div second = new Div();
    private final Div stages = new Div();
    private final Shown<Face> shown = new Shown<>();

    WarRoom(
            WarRoomClocks clocks,
            NextSteps steps,
            IncidentDialogs dialogs,
            Commander commander,
            Withdrawing withdrawing) {
        this.clocks = clocks;
        this.steps = steps;
        this.dialogs = dialogs;
        this.commander = commander;
        this.withdrawing = withdrawing;
        setId("war-room");
        addClassName("war");
        getElement().setAttribute("aria-label", words.text("incident.header"));
        first.addClassName("l1");
        second.addClassName("l2");
        add(first, second, stages);
    }

    void setTabs(TabStrip tabs) {
        add(tabs);
    }

    /** Paints again only what is new, so that a click never meets a button just replaced. */
    void show(OpenIncident page) {
        var incident = page.incident();
        var next = steps.first(incident);
        var mistake = withdrawing.mayOffer(incident.id());
        if (!shown.isNew(new Face(incident, next == null ? "" : next.id(), mistake))) {
            return;
        }
        showTitle(page, next);
        if (mistake) {
            first.add(withdrawing.button(incident.id()));
        }
        second.removeAll();
        second.add(clocks.of(incident));
        var space = new Div();
        space.addClassName("space");
        second.add(space, commander.of(page, dialogs));
        stages.removeAll();
        stages.add(new StageSteps(incident.stage()));
    }

    private void showTitle(OpenIncident page, NextStep.@Nullable Step next) {
        var incident = page.incident();
        var heading = new H1(incident.reference() + " · " + incident.codename());
        var title = new Span(incident.title());
        title.addClassNames("title", "muted");
        title.getElement().setAttribute("title", incident.title());
        first.removeAll();
        first.add(severity(page), heading);
        if (incident.mode() != Mode.LIVE) {
            first.add(new Chip(Tone.MED, words.of(incident.mode())));
        }
        first.add(title);
        dialogs.offeredMove(page).ifPresent(first::add);
        if (next != null) {
            var primary = new Button(words.text("incident.next", next.verb()));
            primary.setId("next-step");
            primary.addThemeVariants(ButtonVariant.PRIMARY);
            primary.addClickListener(_ -> next.go().accept(page));
            first.add(primary);
        }
    }

    private NativeButton severity(OpenIncident page) {
        var severity = page.incident().severity().severity();
        var chip = new NativeButton(SeverityChip.text(severity));
        chip.setId("severity");
        chip.addClassNames("chip", SeverityChip.tone(severity).css());
        chip.getElement().setAttribute("aria-haspopup", "dialog");
        chip.getElement().setAttribute("title", words.text("severity.open"));
        chip.addClickListener(_ -> dialogs.severity(page).open());
        return chip;
    }

    /** What the header depends on. */
    private record Face(Incident incident, String step, boolean mistake) {}
}
