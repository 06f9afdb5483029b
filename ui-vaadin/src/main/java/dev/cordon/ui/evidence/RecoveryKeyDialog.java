package dev.cordon.ui.evidence;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import dev.cordon.application.evidence.RecoveryKeys;
import dev.cordon.ui.kernel.Mono;
import dev.cordon.ui.kernel.Words;

/** The recovery key, this once, as a sheet of paper for the safe. */
class RecoveryKeyDialog extends Dialog {

    /** A dialog cuts off what does not fit; the sheet is put beside it while it is printed. */
    private static final String PRINT =
            """
            const sheet = document.createElement('div');
            sheet.className = 'print-sheet';
            sheet.append($0.cloneNode(true));
            document.body.append(sheet);
            window.addEventListener('afterprint', () => sheet.remove(), { once: true });
            window.print();
            """;

    RecoveryKeyDialog(RecoveryKeys.Created created) {
        var words = Words.here();
        setId("recovery-key-shown");
        addClassName("ask");
        setHeaderTitle(words.text("recovery-key.shown"));
        setCloseOnOutsideClick(false);
        setCloseOnEsc(false);
        var key = new Mono(created.printed());
        key.setId("recovery-key-text");
        key.addClassName("printed-key");
        var paper =
                new Div(
                        new H2(words.text("recovery-key.paper")),
                        key,
                        new Paragraph(
                                words.text(
                                        "recovery-key.paper.id",
                                        RecoveryKeyCard.grouped(created.id()))),
                        new Paragraph(words.text("recovery-key.paper.use")));
        paper.addClassName("paper");
        var body =
                new Div(
                        new Paragraph(words.text("recovery-key.shown.text", created.contents())),
                        paper);
        body.addClassName("ask-body");
        add(body);
        var print = new Button(words.text("recovery-key.print"));
        print.setId("recovery-key-print");
        print.addThemeVariants(ButtonVariant.PRIMARY);
        print.addClickListener(_ -> print.getElement().executeJs(PRINT, paper.getElement()));
        var kept = new Button(words.text("recovery-key.kept"), _ -> close());
        kept.setId("recovery-key-kept");
        getFooter().add(print, kept);
    }
}
