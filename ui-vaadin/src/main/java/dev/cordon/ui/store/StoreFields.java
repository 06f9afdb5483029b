package dev.cordon.ui.store;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.cordon.domain.store.ContactAddress;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreEnvironment;
import dev.cordon.domain.store.StoreUrl;
import dev.cordon.ui.kernel.Moments;
import dev.cordon.ui.kernel.Words;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** What a person says about a store. */
class StoreFields {

    private final Words words = Words.here();
    private final TextField name = new TextField(words.text("store.name"));
    private final TextField url = new TextField(words.text("store.url"));
    private final TextField contact = new TextField(words.text("store.contact"));
    private final RadioButtonGroup<StoreEnvironment> environment = new RadioButtonGroup<>();
    private final Select<Store> twin = new Select<>();
    private final ComboBox<ZoneId> zone = new ComboBox<>(words.text("store.zone"));
    private final Select<Locale> language = new Select<>();

    /**
     * @param others the stores that may be its twin
     */
    StoreFields(List<Store> others) {
        texts();
        choices();
        twin.setId("store-twin");
        twin.setLabel(words.text("store.twin"));
        twin.setHelperText(words.text("store.twin.help"));
        twin.setEmptySelectionAllowed(true);
        twin.setEmptySelectionCaption(words.text("store.twin.none"));
        twin.setItems(others.stream().filter(store -> !store.isProduction()).toList());
        twin.setItemLabelGenerator(store -> store == null ? "" : store.name());
    }

    List<Component> fields() {
        return List.of(name, url, contact, environment, twin, zone, language);
    }

    /** Begins with what is known of the store. */
    StoreFields of(Store store) {
        name.setValue(store.name());
        url.setValue(store.url().toString());
        contact.setValue(store.contact().value());
        environment.setValue(store.environment());
        zone.setValue(store.zone());
        language.setItems(
                Words.LANGUAGES.contains(store.language())
                        ? Words.LANGUAGES
                        : List.of(store.language(), Locale.ENGLISH, Locale.GERMAN));
        language.setValue(store.language());
        twin.getListDataView()
                .getItems()
                .filter(other -> other.id().equals(store.twin()))
                .findFirst()
                .ifPresent(twin::setValue);
        return this;
    }

    /**
     * @throws IllegalArgumentException with a sentence when something is wrong with it
     */
    Store.Profile profile() {
        if (name.getValue().isBlank()) {
            throw new IllegalArgumentException(words.text("store.name.missing"));
        }
        var paired = twin.getValue();
        return new Store.Profile(
                        name.getValue().strip(),
                        StoreUrl.of(url.getValue()),
                        environment.getValue(),
                        zone.getValue() == null ? Moments.here().zone() : zone.getValue(),
                        language.getValue(),
                        new ContactAddress(contact.getValue()))
                .withTwin(
                        paired == null || environment.getValue() == StoreEnvironment.STAGING
                                ? null
                                : paired.id());
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
        environment.addValueChangeListener(
                change -> twin.setVisible(change.getValue() == StoreEnvironment.PRODUCTION));
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
}
