package dev.cordon.ui.evidence;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.cordon.application.evidence.VerifyEvidence;
import dev.cordon.domain.evidence.EvidenceItem;
import dev.cordon.ui.kernel.Words;
import java.io.IOException;

/** Checks an item's chain, content and place in the ledger, and says in words what came of it. */
class VerdictDialog extends Dialog {

    private final Words words = Words.here();

    VerdictDialog(EvidenceItem item, VerifyEvidence verify) {
        setId("verdict");
        addClassName("ask");
        setHeaderTitle(words.text("verdict.title", item.label()));
        var body = new Div(new Paragraph(words.text("verdict.what")));
        check(item, verify, body);
        body.addClassName("ask-body");
        add(body);
        var close = new Button(words.text("keys.close"), _ -> close());
        close.setId("verdict-close");
        getFooter().add(close);
    }

    private void check(EvidenceItem item, VerifyEvidence verify, Div body) {
        try {
            var found = verify.verify(item.id());
            var verdict = found.verdict();
            var ledger = found.ledger();
            body.add(
                    note("verdict-text", Verdicts.text(verdict), Verdicts.tone(verdict)),
                    note("verdict-ledger", Standings.text(ledger), Standings.tone(ledger)));
        } catch (IOException e) {
            var why = words.text("verdict.unreadable", String.valueOf(e.getMessage()));
            body.add(note("verdict-text", why, "high"));
        }
    }

    private static Paragraph note(String id, String text, String tone) {
        var note = new Paragraph(text);
        note.setId(id);
        note.addClassNames("note", tone);
        return note;
    }
}
