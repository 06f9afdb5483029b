package dev.cordon.ui.detection;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import dev.cordon.application.detection.AddLogSource;
import dev.cordon.application.detection.AddLogSource.Outcome;
import dev.cordon.application.store.StoreQueries.StoreDetail;
import dev.cordon.domain.detection.log.LogSource;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.kernel.Mode;
import dev.cordon.domain.store.Store;
import dev.cordon.ui.kernel.AskDialog;
import dev.cordon.ui.kernel.Words;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Takes a store's log in, and goes on to whoever shall send it. */
class AddSourceDialog extends AskDialog {

    private final Words words = Words.here();
    private final SourceActions actions;
    private final Runnable added;
    private final ComboBox<Store> store = new ComboBox<>(words.text("source.store"));
    private final FormatField format = new FormatField(this::suggest);
    private final ZoneField zone = new ZoneField();
    private final TextField id = new TextField(words.text("source.id"));
    private final TextField name = new TextField(words.text("source.name"));
    private final Paragraph outcome = new Paragraph();
    private String suggestedId = "";
    private String suggestedName = "";

    AddSourceDialog(SourceActions actions, Runnable added) {
        super(
                "add-source-dialog",
                Words.here().text("source.add"),
                Words.here().text("source.add.text"),
                Words.here().text("source.add"));
        this.actions = actions;
        this.added = added;
        var stores = actions.stores().stores().stream().map(StoreDetail::store).toList();
        store.setId("source-store");
        store.setItems(stores);
        store.setItemLabelGenerator(Store::name);
        store.setWidthFull();
        store.addValueChangeListener(_ -> suggest());
        id.setId("source-id");
        id.setPlaceholder("shop-access");
        id.setHelperText(words.text("source.id.help"));
        id.setWidthFull();
        name.setId("source-name");
        name.setWidthFull();
        outcome.setId("source-outcome");
        outcome.getElement().setAttribute("role", "alert");
        outcome.setVisible(false);
        with(store, format, zone, name, id, outcome);
        onConfirm(this::confirm);
        if (stores.size() == 1) {
            store.setValue(stores.getFirst());
        }
    }

    /** Fills in what most people would, and never over what somebody typed. */
    private void suggest() {
        var chosen = store.getValue();
        var written = format.format();
        zone.suggest(chosen, written);
        if (chosen == null || written == null) {
            return;
        }
        var formats = new FormatWords(words);
        if (id.getValue().equals(suggestedId)) {
            suggestedId = slug(chosen.name()) + "-" + formats.usualEnding(written);
            id.setValue(suggestedId);
        }
        if (name.getValue().equals(suggestedName)) {
            suggestedName = formats.usualName(written);
            name.setValue(suggestedName);
        }
    }

    private static String slug(String name) {
        var slug =
                name.toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-+|-+$", "");
        return slug.isEmpty() ? "shop" : slug.substring(0, Math.min(40, slug.length()));
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
        return command == null
                ? refuse(words.text("source.format.missing"))
                : switch (actions.add().add(command)) {
                    case Outcome.Added(var source) -> goOn(source);
                    case Outcome.IdTaken _ -> refuse(words.text("source.taken"));
                };
    }

    private AddLogSource.@Nullable Command command(Store chosen) {
        var written = format.parsed();
        return written == null
                ? null
                : new AddLogSource.Command(
                        new SourceId(id.getValue().strip()),
                        chosen.id(),
                        name.getValue(),
                        written,
                        zone.getValue(),
                        Mode.LIVE);
    }

    /** A log without a sender shows nothing: the next step is to make one. */
    private boolean goOn(LogSource source) {
        added.run();
        new SourceDoorsDialog(actions.doors(), source).justAdded().open();
        return true;
    }

    private boolean refuse(String why) {
        outcome.setText(why);
        outcome.addClassNames("note", "crit");
        outcome.setVisible(true);
        return false;
    }
}
