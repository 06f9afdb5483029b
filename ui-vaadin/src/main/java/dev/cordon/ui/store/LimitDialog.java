package dev.cordon.ui.store;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import dev.cordon.application.people.LimitRoleToStores;
import dev.cordon.application.store.StoreQueries.StoreDetail;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.people.Grant;
import dev.cordon.domain.people.Person;
import dev.cordon.domain.store.Store;
import dev.cordon.ui.kernel.AskDialog;
import dev.cordon.ui.kernel.Done;
import dev.cordon.ui.kernel.Words;
import java.util.List;
import java.util.stream.Collectors;

/** Chooses the stores for which a person holds a role; none chosen means all. */
class LimitDialog extends AskDialog {

    private final Words words = Words.here();
    private final RadioButtonGroup<Grant> role = new RadioButtonGroup<>();
    private final CheckboxGroup<Store> chosen = new CheckboxGroup<>();
    private final List<Store> stores;

    LimitDialog(Person person, LimitRoleToStores limit, List<StoreDetail> all, Runnable changed) {
        super(
                "limit",
                Words.here().text("limit.title", person.displayName()),
                Words.here().text("limit.text"),
                Words.here().text("limit.save"));
        stores = all.stream().map(StoreDetail::store).toList();
        role.setId("limit-role");
        role.setLabel(words.text("limit.role"));
        role.setItems(person.grants());
        role.setItemLabelGenerator(grant -> words.of(grant.role()));
        role.addValueChangeListener(change -> show(change.getValue()));
        chosen.setId("limit-stores");
        chosen.setLabel(words.text("limit.stores"));
        chosen.setItems(stores);
        chosen.setItemLabelGenerator(Store::name);
        role.setValue(person.grants().getFirst());
        with(role, chosen);
        onConfirm(
                () -> {
                    limit.limit(command(person));
                    Done.say(words.text("limit.done"));
                    changed.run();
                    return true;
                });
    }

    private void show(Grant grant) {
        chosen.setValue(
                stores.stream()
                        .filter(
                                store ->
                                        grant.scope() instanceof StoreScope.Only
                                                && grant.scope().covers(store.id()))
                        .collect(Collectors.toSet()));
    }

    private LimitRoleToStores.Command command(Person person) {
        return new LimitRoleToStores.Command(
                person.username(),
                role.getValue().role(),
                chosen.getValue().stream().map(Store::id).collect(Collectors.toSet()));
    }
}
