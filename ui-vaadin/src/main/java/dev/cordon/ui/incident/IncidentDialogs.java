package dev.cordon.ui.incident;

import com.vaadin.flow.component.button.Button;
import dev.cordon.application.incident.AcknowledgeIncident;
import dev.cordon.application.incident.TakeCommand;
import dev.cordon.application.kernel.Caller;
import dev.cordon.domain.incident.Incident;
import dev.cordon.domain.people.Permission;
import dev.cordon.ui.kernel.AskDialog;
import dev.cordon.ui.kernel.Done;
import dev.cordon.ui.kernel.Words;
import dev.cordon.ui.people.NameBook;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the incident page asks before it does something. */
@Component
class IncidentDialogs {

    private final IncidentActions actions;
    private final Caller caller;
    private final NameBook book;

    IncidentDialogs(IncidentActions actions, Caller caller, NameBook book) {
        this.actions = actions;
        this.caller = caller;
        this.book = book;
    }

    /** Answers, without a question: it harms nobody. */
    void acknowledge(OpenIncident page) {
        var incident = page.incident();
        actions.acknowledge()
                .acknowledge(new AcknowledgeIncident.Command(incident.id(), incident.version()));
        Done.say(Words.here().text("acknowledge.done"));
        page.refresh();
    }

    /** Takes command; asks first when somebody else has it. */
    void takeCommand(OpenIncident page) {
        var commander = page.incident().commander();
        if (commander == null) {
            take(page);
            return;
        }
        var words = Words.here();
        new AskDialog(
                        "take-command-dialog",
                        words.text("commander.take.title"),
                        words.text("commander.take.text", book.names().of(commander)),
                        words.text("commander.take"))
                .onConfirm(
                        () -> {
                            take(page);
                            return true;
                        })
                .open();
    }

    AskDialog severity(OpenIncident page) {
        return new SeverityDialog(page, actions, caller, book.names());
    }

    /** The button that moves on to a following stage, for those who may. */
    Optional<Button> offeredMove(OpenIncident page) {
        if (!caller.may(Permission.INCIDENT_RESPOND) || !page.incident().isOpen()) {
            return Optional.empty();
        }
        var move =
                new Button(
                        Words.here().text("move.open"),
                        _ -> new MoveDialog(page, actions, caller).open());
        move.setId("move");
        return Optional.of(move);
    }

    private void take(OpenIncident page) {
        Incident incident = page.incident();
        actions.takeCommand().take(new TakeCommand.Command(incident.id(), incident.version()));
        Done.say(Words.here().text("commander.take.done"));
        page.refresh();
    }
}
