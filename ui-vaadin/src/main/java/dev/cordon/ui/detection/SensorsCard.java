package dev.cordon.ui.detection;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import dev.cordon.application.detection.SourceQueries.Intake;
import dev.cordon.domain.people.Permission;
import dev.cordon.ui.kernel.Chip;
import dev.cordon.ui.kernel.EmptyState;
import dev.cordon.ui.kernel.LiveCard;
import dev.cordon.ui.kernel.Moments;
import dev.cordon.ui.kernel.Row;
import dev.cordon.ui.kernel.Tone;
import dev.cordon.ui.kernel.Words;
import java.util.ArrayList;
import java.util.List;

/** What each log source sent, and how much of it was understood. Silence is an alarm. */
class SensorsCard extends LiveCard<List<Intake>> {

    private final Words words = Words.here();
    private final SourceActions actions;

    SensorsCard(SourceActions actions) {
        super(Words.here().text("sensors.title"));
        this.actions = actions;
        setId("sensors");
    }

    @Override
    protected List<Intake> read() {
        return actions.queries().all();
    }

    @Override
    protected void paint(List<Intake> found) {
        var content = new ArrayList<Component>();
        if (found.isEmpty()) {
            content.add(
                    new EmptyState(words.text("sensors.none"), words.text("sensors.none.what")));
        }
        found.forEach(intake -> content.add(row(intake)));
        if (actions.caller().may(Permission.STORE_MANAGE)) {
            var add =
                    new Button(words.text("source.add"), _ -> new AddSourceDialog(actions).open());
            add.setId("add-source");
            content.add(add);
        }
        show(content.toArray(Component[]::new));
    }

    private Row row(Intake intake) {
        var counts = intake.counts();
        var received = intake.lastReceivedAt();
        var heard =
                received == null
                        ? words.text("sensors.unheard")
                        : words.text("sensors.heard", Moments.here().second(received));
        var understood = words.text("sensors.lines", counts.understood(), counts.rejectedLines());
        return new Row(
                Row.two(intake.source().name(), understood + " · " + heard), standing(intake));
    }

    private Chip standing(Intake intake) {
        if (intake.lastReceivedAt() == null) {
            return new Chip(Tone.HIGH, words.text("sensors.blind"));
        }
        if (intake.behind()) {
            return new Chip(Tone.MED, words.text("sensors.behind"));
        }
        return intake.counts().isDoubtful()
                ? new Chip(Tone.HIGH, words.text("sensors.doubtful"))
                : new Chip(Tone.OK, words.text("sensors.fine"));
    }
}
