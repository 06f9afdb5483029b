package dev.cordon.ui.detection;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import dev.cordon.application.detection.AddLogSource;
import dev.cordon.application.detection.AddLogSource.Outcome;
import dev.cordon.application.store.StoreQueries.StoreDetail;
import dev.cordon.domain.detection.log.LogFormat;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.kernel.Mode;
import dev.cordon.domain.store.Store;
import dev.cordon.ui.kernel.AskDialog;
import dev.cordon.ui.kernel.Words;

/** Takes a store's access log in, and says where its lines are to be sent. */
class AddSourceDialog extends AskDialog {

    private final Words words = Words.here();
    private final SourceActions actions;
    private final ComboBox<Store> store = new ComboBox<>(words.text("source.store"));
    private final TextField id = new TextField(words.text("source.id"));
    private final TextField name = new TextField(words.text("source.name"));
    private final Paragraph outcome = new Paragraph();

    AddSourceDialog(SourceActions actions) {
        super(
                "add-source-dialog",
                Words.here().text("source.add"),
                Words.here().text("source.add.text"),
                Words.here().text("source.add"));
        this.actions = actions;
        store.setId("source-store");
        store.setItems(actions.stores().stores().stream().map(StoreDetail::store).toList());
        store.setItemLabelGenerator(Store::name);
        store.setWidthFull();
        id.setId("source-id");
        id.setPlaceholder("shop-access");
        id.setHelperText(words.text("source.id.help"));
        id.setWidthFull();
        name.setId("source-name");
        name.setWidthFull();
        outcome.setId("source-outcome");
        outcome.getElement().setAttribute("role", "alert");
        outcome.setVisible(false);
        with(store, id, name, outcome);
        onConfirm(this::confirm);
    }

    private boolean confirm() {
        if (store.getValue() == null) {
            return refuse(words.text("source.store.missing"));
        }
        AddLogSource.Command command;
        try {
            command = command(store.getValue());
        } catch (IllegalArgumentException e) {
            // The domain's sentence names what is wrong with what was typed.
            return refuse(words.text("source.add.input", String.valueOf(e.getMessage())));
        }
        return switch (actions.add().add(command)) {
            case Outcome.Added _ -> true;
            case Outcome.IdTaken _ -> refuse(words.text("source.taken"));
        };
    }

    private AddLogSource.Command command(Store chosen) {
        return new AddLogSource.Command(
                new SourceId(id.getValue().strip()),
                chosen.id(),
                name.getValue(),
                LogFormat.COMBINED,
                chosen.zone(),
                Mode.LIVE);
    }

    private boolean refuse(String why) {
        outcome.setText(why);
        outcome.addClassNames("note", "crit");
        outcome.setVisible(true);
        return false;
    }
}
