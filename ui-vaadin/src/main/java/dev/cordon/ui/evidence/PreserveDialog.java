package dev.cordon.ui.evidence;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.ui.incident.OpenIncident;
import dev.cordon.ui.kernel.Done;
import dev.cordon.ui.kernel.Words;
import java.io.IOException;

/** Puts what is behind an alert under custody: its log lines, or what came in as it came. */
class PreserveDialog extends PurposeDialog {

    private final Words words = Words.here();
    private final TextField because = new TextField(words.text("upload.because"));
    private final Paragraph outcome = new Paragraph();

    /** Takes it into custody. */
    @FunctionalInterface
    interface Preserving {

        /**
         * @param because why card numbers may stay in it; empty if they may not
         */
        void preserve(String purpose, String because) throws IOException;
    }

    /**
     * @param key what is preserved: its texts are {@code evidence.preserve.KEY}
     * @param alert which alert it is behind
     * @param mayLeaveCards whether the viewer may say why card numbers stay in it
     */
    PreserveDialog(
            OpenIncident page,
            String key,
            String alert,
            boolean mayLeaveCards,
            Preserving preserving) {
        super(
                "preserve",
                Words.here().text("evidence.preserve." + key),
                Words.here().text("evidence.preserve." + key + ".text"),
                Words.here().text("evidence.preserve." + key));
        var behind = new Paragraph(words.text("evidence.preserve.alert", alert));
        behind.setId("preserve-alert");
        with(behind);
        if (mayLeaveCards) {
            with(because());
        }
        outcome.setId("preserve-outcome");
        outcome.getElement().setAttribute("role", "alert");
        with(outcome);
        stayOpen();
        withReason(purpose -> preserve(page, preserving, purpose));
    }

    private TextField because() {
        because.setId("preserve-because");
        because.setHelperText(words.text("evidence.preserve.because.help"));
        because.setMaxLength(500);
        because.setWidthFull();
        return because;
    }

    private void preserve(OpenIncident page, Preserving preserving, String purpose) {
        try {
            preserving.preserve(purpose, because.getValue());
            close();
            Done.say(words.text("evidence.preserve.done"));
            page.refresh();
        } catch (NotFound e) {
            fail(words.text("evidence.preserve.gone"));
        } catch (IOException e) {
            fail(words.text("evidence.preserve.failed", Failures.text(words, e)));
        }
    }

    private void fail(String text) {
        outcome.setText(text);
        outcome.addClassNames("note", "crit");
    }
}
