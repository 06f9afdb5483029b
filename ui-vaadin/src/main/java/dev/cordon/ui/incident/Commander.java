package dev.cordon.ui.incident;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.cordon.application.kernel.Caller;
import dev.cordon.domain.people.Permission;
import dev.cordon.ui.kernel.Words;
import dev.cordon.ui.people.NameBook;
import org.springframework.stereotype.Component;

/** Who decides and who answered first, with the way to take over. */
@Component
class Commander {

    private final Caller caller;
    private final NameBook book;

    Commander(Caller caller, NameBook book) {
        this.caller = caller;
        this.book = book;
    }

    Div of(OpenIncident page, IncidentDialogs dialogs) {
        var words = Words.here();
        var incident = page.incident();
        var names = book.names();
        var commander = incident.commander();
        var line =
                new Div(
                        new Span(
                                commander == null
                                        ? words.text("commander.none")
                                        : words.text("commander.is", names.of(commander))));
        var mayTake = caller.may(Permission.INCIDENT_COMMAND) && incident.isOpen();
        if (mayTake && !caller.actor().equals(commander)) {
            var take = new Button(words.text("commander.take"), _ -> dialogs.takeCommand(page));
            take.setId("take-command");
            take.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
            line.add(take);
        }
        var answered = incident.acknowledgedBy();
        var second =
                new Span(
                        answered == null
                                ? words.text("commander.unanswered")
                                : words.text("commander.answered", names.of(answered)));
        second.addClassName("muted");
        var all = new Div(line, second);
        all.addClassNames("small", "commander");
        return all;
    }
}
