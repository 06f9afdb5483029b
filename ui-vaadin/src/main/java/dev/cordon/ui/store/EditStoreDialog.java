package dev.cordon.ui.store;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import dev.cordon.application.store.AddStore;
import dev.cordon.application.store.StoreQueries.StoreDetail;
import dev.cordon.application.store.UpdateStore;
import dev.cordon.domain.store.Store;
import dev.cordon.ui.kernel.AskDialog;
import dev.cordon.ui.kernel.Done;
import dev.cordon.ui.kernel.Words;

/** Corrects what is known about a store, with a reason. */
class EditStoreDialog extends AskDialog {

    private final Words words = Words.here();
    private final Store store;
    private final StoreActions actions;
    private final Runnable changed;
    private final StoreFields asked;
    private final TextField reason = new TextField(words.text("reason.label"));
    private final Paragraph outcome = new Paragraph();

    EditStoreDialog(Store store, StoreActions actions, Runnable changed) {
        super(
                "edit-store",
                Words.here().text("store.edit.title", store.name()),
                Words.here().text("store.edit.text"),
                Words.here().text("store.edit.save"));
        this.store = store;
        this.actions = actions;
        this.changed = changed;
        asked =
                new StoreFields(
                                actions.queries().stores().stream()
                                        .map(StoreDetail::store)
                                        .filter(other -> !other.id().equals(store.id()))
                                        .toList())
                        .of(store);
        reason.setId("edit-store-reason");
        reason.setRequiredIndicatorVisible(true);
        reason.setWidthFull();
        outcome.setId("edit-store-outcome");
        outcome.getElement().setAttribute("role", "alert");
        outcome.addClassNames("note", "crit");
        outcome.setVisible(false);
        with(asked.fields().toArray(Component[]::new));
        with(reason, outcome);
        onConfirm(this::save);
    }

    private boolean save() {
        if (reason.getValue().isBlank()) {
            return refuse(words.text("reason.missing"));
        }
        Store.Profile profile;
        try {
            profile = asked.profile();
        } catch (IllegalArgumentException e) {
            return refuse(words.text("store.add.input", String.valueOf(e.getMessage())));
        }
        var command =
                new UpdateStore.Command(
                        store.id(), store.version(), profile, reason.getValue().strip());
        return switch (actions.update().update(command)) {
            case UPDATED -> {
                Done.say(words.text("store.edit.done"));
                changed.run();
                yield true;
            }
            case TWIN_IS_NO_STAGING_STORE ->
                    refuse(words.of(AddStore.Outcome.Refused.TWIN_IS_NO_STAGING_STORE));
        };
    }

    private boolean refuse(String why) {
        outcome.setText(why);
        outcome.setVisible(true);
        return false;
    }
}
