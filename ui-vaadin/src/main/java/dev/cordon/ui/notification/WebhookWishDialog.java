package dev.cordon.ui.notification;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import dev.cordon.application.notification.ChangeWebhookEndpoint;
import dev.cordon.application.store.StoreQueries.StoreDetail;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.notification.WebhookEndpoint;
import dev.cordon.domain.notification.WebhookType;
import dev.cordon.domain.notification.WebhookUrl;
import dev.cordon.domain.store.Store;
import dev.cordon.ui.kernel.AskDialog;
import dev.cordon.ui.kernel.Done;
import dev.cordon.ui.kernel.Words;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Says what is sent where, of a new webhook or of one that there is. */
class WebhookWishDialog extends AskDialog {

    private static final Set<WebhookType> USUAL =
            Set.of(
                    WebhookType.ALERT_RAISED,
                    WebhookType.ALERT_WORSENED,
                    WebhookType.INCIDENT_OPENED,
                    WebhookType.INCIDENT_CLOSED);

    private final Words words = Words.here();
    private final Predicate<WebhookEndpoint.Wish> deed;
    private final TextField url = new TextField(words.text("webhooks.url"));
    private final CheckboxGroup<WebhookType> types = new CheckboxGroup<>();
    private final CheckboxGroup<Store> stores = new CheckboxGroup<>();
    private final Checkbox exercises = new Checkbox(words.text("webhooks.exercises"));
    private final Paragraph problem = new Paragraph();

    /**
     * @param name of the texts
     * @param deed what is done with the wish; false if something has to be corrected first
     */
    private WebhookWishDialog(
            String id, String name, WebhookActions actions, Predicate<WebhookEndpoint.Wish> deed) {
        super(
                id,
                Words.here().text(name),
                Words.here().text(name + ".text"),
                Words.here().text(name));
        this.deed = deed;
        url.setId("webhook-url");
        url.setPlaceholder("https://receiver.example/cordon");
        url.setRequiredIndicatorVisible(true);
        url.setWidthFull();
        types.setId("webhook-types");
        types.setLabel(words.text("webhooks.types"));
        types.setItems(
                Arrays.stream(WebhookType.values())
                        .filter(type -> type != WebhookType.TEST)
                        .toList());
        types.setItemLabelGenerator(words::of);
        types.setValue(USUAL);
        stores.setId("webhook-stores");
        stores.setLabel(words.text("webhooks.stores"));
        var all = actions.stores().stores().stream().map(StoreDetail::store).toList();
        stores.setItems(all);
        stores.setVisible(!all.isEmpty());
        stores.setItemLabelGenerator(Store::name);
        stores.setHelperText(words.text("webhooks.stores.none"));
        exercises.setId("webhook-exercises");
        problem.setId("webhook-problem");
        problem.addClassNames("note", "crit");
        problem.getElement().setAttribute("role", "alert");
        problem.setVisible(false);
        with(url, types, stores, exercises, problem);
        onConfirm(this::isDone);
    }

    /** Asks for a new one, whose secret is shown once. */
    static WebhookWishDialog add(WebhookActions actions, Runnable changed) {
        return new WebhookWishDialog(
                "webhook",
                "webhooks.add",
                actions,
                wish -> {
                    var added = actions.add().add(wish);
                    changed.run();
                    new WebhookSecretDialog(added.secret()).open();
                    return true;
                });
    }

    /** Asks what is to be otherwise. */
    static WebhookWishDialog change(
            WebhookActions actions, WebhookEndpoint endpoint, Runnable changed) {
        var dialog =
                new WebhookWishDialog(
                        "change-webhook",
                        "webhooks.change",
                        actions,
                        wish -> {
                            actions.change()
                                    .change(
                                            new ChangeWebhookEndpoint.Command(
                                                    endpoint.id(), endpoint.version(), wish));
                            Done.say(Words.here().text("webhooks.change.done"));
                            changed.run();
                            return true;
                        });
        dialog.show(endpoint.wish());
        return dialog;
    }

    private void show(WebhookEndpoint.Wish wish) {
        url.setValue(wish.url().value());
        types.setValue(wish.types());
        exercises.setValue(wish.exercises());
        if (wish.stores() instanceof StoreScope.Only(var some)) {
            stores.setValue(
                    stores.getListDataView()
                            .getItems()
                            .filter(each -> some.contains(each.id()))
                            .collect(Collectors.toSet()));
        }
    }

    private boolean isDone() {
        WebhookEndpoint.Wish wish;
        try {
            wish = wish();
        } catch (IllegalArgumentException e) {
            return refuse(words.text("webhooks.missing"));
        }
        try {
            return deed.test(wish);
        } catch (NotFound e) {
            return refuse(words.text("webhooks.stores.refused"));
        }
    }

    private WebhookEndpoint.Wish wish() {
        var chosen = stores.getValue().stream().map(Store::id).collect(Collectors.toSet());
        return new WebhookEndpoint.Wish(
                new WebhookUrl(url.getValue().strip()),
                types.getValue(),
                chosen.isEmpty() ? StoreScope.ALL : new StoreScope.Only(chosen),
                exercises.getValue());
    }

    private boolean refuse(String why) {
        problem.setText(why);
        problem.setVisible(true);
        return false;
    }
}
