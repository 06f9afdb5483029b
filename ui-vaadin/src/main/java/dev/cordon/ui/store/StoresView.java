package dev.cordon.ui.store;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.cordon.application.store.StoreQueries.StoreDetail;
import dev.cordon.domain.people.Permission;
import dev.cordon.ui.kernel.Card;
import dev.cordon.ui.kernel.Chip;
import dev.cordon.ui.kernel.EmptyState;
import dev.cordon.ui.kernel.LivePage;
import dev.cordon.ui.kernel.PageHead;
import dev.cordon.ui.kernel.Place;
import dev.cordon.ui.kernel.Row;
import dev.cordon.ui.kernel.Shown;
import dev.cordon.ui.kernel.Tone;
import dev.cordon.ui.kernel.Words;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** The stores in care, and whether their keys still open them. */
@Route("stores")
@PermitAll
class StoresView extends Div implements LivePage, AfterNavigationObserver, HasDynamicTitle {

    private final Words words = Words.here();
    private final StoreActions actions;
    private final Card card = new Card(words.text("stores.title"));
    private final Shown<List<StoreDetail>> shown = new Shown<>();

    StoresView(StoreActions actions) {
        this.actions = actions;
        addClassName("page");
        card.setId("stores");
        var head = new PageHead(words.of(Place.STORES), words.text("stores.what"), buttons());
        add(head, card);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        refresh();
    }

    @Override
    public void refresh() {
        var stores = actions.queries().stores();
        if (shown.isNew(stores)) {
            card.show(
                    stores.isEmpty()
                            ? new Component[] {empty()}
                            : stores.stream().map(this::row).toArray(Component[]::new));
        }
    }

    @Override
    public String getPageTitle() {
        return words.of(Place.STORES) + " · Cordon";
    }

    private Component[] buttons() {
        if (!actions.caller().may(Permission.STORE_MANAGE)) {
            return new Component[0];
        }
        var add = new Button(words.text("store.add"), _ -> new AddStoreDialog(actions).open());
        add.setId("add-store");
        add.addThemeVariants(ButtonVariant.PRIMARY);
        return new Component[] {add};
    }

    private EmptyState empty() {
        return new EmptyState(words.text("stores.empty"), words.text("stores.empty.what"));
    }

    private Row row(StoreDetail detail) {
        var store = detail.store();
        var link = new Anchor("stores/" + store.id(), store.name());
        link.setId("store-" + store.id());
        return new Row(
                Row.two(link, new Span(store.url().toString())),
                new Chip(
                        store.isProduction() ? Tone.LOW : Tone.PLAIN,
                        words.of(store.environment())),
                standing(detail));
    }

    private Chip standing(StoreDetail detail) {
        var check = detail.lastCheck();
        if (check == null) {
            return new Chip(Tone.PLAIN, words.text("store.unchecked"));
        }
        if (!check.isUsable()) {
            return new Chip(Tone.HIGH, words.text("store.closed"));
        }
        long possible = check.verdicts().keySet().stream().filter(check::allows).count();
        return new Chip(Tone.OK, words.text("store.possible", possible, check.verdicts().size()));
    }
}
