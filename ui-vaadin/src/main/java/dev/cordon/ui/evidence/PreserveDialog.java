package dev.cordon.ui.evidence;

import com.vaadin.flow.component.html.Paragraph;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.ui.incident.OpenIncident;
import dev.cordon.ui.kernel.Done;
import dev.cordon.ui.kernel.Words;
import java.io.IOException;

/** Puts what is behind an alert under custody: its log lines, or what came in as it came. */
class PreserveDialog extends PurposeDialog {

    private final Paragraph outcome = new Paragraph();

    /** Takes it into custody. */
    @FunctionalInterface
    interface Preserving {
        void preserve(String purpose) throws IOException;
    }

    /**
     * @param key what is preserved: its texts are {@code evidence.preserve.KEY}
     */
    PreserveDialog(OpenIncident page, String key, Preserving preserving) {
        super(
                "preserve",
                Words.here().text("evidence.preserve." + key),
                Words.here().text("evidence.preserve." + key + ".text"),
                Words.here().text("evidence.preserve." + key));
        outcome.setId("preserve-outcome");
        outcome.getElement().setAttribute("role", "alert");
        with(outcome);
        stayOpen();
        withReason(purpose -> preserve(page, preserving, purpose));
    }

    private void preserve(OpenIncident page, Preserving preserving, String purpose) {
        var words = Words.here();
        try {
            preserving.preserve(purpose);
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
