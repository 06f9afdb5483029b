package dev.cordon.ui.store;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import dev.cordon.application.kernel.Caller;
import dev.cordon.application.people.LimitRoleToStores;
import dev.cordon.application.store.StoreQueries;
import dev.cordon.domain.people.Permission;
import dev.cordon.domain.people.Person;
import dev.cordon.ui.kernel.Words;
import dev.cordon.ui.people.PersonExtra;
import java.util.List;

/** For which stores somebody holds a role. */
@org.springframework.stereotype.Component
class LimitExtra implements PersonExtra {

    private final LimitRoleToStores limit;
    private final StoreQueries stores;
    private final Caller caller;

    LimitExtra(LimitRoleToStores limit, StoreQueries stores, Caller caller) {
        this.limit = limit;
        this.stores = stores;
        this.caller = caller;
    }

    @Override
    public List<Component> of(Person person, Runnable changed) {
        if (!caller.may(Permission.PEOPLE_MANAGE) || person.grants().isEmpty()) {
            return List.of();
        }
        var button =
                new Button(
                        Words.here().text("limit.open"),
                        _ -> new LimitDialog(person, limit, stores.stores(), changed).open());
        button.setId("limit-" + person.username());
        button.addThemeVariants(ButtonVariant.SMALL);
        return List.of(button);
    }
}
