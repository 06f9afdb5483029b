package dev.cordon.ui.evidence;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import dev.cordon.application.evidence.WaivePreservation;
import dev.cordon.domain.evidence.preservation.Loss;
import dev.cordon.ui.incident.OpenIncident;
import dev.cordon.ui.kernel.Done;
import dev.cordon.ui.kernel.ReasonDialog;
import dev.cordon.ui.kernel.Words;
import java.time.Duration;
import java.util.List;

/** Asks why something need not be preserved before a step destroys it, and for how long. */
class WaiverDialog extends ReasonDialog {

    private static final int LONGEST_REASON = 500;

    private final Words words = Words.here();
    private final RadioButtonGroup<Integer> hours = new RadioButtonGroup<>();

    WaiverDialog(
            OpenIncident page,
            String step,
            List<Loss> open,
            WaivePreservation waive,
            Runnable done) {
        super(
                "waiver",
                Words.here().text("waiver.ask"),
                Words.here().text("waiver.ask.text", step),
                Words.here().text("waiver.confirm"));
        atMost(LONGEST_REASON);
        with(lost(open), hours());
        withReason(
                reason -> {
                    waive.waive(
                            new WaivePreservation.Command(
                                    page.incident().id(),
                                    step,
                                    open,
                                    reason,
                                    Duration.ofHours(hours.getValue())));
                    Done.say(words.text("waiver.done"));
                    page.refresh();
                    done.run();
                });
    }

    private static UnorderedList lost(List<Loss> open) {
        var list = new UnorderedList();
        list.setId("waiver-losses");
        open.forEach(loss -> list.add(new ListItem(loss.text())));
        return list;
    }

    private RadioButtonGroup<Integer> hours() {
        hours.setId("waiver-hours");
        hours.setLabel(words.text("waiver.hours"));
        hours.setItems(1, 4, 24);
        hours.setValue(1);
        hours.setItemLabelGenerator(one -> words.text("waiver.hours.choice", one));
        return hours;
    }
}
