package dev.cordon.ui.store;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import dev.cordon.application.store.SetMirror;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.mirror.MirrorPlan;
import dev.cordon.ui.kernel.AskDialog;
import dev.cordon.ui.kernel.Done;
import dev.cordon.ui.kernel.Words;

/** Says that a store is mirrored: who answers for it, what for, for how long. */
class MirrorDialog extends AskDialog {

    private final Words words = Words.here();
    private final MirrorActions actions;
    private final Store store;
    private final MirrorPlan seen;
    private final Runnable changed;
    private final TextField owner = new TextField(words.text("mirror.owner"));
    private final TextField purpose = new TextField(words.text("mirror.purpose"));
    private final IntegerField days = new IntegerField(words.text("mirror.days"));
    private final Checkbox told = new Checkbox(words.text("mirror.told.ask"));
    private final Paragraph outcome = new Paragraph();

    MirrorDialog(MirrorActions actions, Store store, MirrorPlan seen, Runnable changed) {
        super(
                "mirror-dialog",
                Words.here().text("mirror.dialog", store.name()),
                Words.here().text("mirror.dialog.text"),
                Words.here().text("mirror.confirm"));
        this.actions = actions;
        this.store = store;
        this.seen = seen;
        this.changed = changed;
        owner.setId("mirror-owner");
        owner.setHelperText(words.text("mirror.owner.help"));
        owner.setValue(seen.owner());
        owner.setWidthFull();
        purpose.setId("mirror-purpose");
        purpose.setValue(
                seen.purpose().isEmpty() ? words.text("mirror.purpose.usual") : seen.purpose());
        purpose.setWidthFull();
        days.setId("mirror-days");
        days.setHelperText(words.text("mirror.days.help"));
        days.setValue(seen.days());
        told.setId("mirror-told");
        told.setHelperText(words.text("mirror.told.help"));
        told.setValue(seen.told());
        outcome.setId("mirror-outcome");
        outcome.getElement().setAttribute("role", "alert");
        outcome.addClassNames("note", "crit");
        outcome.setVisible(false);
        with(owner, purpose, days, told, outcome);
        onConfirm(this::set);
    }

    private boolean set() {
        try {
            actions.set()
                    .set(
                            new SetMirror.Command(
                                    store.id(),
                                    seen.version(),
                                    owner.getValue(),
                                    purpose.getValue(),
                                    days.getValue() == null ? 0 : days.getValue(),
                                    told.getValue()));
        } catch (IllegalArgumentException e) {
            // The domain's sentence names what is wrong with what was typed.
            outcome.setText(words.text("mirror.input", String.valueOf(e.getMessage())));
            outcome.setVisible(true);
            return false;
        }
        Done.say(words.text("mirror.done"));
        changed.run();
        return true;
    }
}
