package dev.cordon.ui.store;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import dev.cordon.ui.kernel.AskDialog;
import dev.cordon.ui.kernel.Done;
import dev.cordon.ui.kernel.Words;
import java.util.function.Consumer;

/** Asks for the note that goes with an approval of what is in a store. */
class NoteDialog extends AskDialog {

    private final Words words = Words.here();
    private final TextField note = new TextField(words.text("inventory.note"));
    private final Paragraph outcome = new Paragraph();

    /**
     * @param key of the texts, and the dialog's id
     * @param approve takes the note; what it refuses with an {@link IllegalArgumentException} is
     *     said
     */
    NoteDialog(String key, Consumer<String> approve, Component... before) {
        super(
                key.replace('.', '-'),
                Words.here().text(key),
                Words.here().text(key + ".text"),
                Words.here().text(key + ".confirm"));
        note.setId(key.replace('.', '-') + "-note");
        note.setHelperText(words.text("inventory.note.help"));
        note.setWidthFull();
        outcome.setId(key.replace('.', '-') + "-outcome");
        outcome.getElement().setAttribute("role", "alert");
        outcome.addClassNames("note", "crit");
        outcome.setVisible(false);
        with(before);
        with(note, outcome);
        onConfirm(() -> approved(key, approve));
    }

    private boolean approved(String key, Consumer<String> approve) {
        try {
            approve.accept(note.getValue());
        } catch (IllegalArgumentException e) {
            // The domain's sentence names what is wrong with what was entered.
            outcome.setText(words.text("payment-page.input", String.valueOf(e.getMessage())));
            outcome.setVisible(true);
            return false;
        }
        Done.say(words.text(key + ".done"));
        return true;
    }
}
