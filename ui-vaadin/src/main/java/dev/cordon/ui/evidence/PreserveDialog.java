package dev.cordon.ui.evidence;

import com.vaadin.flow.component.html.Paragraph;
import dev.cordon.application.evidence.PreserveLogLines;
import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.ui.incident.OpenIncident;
import dev.cordon.ui.kernel.Done;
import dev.cordon.ui.kernel.ReasonDialog;
import dev.cordon.ui.kernel.Words;
import java.io.IOException;

/** Puts the log lines behind an alert under custody. */
class PreserveDialog extends ReasonDialog {

    private final Paragraph outcome = new Paragraph();

    PreserveDialog(OpenIncident page, AlertId alert, PreserveLogLines preserve) {
        super(
                "preserve",
                Words.here().text("evidence.preserve"),
                Words.here().text("evidence.preserve.text"),
                Words.here().text("evidence.preserve"));
        outcome.setId("preserve-outcome");
        outcome.getElement().setAttribute("role", "alert");
        with(outcome);
        stayOpen();
        withReason(purpose -> preserve(page, alert, preserve, purpose));
    }

    private void preserve(
            OpenIncident page, AlertId alert, PreserveLogLines preserve, String purpose) {
        var words = Words.here();
        try {
            preserve.preserve(new PreserveLogLines.Command(page.incident().id(), alert, purpose));
            close();
            Done.say(words.text("evidence.preserve.done"));
            page.refresh();
        } catch (NotFound e) {
            fail(words.text("evidence.preserve.gone"));
        } catch (IOException e) {
            fail(words.text("evidence.preserve.failed", String.valueOf(e.getMessage())));
        }
    }

    private void fail(String text) {
        outcome.setText(text);
        outcome.addClassNames("note", "crit");
    }
}
