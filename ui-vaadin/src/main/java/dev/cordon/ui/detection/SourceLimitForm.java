package dev.cordon.ui.detection;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import dev.cordon.application.detection.LimitSource;
import dev.cordon.domain.detection.intake.SourceLimit;
import dev.cordon.domain.detection.log.LogSource;
import dev.cordon.ui.kernel.Done;
import dev.cordon.ui.kernel.Words;

/** How much a log source may send, in MiB. */
class SourceLimitForm extends Div {

    private static final int MIB = 1 << 20;
    private static final int FASTEST = 1024;
    private static final int LARGEST = 1024 * 1024;

    private final Words words = Words.here();
    private final SourceDoorActions actions;
    private final LogSource source;
    private final IntegerField rate = field("source-rate", "doors.rate", FASTEST);
    private final IntegerField burst = field("source-burst", "doors.burst", LARGEST);
    private SourceLimit shown;

    SourceLimitForm(SourceDoorActions actions, LogSource source) {
        this.actions = actions;
        this.source = source;
        addClassName("row");
        var set = new Button(words.text("doors.limit"), _ -> limit());
        set.setId("source-limit");
        add(rate, burst, set);
        shown = actions.queries().limit(source.id());
        paint();
    }

    private IntegerField field(String id, String label, int most) {
        var field = new IntegerField(words.text(label));
        field.setId(id);
        field.setMin(1);
        field.setMax(most);
        field.setErrorMessage(words.text("doors.limit.wrong", most));
        return field;
    }

    private void paint() {
        rate.setValue(inMib(shown.bytesPerSecond()));
        burst.setValue(inMib(shown.burst()));
    }

    private void limit() {
        if (isWrong(rate) || isWrong(burst)) {
            return;
        }
        actions.limit()
                .limit(
                        new LimitSource.Command(
                                source.id(),
                                shown.version(),
                                (long) rate.getValue() * MIB,
                                (long) burst.getValue() * MIB));
        shown = actions.queries().limit(source.id());
        paint();
        Done.say(words.text("doors.limit.done"));
    }

    private static boolean isWrong(IntegerField field) {
        var value = field.getValue();
        boolean wrong = value == null || value < field.getMin() || value > field.getMax();
        field.setInvalid(wrong);
        return wrong;
    }

    private static int inMib(long bytes) {
        return Math.toIntExact(Math.max(1, bytes / MIB));
    }
}
