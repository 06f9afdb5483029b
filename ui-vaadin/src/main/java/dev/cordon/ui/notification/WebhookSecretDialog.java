package dev.cordon.ui.notification;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.cordon.ui.kernel.Mono;
import dev.cordon.ui.kernel.Words;

/** An endpoint's secret, this once. */
class WebhookSecretDialog extends Dialog {

    WebhookSecretDialog(String secret) {
        var words = Words.here();
        setId("webhook-secret");
        addClassName("ask");
        setHeaderTitle(words.text("webhooks.secret.title"));
        setCloseOnOutsideClick(false);
        var shown = new Mono(secret);
        shown.setId("webhook-secret-text");
        var body =
                new Div(
                        new Paragraph(words.text("webhooks.secret.text")),
                        shown,
                        new Paragraph(words.text("webhooks.secret.use")));
        body.addClassName("ask-body");
        add(body);
        var kept = new Button(words.text("webhooks.secret.kept"), _ -> close());
        kept.setId("webhook-secret-kept");
        getFooter().add(kept);
    }
}
