package dev.cordon.ui.evidence;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.cordon.application.evidence.VerifyEvidence;
import dev.cordon.domain.evidence.EvidenceItem;
import dev.cordon.ui.kernel.Words;
import java.io.IOException;

/** Checks an item's chain and content anew, and says in words what came of it. */
class VerdictDialog extends Dialog {

    private final Words words = Words.here();

    VerdictDialog(EvidenceItem item, VerifyEvidence verify) {
        setId("verdict");
        addClassName("ask");
        setHeaderTitle(words.text("verdict.title", item.label()));
        var note = check(item, verify);
        note.setId("verdict-text");
        var body = new Div(new Paragraph(words.text("verdict.what")), note);
        body.addClassName("ask-body");
        add(body);
        var close = new Button(words.text("keys.close"), _ -> close());
        close.setId("verdict-close");
        getFooter().add(close);
    }

    private Paragraph check(EvidenceItem item, VerifyEvidence verify) {
        try {
            var verdict = verify.verify(item.id());
            return note(Verdicts.text(verdict), Verdicts.tone(verdict));
        } catch (IOException e) {
            return note(words.text("verdict.unreadable", String.valueOf(e.getMessage())), "high");
        }
    }

    private static Paragraph note(String text, String tone) {
        var note = new Paragraph(text);
        note.addClassNames("note", tone);
        return note;
    }
}
