package dev.cordon.ui.store;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import dev.cordon.application.store.InventoryQueries;
import dev.cordon.application.store.PaymentPageQueries;
import dev.cordon.application.store.StoreQueries.StoreDetail;
import dev.cordon.domain.people.Permission;
import dev.cordon.ui.kernel.SetupStep;
import dev.cordon.ui.kernel.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The first store, its connections and what is approved of it, as steps of setting up. */
@Configuration(proxyBeanMethods = false)
class SetupStores {

    @Bean
    SetupStep firstStore(StoreActions actions) {
        return new SetupStep(
                "store",
                40,
                Permission.STORE_MANAGE,
                () -> !actions.queries().stores().isEmpty(),
                () -> addStore(actions));
    }

    @Bean
    SetupStep firstConnections(StoreActions actions) {
        return new SetupStep(
                "connections",
                50,
                Permission.STORE_MANAGE,
                () -> actions.queries().stores().stream().anyMatch(SetupStores::isConnected),
                () -> links(actions, "stores/%s"));
    }

    @Bean
    SetupStep firstBaseline(StoreActions actions, InventoryQueries inventories) {
        return new SetupStep(
                "baseline",
                70,
                Permission.STORE_MANAGE,
                () ->
                        actions.queries().stores().stream()
                                .anyMatch(
                                        each ->
                                                inventories.inventory(each.store().id()).baseline()
                                                        != null),
                () -> links(actions, "stores/%s/inventory"));
    }

    @Bean
    SetupStep firstPaymentPage(StoreActions actions, PaymentPageQueries pages) {
        return new SetupStep(
                "payment-page",
                80,
                Permission.STORE_MANAGE,
                () ->
                        actions.queries().stores().stream()
                                .anyMatch(
                                        each ->
                                                !pages.page(each.store().id())
                                                        .page()
                                                        .approved()
                                                        .isEmpty()),
                () -> links(actions, "stores/%s/payment-page"));
    }

    private static boolean isConnected(StoreDetail detail) {
        var check = detail.lastCheck();
        return check != null && check.isUsable();
    }

    private static Component addStore(StoreActions actions) {
        var add =
                new Button(Words.here().text("store.add"), _ -> new AddStoreDialog(actions).open());
        add.setId("setup-add-store");
        add.addThemeVariants(ButtonVariant.PRIMARY);
        return new Div(add);
    }

    /** To where it is done, of each store. */
    private static Component links(StoreActions actions, String where) {
        var stores = actions.queries().stores();
        if (stores.isEmpty()) {
            return new Paragraph(Words.here().text("setup.no-store"));
        }
        var list = new UnorderedList();
        list.addClassName("plain-list");
        stores.forEach(
                each ->
                        list.add(
                                new ListItem(
                                        new Anchor(
                                                where.formatted(each.store().id()),
                                                each.store().name()))));
        return list;
    }
}
