package dev.cordon.ui.notification;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.cordon.application.notification.RemoveWebhookEndpoint;
import dev.cordon.application.notification.SwitchWebhookEndpoint;
import dev.cordon.domain.notification.WebhookEndpoint;
import dev.cordon.domain.notification.WebhookEndpointId;
import dev.cordon.ui.kernel.AskDialog;
import dev.cordon.ui.kernel.Done;
import dev.cordon.ui.kernel.Words;
import java.util.stream.Collectors;

/** One endpoint: what it was told, what it answered, and what can be done with it. */
class WebhookDialog extends Dialog {

    private final Words words = Words.here();
    private final WebhookEndpointId id;
    private final WebhookActions actions;
    private final Runnable changed;
    private final Div body = new Div();

    WebhookDialog(WebhookEndpointId id, WebhookActions actions, Runnable changed) {
        this.id = id;
        this.actions = actions;
        this.changed = changed;
        setId("webhook-open");
        addClassName("ask");
        setHeaderTitle(words.text("webhooks.one"));
        body.addClassName("ask-body");
        add(body);
        show();
    }

    private void show() {
        var endpoint = actions.queries().endpoint(id);
        body.removeAll();
        body.add(
                new Paragraph(endpoint.wish().url().value()),
                new Paragraph(
                        endpoint.wish().types().stream()
                                .sorted()
                                .map(words::of)
                                .collect(Collectors.joining(", "))),
                new Paragraph(words.text("webhooks.state." + endpoint.state())),
                new WebhookDeliveries(endpoint, actions));
        getFooter().removeAll();
        getFooter().add(buttons(endpoint));
    }

    private Component[] buttons(WebhookEndpoint endpoint) {
        var look = button("webhook-again", words.text("webhooks.look"), this::show);
        var test = button("webhook-test", words.text("webhooks.test"), this::test);
        test.setEnabled(endpoint.isOn());
        var change =
                button(
                        "webhook-change",
                        words.text("webhooks.change.ask"),
                        () -> WebhookWishDialog.change(actions, endpoint, this::changed).open());
        var renew = button("webhook-renew", words.text("webhooks.renew"), () -> askRenew().open());
        var turn =
                button(
                        "webhook-turn",
                        words.text(endpoint.isOn() ? "webhooks.off" : "webhooks.on"),
                        () -> turn(endpoint));
        var remove =
                button(
                        "webhook-remove",
                        words.text("webhooks.remove"),
                        () -> askRemove(endpoint).open());
        var close = button("webhook-close", words.text("webhooks.close"), this::close);
        return new Component[] {remove, turn, renew, change, test, look, close};
    }

    private static Button button(String id, String text, Runnable work) {
        var button = new Button(text, _ -> work.run());
        button.setId(id);
        return button;
    }

    private void changed() {
        changed.run();
        show();
    }

    private void test() {
        actions.test().test(id);
        Done.say(words.text("webhooks.test.done"));
        show();
    }

    private void turn(WebhookEndpoint endpoint) {
        actions.turn()
                .turn(new SwitchWebhookEndpoint.Command(id, endpoint.version(), !endpoint.isOn()));
        changed.run();
        show();
    }

    private AskDialog askRenew() {
        return new AskDialog(
                        "renew-webhook",
                        words.text("webhooks.renew"),
                        words.text("webhooks.renew.text"),
                        words.text("webhooks.renew"))
                .onConfirm(
                        () -> {
                            var secret = actions.renew().renew(id).secret();
                            changed.run();
                            show();
                            new WebhookSecretDialog(secret).open();
                            return true;
                        });
    }

    private AskDialog askRemove(WebhookEndpoint endpoint) {
        return new AskDialog(
                        "remove-webhook",
                        words.text("webhooks.remove"),
                        words.text("webhooks.remove.text", endpoint.wish().url()),
                        words.text("webhooks.remove"))
                .onConfirm(
                        () -> {
                            actions.remove()
                                    .remove(
                                            new RemoveWebhookEndpoint.Command(
                                                    id, endpoint.version()));
                            changed.run();
                            close();
                            return true;
                        });
    }
}
