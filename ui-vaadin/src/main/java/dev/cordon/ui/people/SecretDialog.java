package dev.cordon.ui.people;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.cordon.ui.kernel.Mono;
import dev.cordon.ui.kernel.Words;

/** A token's secret, this once. */
public class SecretDialog extends Dialog {

    public SecretDialog(String secret) {
        var words = Words.here();
        setId("secret");
        addClassName("ask");
        setHeaderTitle(words.text("secret.title"));
        setCloseOnOutsideClick(false);
        var shown = new Mono(secret);
        shown.setId("secret-text");
        var body =
                new Div(
                        new Paragraph(words.text("secret.text")),
                        shown,
                        new Paragraph(words.text("secret.use")));
        body.addClassName("ask-body");
        add(body);
        var kept = new Button(words.text("secret.kept"), _ -> close());
        kept.setId("secret-kept");
        getFooter().add(kept);
    }
}
