package dev.cordon.ui.incident;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import dev.cordon.domain.incident.Stage;
import dev.cordon.ui.kernel.Words;
import java.util.List;

/** How far an incident came, as a row of stages. */
class StageSteps extends OrderedList {

    private static final List<Stage> WAY =
            List.of(
                    Stage.TRIAGE,
                    Stage.ACTIVE,
                    Stage.CONTAINED,
                    Stage.ERADICATED,
                    Stage.RECOVERING,
                    Stage.REVIEW,
                    Stage.CLOSED);

    StageSteps(Stage now) {
        var words = Words.here();
        setId("stages");
        addClassName("steps");
        getElement().setAttribute("aria-label", words.text("incident.stages"));
        var at = WAY.indexOf(now);
        for (var stage : WAY) {
            var step = new ListItem(words.of(stage));
            if (WAY.indexOf(stage) < at) {
                step.addClassName("done");
            }
            if (stage == now) {
                step.addClassName("now");
                step.getElement().setAttribute("aria-current", "step");
            }
            add(step);
        }
        if (at < 0) {
            var ended = new ListItem(words.of(now));
            ended.addClassName("now");
            add(ended);
        }
    }
}
