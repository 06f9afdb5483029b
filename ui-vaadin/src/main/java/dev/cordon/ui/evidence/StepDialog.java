package dev.cordon.ui.evidence;

import com.vaadin.flow.component.html.Paragraph;
import dev.cordon.application.evidence.NotIntact;
import dev.cordon.application.kernel.Progress;
import dev.cordon.ui.kernel.Busy;
import dev.cordon.ui.kernel.LongWork;
import dev.cordon.ui.kernel.Words;
import java.io.IOException;

/**
 * Asks why something is done with an item, and says so if its content or the vault forbids it.
 * Content that is hashed first takes its time: the dialog can be closed meanwhile, and comes back
 * if the step was refused.
 */
class StepDialog extends PurposeDialog {

    private final Words words = Words.here();
    private final LongWork work;
    private final Busy busy;
    private final Paragraph outcome = new Paragraph();

    StepDialog(String id, String title, String explanation, String verb, LongWork work) {
        super(id, title, explanation, verb);
        this.work = work;
        busy = new Busy(id + "-busy");
        outcome.setId(id + "-outcome");
        outcome.getElement().setAttribute("role", "alert");
    }

    /** Something done for a reason, which may need the content. */
    @FunctionalInterface
    interface Step {

        /**
         * @param progress to be told how far it is, where content is read
         */
        void take(String reason, Progress progress) throws IOException;
    }

    /** A step with all that was filled in for it, which knows no field of the dialog. */
    @FunctionalInterface
    interface Prepared {
        Step step();
    }

    /** Whether all is filled in; says what is missing. */
    @FunctionalInterface
    interface Ready {
        boolean isReady();
    }

    StepDialog take(Ready ready, Prepared prepared, Runnable done) {
        with(busy, outcome);
        whenReason(
                reason -> {
                    if (ready.isReady()) {
                        begin(reason, prepared.step(), done);
                    }
                    return false;
                });
        return this;
    }

    private void begin(String reason, Step step, Runnable done) {
        outcome.setText("");
        outcome.removeClassNames("note", "crit");
        underWay(true);
        work.run(
                progress -> {
                    step.take(reason, progress);
                    return step;
                },
                new Ended(done));
    }

    private void underWay(boolean is) {
        busy(is);
        if (is) {
            busy.begin(words.text("evidence.busy"));
        } else {
            busy.end();
        }
    }

    /** How the step ended, shown in the dialog that asked for it. */
    private class Ended implements LongWork.Waiting<Step> {

        private final Runnable done;

        Ended(Runnable done) {
            this.done = done;
        }

        @Override
        public void reached(long done, long total) {
            busy.reached(done, total);
        }

        @Override
        public void done(Step taken) {
            stopped();
            close();
            done.run();
        }

        @Override
        public void failed(IOException why) {
            stopped();
            outcome.setText(
                    why instanceof NotIntact
                            ? Failures.text(words, why)
                            : words.text("evidence.not-done", Failures.text(words, why)));
            outcome.addClassNames("note", "crit");
            if (!isOpened()) {
                open();
            }
        }

        @Override
        public void stopped() {
            underWay(false);
        }
    }
}
