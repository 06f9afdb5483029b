package dev.cordon.ui.notification;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.notification.WebhookEndpoint;
import dev.cordon.domain.notification.WebhookState;
import dev.cordon.ui.kernel.Chip;
import dev.cordon.ui.kernel.EmptyState;
import dev.cordon.ui.kernel.LiveCard;
import dev.cordon.ui.kernel.Row;
import dev.cordon.ui.kernel.Tone;
import dev.cordon.ui.kernel.Words;
import java.util.ArrayList;
import java.util.List;

/** The programs outside that are told what happens. */
class WebhooksCard extends LiveCard<List<WebhookEndpoint>> {

    private final Words words = Words.here();
    private final WebhookActions actions;

    WebhooksCard(WebhookActions actions) {
        super(Words.here().text("webhooks.title"));
        this.actions = actions;
        setId("webhooks");
    }

    @Override
    protected List<WebhookEndpoint> read() {
        return actions.queries().endpoints();
    }

    @Override
    protected void paint(List<WebhookEndpoint> found) {
        var all = new ArrayList<Component>();
        if (found.isEmpty()) {
            all.add(
                    new EmptyState(
                            words.text("webhooks.empty"), words.text("webhooks.empty.what")));
        }
        found.forEach(endpoint -> all.add(row(endpoint)));
        var add =
                new Button(
                        words.text("webhooks.add"),
                        _ -> WebhookWishDialog.add(actions, this::refresh).open());
        add.setId("add-webhook");
        all.add(new Div(add));
        show(all.toArray(Component[]::new));
    }

    private Row row(WebhookEndpoint endpoint) {
        var open =
                new Button(
                        words.text("webhooks.open"),
                        _ -> new WebhookDialog(endpoint.id(), actions, this::refresh).open());
        open.addClassName("open-webhook");
        open.setAriaLabel(words.text("webhooks.open.of", endpoint.wish().url()));
        open.addThemeVariants(ButtonVariant.SMALL);
        return new Row(
                Row.two(endpoint.wish().url().value(), what(endpoint)),
                new Chip(tone(endpoint.state()), words.of(endpoint.state())),
                open);
    }

    private String what(WebhookEndpoint endpoint) {
        var types = endpoint.wish().types().size();
        return switch (endpoint.wish().stores()) {
            case StoreScope.All _ -> words.text("webhooks.of-all", types);
            case StoreScope.Only(var some) -> words.text("webhooks.of-some", types, some.size());
        };
    }

    static Tone tone(WebhookState state) {
        return switch (state) {
            case ON -> Tone.OK;
            case OFF, REMOVED -> Tone.PLAIN;
            case FAILING, GONE -> Tone.CRIT;
        };
    }
}
