package dev.cordon.ui.notification;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import dev.cordon.application.kernel.Page;
import dev.cordon.application.notification.ReplayWebhook;
import dev.cordon.domain.notification.WebhookDelivery;
import dev.cordon.domain.notification.WebhookDelivery.Attempt;
import dev.cordon.domain.notification.WebhookDelivery.State;
import dev.cordon.domain.notification.WebhookEndpoint;
import dev.cordon.domain.notification.WebhookType;
import dev.cordon.ui.kernel.Chip;
import dev.cordon.ui.kernel.EmptyState;
import dev.cordon.ui.kernel.Moments;
import dev.cordon.ui.kernel.Row;
import dev.cordon.ui.kernel.Tone;
import dev.cordon.ui.kernel.Words;

/** What an endpoint was told lately, the latest first, with its last answer. */
class WebhookDeliveries extends Div {

    private static final int SHOWN = 20;

    private final Words words = Words.here();
    private final WebhookEndpoint endpoint;
    private final WebhookActions actions;

    WebhookDeliveries(WebhookEndpoint endpoint, WebhookActions actions) {
        this.endpoint = endpoint;
        this.actions = actions;
        setId("webhook-deliveries");
        show();
    }

    private void show() {
        removeAll();
        add(new H3(words.text("webhooks.deliveries")));
        var found = actions.queries().deliveries(endpoint.id(), Page.Request.first(SHOWN)).items();
        if (found.isEmpty()) {
            add(
                    new EmptyState(
                            words.text("webhooks.deliveries.empty"),
                            words.text("webhooks.deliveries.empty.what")));
        }
        found.forEach(delivery -> add(row(delivery)));
    }

    private Component row(WebhookDelivery delivery) {
        var message = delivery.message();
        var row =
                new Row(
                        Row.two(
                                what(delivery),
                                Moments.here().second(message.at()) + " · " + answer(delivery)),
                        new Chip(tone(delivery.state()), words.of(delivery.state())));
        if (delivery.state() != State.PENDING && endpoint.isOn()) {
            row.add(replay(delivery));
        }
        return row;
    }

    private String what(WebhookDelivery delivery) {
        var type = delivery.message().type();
        return type == WebhookType.TEST
                ? words.of(type)
                : words.of(type) + " · " + delivery.message().reference();
    }

    private Button replay(WebhookDelivery delivery) {
        var replay =
                new Button(
                        words.text("webhooks.replay"),
                        _ -> {
                            actions.replay()
                                    .replay(
                                            new ReplayWebhook.Command(
                                                    endpoint.id(), delivery.message().id()));
                            show();
                        });
        replay.addClassName("replay-webhook");
        replay.addThemeVariants(ButtonVariant.SMALL);
        return replay;
    }

    private String answer(WebhookDelivery delivery) {
        var attempts = actions.queries().attempts(endpoint.id(), delivery.message().id());
        return attempts.isEmpty()
                ? words.text("webhooks.not-tried")
                : words.text("webhooks.tried", attempts.size(), said(attempts.getLast()));
    }

    private static String said(Attempt last) {
        var status = last.status() == null ? "" : last.status() + " ";
        var said = (status + last.excerpt()).strip();
        return last.notBefore() == null
                ? said
                : said
                        + " · "
                        + Words.here()
                                .text(
                                        "webhooks.left-alone",
                                        Moments.here().second(last.notBefore()));
    }

    private static Tone tone(State state) {
        return switch (state) {
            case PENDING -> Tone.PLAIN;
            case DELIVERED -> Tone.OK;
            case GIVEN_UP -> Tone.CRIT;
        };
    }
}
