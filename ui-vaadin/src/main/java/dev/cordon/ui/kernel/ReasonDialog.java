package dev.cordon.ui.kernel;

import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Asks for a reason, which is written down with what is done. */
public class ReasonDialog extends AskDialog {

    private static final int LONGEST = 2_000;

    private final TextArea reason;

    /** The reason's field has the id {@code id-reason}. */
    public ReasonDialog(String id, String title, String explanation, String verb) {
        super(id, title, explanation, verb);
        reason = new TextArea(Words.here().text("reason.label"));
        reason.setId(id + "-reason");
        reason.setRequiredIndicatorVisible(true);
        reason.setMaxLength(LONGEST);
        reason.setMinRows(3);
        reason.setWidthFull();
        reason.setErrorMessage(Words.here().text("reason.missing"));
        with(reason);
    }

    /** The reason is shorter than elsewhere. */
    public final void atMost(int characters) {
        reason.setMaxLength(characters);
    }

    /** Does it with the reason; without one the field says that it is needed. */
    public final ReasonDialog withReason(Consumer<String> work) {
        return whenReason(
                text -> {
                    work.accept(text);
                    return true;
                });
    }

    /** The same with something that may be refused; then the dialog stays. */
    public final ReasonDialog whenReason(Predicate<String> work) {
        onConfirm(
                () -> {
                    var text = reason.getValue().strip();
                    reason.setInvalid(text.isEmpty());
                    if (text.isEmpty()) {
                        reason.focus();
                        return false;
                    }
                    return work.test(text);
                });
        return this;
    }
}
