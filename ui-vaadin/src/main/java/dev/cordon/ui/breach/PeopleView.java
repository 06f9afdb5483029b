package dev.cordon.ui.breach;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import dev.cordon.application.breach.RequestDetermination;
import dev.cordon.domain.breach.Determination;
import dev.cordon.domain.incident.Incident;
import dev.cordon.domain.people.Permission;
import dev.cordon.ui.incident.IncidentTab;
import dev.cordon.ui.incident.OpenIncident;
import dev.cordon.ui.kernel.Card;
import dev.cordon.ui.kernel.Done;
import dev.cordon.ui.kernel.EmptyState;
import dev.cordon.ui.kernel.Shown;
import dev.cordon.ui.kernel.TimeText;
import dev.cordon.ui.kernel.Words;
import java.util.Optional;

/** Who is affected: asked for, being found out, or known; and what the answer rests on. */
class PeopleView extends IncidentTab.Content {

    private final Words words = Words.here();
    private final OpenIncident page;
    private final BreachActions actions;
    private final Card card = new Card(words.text("incident.tab.people"));
    private final Shown<Optional<Determination>> shown = new Shown<>();

    PeopleView(OpenIncident page, BreachActions actions) {
        this.page = page;
        this.actions = actions;
        add(card);
    }

    @Override
    public void refresh(Incident incident) {
        var found = actions.queries().affected(incident.id());
        if (shown.isNew(found)) {
            card.show(found.map(this::show).orElseGet(this::nothingYet));
        }
    }

    private Component nothingYet() {
        return new EmptyState(words.text("people.empty"), words.text("people.empty.what"), ask());
    }

    private Component show(Determination found) {
        return switch (found.phase()) {
            case Determination.Phase.Requested(_, var at) ->
                    column(
                            new Paragraph(words.text("people.waiting")),
                            progress(),
                            TimeText.moment(at));
            case Determination.Phase.Failed(var sentence, var at) ->
                    column(
                            note(words.text("people.failed", sentence), "crit"),
                            TimeText.moment(at),
                            ask());
            case Determination.Phase.Determined(var result, _) ->
                    column(
                            new BasisNote(result, found),
                            masked(),
                            new PeopleGrid(found.id(), actions),
                            ask());
        };
    }

    private Paragraph masked() {
        var note = note(words.text("people.masked"), "plain-note");
        note.setVisible(!actions.caller().may(Permission.BREACH_ASSESS));
        return note;
    }

    private ProgressBar progress() {
        var progress = new ProgressBar();
        progress.setIndeterminate(true);
        progress.getElement().setAttribute("aria-label", words.text("people.waiting"));
        return progress;
    }

    /** The way to ask, or to ask again; nothing for those who may only read. */
    private Component ask() {
        var line = new Div();
        line.addClassName("actions-line");
        if (actions.caller().may(Permission.BREACH_ASSESS) && page.incident().isOpen()) {
            var ask = new Button(words.text("people.ask"), _ -> request());
            ask.setId("determine");
            ask.addThemeVariants(ButtonVariant.SMALL);
            line.add(ask);
        }
        return line;
    }

    private void request() {
        actions.request().request(new RequestDetermination.Command(page.incident().id()));
        Done.say(words.text("people.asked"));
        page.refresh();
    }

    private static Div column(Component... content) {
        var column = new Div(content);
        column.addClassName("column");
        return column;
    }

    private static Paragraph note(String text, String tone) {
        var note = new Paragraph(text);
        note.addClassNames("note", tone);
        return note;
    }
}
