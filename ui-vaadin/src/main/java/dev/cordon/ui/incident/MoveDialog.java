package dev.cordon.ui.incident;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import dev.cordon.application.incident.EndIncident;
import dev.cordon.application.incident.MoveIncident;
import dev.cordon.application.kernel.Caller;
import dev.cordon.domain.incident.Stage;
import dev.cordon.domain.people.Permission;
import dev.cordon.ui.kernel.Done;
import dev.cordon.ui.kernel.ReasonDialog;
import dev.cordon.ui.kernel.Words;
import java.util.List;

/** Moves an incident on, with a message. */
class MoveDialog extends ReasonDialog {

    private final Words words = Words.here();
    private final RadioButtonGroup<Stage> stages = new RadioButtonGroup<>();

    MoveDialog(OpenIncident page, IncidentActions actions, Caller caller) {
        super(
                "move-dialog",
                Words.here().text("move.title"),
                Words.here().text("move.text"),
                Words.here().text("move.confirm"));
        var possible =
                page.incident().stage().next().stream()
                        .filter(stage -> isOffered(stage, caller))
                        .sorted()
                        .toList();
        stages.setId("move-dialog-stage");
        stages.setLabel(words.text("move.stage"));
        stages.setItems(possible);
        stages.setItemLabelGenerator(words::of);
        stages.setValue(likely(possible, page.incident().stage()));
        with(stages);
        withReason(message -> move(page, actions, message));
    }

    /** Only who commands may end an incident. */
    private static boolean isOffered(Stage stage, Caller caller) {
        return !stage.isOver() || stage != Stage.MERGED && caller.may(Permission.INCIDENT_COMMAND);
    }

    private void move(OpenIncident page, IncidentActions actions, String message) {
        var incident = page.incident();
        var to = stages.getValue();
        if (to.isOver()) {
            actions.end()
                    .end(new EndIncident.Command(incident.id(), incident.version(), to, message));
        } else {
            actions.move()
                    .move(new MoveIncident.Command(incident.id(), incident.version(), to, message));
        }
        Done.say(words.text("move.done", words.of(to)));
        page.refresh();
    }

    /** The next one forward; the way back is there, but nobody takes it by accident. */
    private static Stage likely(List<Stage> possible, Stage now) {
        return possible.stream().filter(stage -> stage.compareTo(now) > 0).findFirst().orElse(now);
    }
}
