package dev.cordon.ui.evidence;

import com.vaadin.flow.component.html.Paragraph;
import dev.cordon.application.evidence.NotIntact;
import dev.cordon.ui.kernel.Words;
import java.io.IOException;

/** Asks why something is done with an item, and says so if its content or the vault forbids it. */
class StepDialog extends PurposeDialog {

    private final Words words = Words.here();
    private final Paragraph outcome = new Paragraph();

    StepDialog(String id, String title, String explanation, String verb) {
        super(id, title, explanation, verb);
        outcome.setId(id + "-outcome");
        outcome.getElement().setAttribute("role", "alert");
    }

    /** Something done for a reason, which may need the content. */
    @FunctionalInterface
    interface Step {
        void take(String reason) throws IOException;
    }

    /** Takes the step; false where something is still to be filled in. */
    @FunctionalInterface
    interface Ready {
        boolean isReady();
    }

    StepDialog take(Ready ready, Step step, Runnable done) {
        with(outcome);
        whenReason(
                reason -> {
                    if (!ready.isReady()) {
                        return false;
                    }
                    try {
                        step.take(reason);
                    } catch (NotIntact changed) {
                        return fail(words.text("evidence.not-intact", changed.label()));
                    } catch (IOException refused) {
                        return fail(words.text("evidence.not-done", Failures.text(words, refused)));
                    }
                    done.run();
                    return true;
                });
        return this;
    }

    private boolean fail(String text) {
        outcome.setText(text);
        outcome.addClassNames("note", "crit");
        return false;
    }
}
