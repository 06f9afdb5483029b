package dev.cordon.ui.kernel;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import org.jspecify.annotations.Nullable;

/**
 * Asks before something is done. It closes when that was done, and stays with everything typed when
 * it was refused.
 */
public class AskDialog extends Dialog {

    private final Div body = new Div();
    private final Button cancel;
    private final Button confirm;
    private boolean stays;
    private @Nullable Typed typed;

    /** What has to be typed before something is destroyed. */
    private record Typed(TextField field, String expected) {

        boolean isThere() {
            boolean there = field.getValue().strip().equalsIgnoreCase(expected);
            field.setInvalid(!there);
            if (!there) {
                field.focus();
            }
            return there;
        }
    }

    /**
     * @param id of the dialog; its buttons are {@code id-confirm} and {@code id-cancel}
     */
    public AskDialog(String id, String title, String explanation, String verb) {
        setId(id);
        setHeaderTitle(title);
        addClassName("ask");
        body.addClassName("ask-body");
        body.add(new Paragraph(explanation));
        add(body);
        cancel = new Button(Words.here().text("ask.cancel"), _ -> close());
        cancel.setId(id + "-cancel");
        confirm = new Button(verb);
        confirm.setId(id + "-confirm");
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(cancel, confirm);
    }

    public final AskDialog with(Component... content) {
        body.add(content);
        return this;
    }

    /** Nothing can be decided here, only read. */
    public final void readOnly() {
        getFooter().remove(confirm);
        cancel.setText(Words.here().text("ask.close"));
    }

    /** Nothing can be confirmed while that is under way. */
    public final void busy(boolean underWay) {
        confirm.setEnabled(!underWay);
    }

    /** What is done shows in the dialog itself. */
    public final void stayOpen() {
        stays = true;
        cancel.setText(Words.here().text("ask.close"));
    }

    /** Goes on only once that was typed, since what is destroyed does not come back. */
    public final AskDialog typed(String expected) {
        var words = Words.here();
        var field = new TextField(words.text("ask.typed", expected));
        field.setId(getId().orElseThrow() + "-typed");
        field.setWidthFull();
        field.setManualValidation(true);
        field.setErrorMessage(words.text("ask.typed.wrong", expected));
        typed = new Typed(field, expected);
        return with(field);
    }

    /** What to do; a refusal is thrown or answered with false, and the dialog stays. */
    public final AskDialog onConfirm(Work work) {
        confirm.addClickListener(
                _ -> {
                    if ((typed == null || typed.isThere()) && work.isDone() && !stays) {
                        close();
                    }
                });
        return this;
    }

    /** Something that is tried. */
    @FunctionalInterface
    public interface Work {
        /** Tries it; false when the viewer has to correct something first. */
        boolean isDone();
    }
}
