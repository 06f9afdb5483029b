package dev.cordon.ui.kernel;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/**
 * Asks before something is done. It closes when that was done, and stays with everything typed when
 * it was refused.
 */
public class AskDialog extends Dialog {

    private final Div body = new Div();
    private final Button cancel;
    private final Button confirm;
    private boolean stays;

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

    /** What is done shows in the dialog itself. */
    public final void stayOpen() {
        stays = true;
        cancel.setText(Words.here().text("ask.close"));
    }

    /** What to do; a refusal is thrown or answered with false, and the dialog stays. */
    public final AskDialog onConfirm(Work work) {
        confirm.addClickListener(
                _ -> {
                    if (work.isDone() && !stays) {
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
