package dev.cordon.ui.evidence;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import dev.cordon.application.kernel.Progress;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.ui.incident.OpenIncident;
import dev.cordon.ui.kernel.Busy;
import dev.cordon.ui.kernel.Done;
import dev.cordon.ui.kernel.LongWork;
import dev.cordon.ui.kernel.Words;
import java.io.IOException;

/**
 * Puts what is behind an alert under custody: its log lines, or what came in as it came. It is
 * searched and hashed beside the session, and the dialog can be closed meanwhile.
 */
class PreserveDialog extends PurposeDialog {

    private final Words words = Words.here();
    private final TextField because = new TextField(words.text("upload.because"));
    private final Busy busy = new Busy("preserve-busy");
    private final Paragraph outcome = new Paragraph();
    private final LongWork work;

    /** Takes it into custody. */
    @FunctionalInterface
    interface Preserving {

        /**
         * @param because why card numbers may stay in it; empty if they may not
         * @param progress told how far it is, if that is known
         */
        void preserve(String purpose, String because, Progress progress) throws IOException;
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
            Preserving preserving,
            LongWork work) {
        super(
                "preserve",
                Words.here().text("evidence.preserve." + key),
                Words.here().text("evidence.preserve." + key + ".text"),
                Words.here().text("evidence.preserve." + key));
        this.work = work;
        var behind = new Paragraph(words.text("evidence.preserve.alert", alert));
        behind.setId("preserve-alert");
        with(behind);
        if (mayLeaveCards) {
            with(because());
        }
        outcome.setId("preserve-outcome");
        outcome.getElement().setAttribute("role", "alert");
        with(busy, outcome);
        stayOpen();
        withReason(purpose -> begin(page, preserving, purpose));
    }

    private TextField because() {
        because.setId("preserve-because");
        because.setHelperText(words.text("evidence.preserve.because.help"));
        because.setMaxLength(500);
        because.setWidthFull();
        return because;
    }

    private void begin(OpenIncident page, Preserving preserving, String purpose) {
        var why = because.getValue();
        outcome.setText("");
        outcome.removeClassNames("note", "crit");
        underWay(true);
        work.run(progress -> isPreserved(preserving, purpose, why, progress), new Ended(page));
    }

    /** False if it is kept no longer. */
    private static boolean isPreserved(
            Preserving preserving, String purpose, String because, Progress progress)
            throws IOException {
        try {
            preserving.preserve(purpose, because, progress);
            return true;
        } catch (NotFound gone) {
            return false;
        }
    }

    private void underWay(boolean is) {
        busy(is);
        if (is) {
            busy.begin(words.text("evidence.preserve.busy"));
        } else {
            busy.end();
        }
    }

    /** How it ended; what was refused comes back with all that was typed. */
    private class Ended implements LongWork.Waiting<Boolean> {

        private final OpenIncident page;

        Ended(OpenIncident page) {
            this.page = page;
        }

        @Override
        public void reached(long done, long total) {
            busy.reached(done, total);
        }

        @Override
        public void done(Boolean preserved) {
            stopped();
            if (!preserved) {
                fail(words.text("evidence.preserve.gone"));
                return;
            }
            close();
            Done.say(words.text("evidence.preserve.done"));
            page.refresh();
        }

        @Override
        public void failed(IOException why) {
            stopped();
            fail(words.text("evidence.preserve.failed", Failures.text(words, why)));
        }

        @Override
        public void stopped() {
            underWay(false);
        }
    }

    private void fail(String text) {
        outcome.setText(text);
        outcome.addClassNames("note", "crit");
        if (!isOpened()) {
            open();
        }
    }
}
