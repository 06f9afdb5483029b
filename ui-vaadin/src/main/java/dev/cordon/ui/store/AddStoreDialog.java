package dev.cordon.ui.store;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.cordon.application.store.AddStore;
import dev.cordon.application.store.AddStore.Outcome;
import dev.cordon.domain.store.ContactAddress;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreAccess;
import dev.cordon.domain.store.StoreEnvironment;
import dev.cordon.domain.store.StoreUrl;
import dev.cordon.ui.kernel.AskDialog;
import dev.cordon.ui.kernel.Moments;
import dev.cordon.ui.kernel.Words;
import java.time.ZoneId;
import java.util.Locale;

/** Takes a store into care; its key comes afterwards, on the store's own page. */
class AddStoreDialog extends AskDialog {

    private final Words words = Words.here();
    private final AddStore add;
    private final TextField name = new TextField(words.text("store.name"));
    private final TextField url = new TextField(words.text("store.url"));
    private final TextField contact = new TextField(words.text("store.contact"));
    private final RadioButtonGroup<StoreEnvironment> environment = new RadioButtonGroup<>();
    private final ComboBox<ZoneId> zone = new ComboBox<>(words.text("store.zone"));
    private final Select<Locale> language = new Select<>();
    private final Paragraph outcome = new Paragraph();

    AddStoreDialog(AddStore add) {
        super(
                "add-store-dialog",
                Words.here().text("store.add"),
                Words.here().text("store.add.text"),
                Words.here().text("store.add"));
        this.add = add;
        outcome.setId("add-store-outcome");
        outcome.getElement().setAttribute("role", "alert");
        outcome.setVisible(false);
        texts();
        choices();
        with(name, url, contact, environment, zone, language, outcome);
        onConfirm(this::confirm);
    }

    private void texts() {
        name.setId("store-name");
        url.setId("store-url");
        url.setPlaceholder("https://shop.example");
        contact.setId("store-contact");
        contact.setPlaceholder("privacy@shop.example");
        contact.setHelperText(words.text("store.contact.help"));
        for (var field : new TextField[] {name, url, contact}) {
            field.setRequiredIndicatorVisible(true);
            field.setWidthFull();
        }
    }

    private void choices() {
        environment.setId("store-environment");
        environment.setLabel(words.text("store.environment"));
        environment.setHelperText(words.text("store.environment.help"));
        environment.setItems(StoreEnvironment.values());
        environment.setItemLabelGenerator(words::of);
        environment.setValue(StoreEnvironment.PRODUCTION);
        zone.setId("store-zone");
        zone.setItems(ZoneId.getAvailableZoneIds().stream().sorted().map(ZoneId::of).toList());
        zone.setItemLabelGenerator(ZoneId::getId);
        zone.setValue(Moments.here().zone());
        language.setId("store-language");
        language.setLabel(words.text("store.language"));
        language.setItems(Words.LANGUAGES);
        language.setItemLabelGenerator(each -> each.getDisplayLanguage(words.locale()));
        language.setValue(words.locale());
    }

    private boolean confirm() {
        Store.Profile profile;
        try {
            profile = profile();
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

    private Store.Profile profile() {
        if (name.getValue().isBlank()) {
            throw new IllegalArgumentException(words.text("store.name.missing"));
        }
        return new Store.Profile(
                name.getValue().strip(),
                StoreUrl.of(url.getValue()),
                environment.getValue(),
                zone.getValue() == null ? Moments.here().zone() : zone.getValue(),
                language.getValue(),
                new ContactAddress(contact.getValue()));
    }

    private boolean refuse(String why) {
        outcome.setText(why);
        outcome.addClassNames("note", "crit");
        outcome.setVisible(true);
        return false;
    }
}
