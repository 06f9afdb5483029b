package dev.cordon.ui.incident;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import dev.cordon.application.incident.MoveIncident;
import dev.cordon.domain.incident.Stage;
import dev.cordon.ui.kernel.Done;
import dev.cordon.ui.kernel.ReasonDialog;
import dev.cordon.ui.kernel.Words;
import java.util.List;

/** Moves an incident on, with a message. */
class MoveDialog extends ReasonDialog {

    private final Words words = Words.here();
    private final RadioButtonGroup<Stage> stages = new RadioButtonGroup<>();

    MoveDialog(OpenIncident page, MoveIncident move) {
        super(
                "move-dialog",
                Words.here().text("move.title"),
                Words.here().text("move.text"),
                Words.here().text("move.confirm"));
        var possible = page.incident().stage().next().stream().sorted().toList();
        stages.setId("move-dialog-stage");
        stages.setLabel(words.text("move.stage"));
        stages.setItems(possible);
        stages.setItemLabelGenerator(words::of);
        stages.setValue(likely(possible, page.incident().stage()));
        with(stages);
        withReason(
                message -> {
                    var incident = page.incident();
                    move.move(
                            new MoveIncident.Command(
                                    incident.id(), incident.version(), stages.getValue(), message));
                    Done.say(words.text("move.done", words.of(stages.getValue())));
                    page.refresh();
                });
    }

    /** The next one forward; the way back is there, but nobody takes it by accident. */
    private static Stage likely(List<Stage> possible, Stage now) {
        return possible.stream()
                .filter(stage -> stage.compareTo(now) > 0)
                .findFirst()
                .orElse(possible.getFirst());
    }
}
