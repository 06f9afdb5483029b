package dev.cordon.ui.detection;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.select.Select;
import dev.cordon.domain.detection.log.LogSource;
import dev.cordon.ui.kernel.Done;
import dev.cordon.ui.kernel.Words;
import java.net.URI;

/** What a sender is told, ready to be copied. */
class SenderSnippets extends Div {

    private final Words words = Words.here();
    private final URI address;
    private final LogSource source;
    private final Select<SenderKind> kind = new Select<>();
    private final Paragraph hint = new Paragraph();
    private final Pre told = new Pre();

    SenderSnippets(URI address, LogSource source) {
        this.address = address;
        this.source = source;
        addClassName("snippets");
        kind.setId("sender-kind");
        kind.setLabel(words.text("sender.kind"));
        kind.setItems(SenderKind.values());
        kind.setItemLabelGenerator(SenderKind::label);
        kind.addValueChangeListener(_ -> paint());
        hint.setId("sender-hint");
        told.setId("sender-told");
        told.getElement().setAttribute("tabindex", "0");
        told.getElement().setAttribute("aria-label", words.text("sender.title"));
        var copy = new Button(words.text("sender.copy"), _ -> copy());
        copy.setId("sender-copy");
        copy.addThemeVariants(ButtonVariant.SMALL);
        add(
                new H3(words.text("sender.title")),
                new Paragraph(words.text("sender.text")),
                kind,
                hint,
                told,
                copy);
        kind.setValue(SenderKind.CURL);
    }

    private void paint() {
        var chosen = kind.getValue();
        hint.setText(
                words.text(
                        switch (chosen) {
                            case CURL -> "sender.curl";
                            case FLUENT_BIT -> "sender.fluent-bit";
                            case VECTOR -> "sender.vector";
                            case FILEBEAT -> "sender.filebeat";
                            case SYSLOG -> "sender.syslog";
                        }));
        told.setText(chosen.told(address, source));
    }

    private void copy() {
        // Browsers let pages copy over https and on this machine alone; selecting works everywhere.
        told.getElement()
                .executeJs(
                        "getSelection().selectAllChildren(this);"
                                + "return !!navigator.clipboard && navigator.clipboard"
                                + ".writeText(this.textContent).then(() => true, () => false)")
                .then(
                        Boolean.class,
                        copied ->
                                Done.say(words.text(copied ? "sender.copied" : "sender.selected")));
    }
}
