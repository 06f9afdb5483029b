package dev.cordon.ui.detection;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import dev.cordon.application.detection.DismissAlert;
import dev.cordon.domain.detection.Alert;
import dev.cordon.domain.detection.AlertResolution;
import dev.cordon.ui.kernel.Done;
import dev.cordon.ui.kernel.ReasonDialog;
import dev.cordon.ui.kernel.Words;
import java.util.function.BiConsumer;

/** Closes an alert that needs nothing more: what it was, and why. */
class DismissDialog extends ReasonDialog {

    DismissDialog(Alert alert, DismissAlert dismiss, Runnable changed) {
        this(
                (resolution, reason) -> {
                    dismiss.dismiss(
                            new DismissAlert.Command(
                                    alert.id(), alert.version(), resolution, reason));
                    Done.say(Words.here().text("dismiss.done"));
                    changed.run();
                });
    }

    DismissDialog(BiConsumer<AlertResolution, String> dismiss) {
        super(
                "dismiss",
                Words.here().text("dismiss.title"),
                Words.here().text("dismiss.text"),
                Words.here().text("alert.dismiss"));
        var words = Words.here();
        var resolution = new RadioButtonGroup<AlertResolution>();
        resolution.setId("dismiss-resolution");
        resolution.setLabel(words.text("dismiss.resolution"));
        resolution.setItems(AlertResolution.values());
        resolution.setItemLabelGenerator(words::of);
        resolution.setValue(AlertResolution.FALSE_POSITIVE);
        with(resolution);
        withReason(reason -> dismiss.accept(resolution.getValue(), reason));
    }
}
