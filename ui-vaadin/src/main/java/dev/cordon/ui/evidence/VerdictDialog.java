package dev.cordon.ui.evidence;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.cordon.application.evidence.Verification;
import dev.cordon.application.evidence.VerifyEvidence;
import dev.cordon.domain.evidence.EvidenceItem;
import dev.cordon.ui.kernel.Words;
import java.io.IOException;

/** Checks an item's chain, content and place in the ledger, and shows what came of it. */
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
            body.add(headline(found), new VerdictPicture(found));
        } catch (IOException e) {
            var why = words.text("verdict.unreadable", Failures.text(words, e));
            body.add(note("verdict-text", why, "high"));
        }
    }

    /** What the ledger contradicts is not intact, however well it holds together. */
    private static Paragraph headline(Verification found) {
        var verdict = found.verdict();
        var ledger = found.ledger();
        return ledger.isContradicted() && Verdicts.tone(verdict).equals("ok")
                ? note("verdict-text", Standings.text(ledger), Standings.tone(ledger))
                : note("verdict-text", Verdicts.text(verdict), Verdicts.tone(verdict));
    }

    private static Paragraph note(String id, String text, String tone) {
        var note = new Paragraph(text);
        note.setId(id);
        note.addClassNames("note", tone);
        return note;
    }
}
