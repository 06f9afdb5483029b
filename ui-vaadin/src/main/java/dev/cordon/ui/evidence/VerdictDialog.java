package dev.cordon.ui.evidence;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.cordon.application.evidence.Verification;
import dev.cordon.domain.evidence.EvidenceItem;
import dev.cordon.ui.kernel.Busy;
import dev.cordon.ui.kernel.LongWork;
import dev.cordon.ui.kernel.Words;
import java.io.IOException;

/**
 * Checks an item's chain, content and place in the ledger, and shows what came of it. Closed before
 * that it is checked all the same, and its chain says so.
 */
class VerdictDialog extends Dialog implements LongWork.Waiting<Verification> {

    private final Words words = Words.here();
    private final Busy busy = new Busy("verdict-busy");
    private final Div found = new Div();

    VerdictDialog(EvidenceItem item, LongWork.Work<Verification> check, LongWork work) {
        setId("verdict");
        addClassName("ask");
        setHeaderTitle(words.text("verdict.title", item.label()));
        found.addClassName("found");
        found.getElement().setAttribute("role", "status");
        var body = new Div(new Paragraph(words.text("verdict.what")), busy, found);
        body.addClassName("ask-body");
        add(body);
        var close = new Button(words.text("keys.close"), _ -> close());
        close.setId("verdict-close");
        getFooter().add(close);
        busy.begin(words.text("verdict.busy"));
        work.run(check, this);
    }

    @Override
    public void reached(long done, long total) {
        busy.reached(done, total);
    }

    @Override
    public void done(Verification verification) {
        stopped();
        found.add(headline(verification), new VerdictPicture(verification));
    }

    @Override
    public void failed(IOException why) {
        stopped();
        var text = words.text("verdict.unreadable", Failures.text(words, why));
        found.add(note("verdict-text", text, "high"));
    }

    @Override
    public void stopped() {
        busy.end();
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
