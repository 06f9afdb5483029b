package dev.cordon.ui.evidence;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.cordon.application.evidence.Verification;
import dev.cordon.domain.evidence.CustodyChain.Verdict;
import dev.cordon.domain.evidence.ledger.Standing;
import dev.cordon.ui.kernel.Words;
import java.util.Locale;

/**
 * A verification as three steps that stand on each other: the chain, the content it speaks of, and
 * the ledger that vouches for it.
 */
class VerdictPicture extends OrderedList {

    private final Words words = Words.here();

    private enum Mark {
        HOLDS("\u2713"),
        FAILS("\u2717"),
        OPEN("\u2026");

        private final String sign;

        Mark(String sign) {
            this.sign = sign;
        }
    }

    VerdictPicture(Verification verification) {
        setId("verdict-picture");
        addClassName("verdict-steps");
        var verdict = verification.verdict();
        var ledger = verification.ledger();
        step("chain", verdict instanceof Verdict.Broken ? Mark.FAILS : Mark.HOLDS, chain(verdict));
        step("content", contentMark(verdict), content(verdict));
        step("ledger", ledgerMark(ledger), Standings.text(ledger));
    }

    private void step(String name, Mark mark, String text) {
        var sign = new Span(mark.sign);
        sign.addClassName("sign");
        sign.getElement().setAttribute("aria-hidden", "true");
        var title = new Span(words.text("verdict.step." + name));
        title.addClassName("strong");
        var word = new Span(words.text("verdict.mark." + mark.name().toLowerCase(Locale.ROOT)));
        word.addClassNames("small", "word");
        var item = new ListItem(sign, title, word, new Paragraph(text));
        item.setId("verdict-" + name);
        item.addClassName(mark.name().toLowerCase(Locale.ROOT));
        add(item);
    }

    private String chain(Verdict verdict) {
        return verdict instanceof Verdict.Broken
                ? Verdicts.text(verdict)
                : words.text("verdict.step.chain.holds");
    }

    private static Mark contentMark(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Intact _ -> Mark.HOLDS;
            case Verdict.Broken _, Verdict.Disposed _ -> Mark.OPEN;
            case Verdict.ContentChanged _, Verdict.ContentUnreadable _, Verdict.ContentMissing _ ->
                    Mark.FAILS;
        };
    }

    private String content(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Intact _ -> words.text("verdict.step.content.holds");
            case Verdict.Broken _ -> words.text("verdict.step.content.open");
            case Verdict.Disposed _ -> words.text("verdict.step.content.disposed");
            case Verdict.ContentChanged _, Verdict.ContentUnreadable _, Verdict.ContentMissing _ ->
                    Verdicts.text(verdict);
        };
    }

    private static Mark ledgerMark(Standing standing) {
        return switch (standing) {
            case Standing.Recorded _ -> Mark.HOLDS;
            case Standing.Waiting _ -> Mark.OPEN;
            case Standing.Broken _, Standing.Forged _ -> Mark.FAILS;
        };
    }
}
