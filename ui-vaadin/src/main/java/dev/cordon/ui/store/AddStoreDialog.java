package dev.cordon.ui.store;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import dev.cordon.application.store.AddStore;
import dev.cordon.application.store.AddStore.Outcome;
import dev.cordon.application.store.StoreQueries.StoreDetail;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreAccess;
import dev.cordon.ui.kernel.AskDialog;
import dev.cordon.ui.kernel.Words;

/** Takes a store into care; its connections come afterwards, on the store's own page. */
class AddStoreDialog extends AskDialog {

    private final Words words = Words.here();
    private final AddStore add;
    private final StoreFields asked;
    private final Paragraph outcome = new Paragraph();

    AddStoreDialog(StoreActions actions) {
        super(
                "add-store-dialog",
                Words.here().text("store.add"),
                Words.here().text("store.add.text"),
                Words.here().text("store.add"));
        this.add = actions.add();
        asked =
                new StoreFields(
                        actions.queries().stores().stream().map(StoreDetail::store).toList());
        outcome.setId("add-store-outcome");
        outcome.getElement().setAttribute("role", "alert");
        outcome.setVisible(false);
        with(asked.fields().toArray(Component[]::new));
        with(outcome);
        onConfirm(this::confirm);
    }

    private boolean confirm() {
        Store.Profile profile;
        try {
            profile = asked.profile();
        } catch (IllegalArgumentException e) {
            // The domain's sentence names what is wrong with what was typed.
            return refuse(words.text("store.add.input", String.valueOf(e.getMessage())));
        }
        return switch (add.add(new AddStore.Command(profile, StoreAccess.NONE))) {
            case Outcome.Added(var id) -> {
                UI.getCurrent().navigate("stores/" + id);
                yield true;
            }
            case Outcome.Refused refused -> refuse(words.of(refused));
        };
    }

    private boolean refuse(String why) {
        outcome.setText(why);
        outcome.addClassNames("note", "crit");
        outcome.setVisible(true);
        return false;
    }
}
