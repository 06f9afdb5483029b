package dev.cordon.ui.evidence;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.cordon.application.evidence.PreservationGate.Checked;
import dev.cordon.domain.evidence.preservation.Answer.Gap;
import dev.cordon.domain.evidence.preservation.Holding;
import dev.cordon.domain.evidence.preservation.Waiver;
import dev.cordon.ui.kernel.Chip;
import dev.cordon.ui.kernel.TimeText;
import dev.cordon.ui.kernel.Tone;
import dev.cordon.ui.kernel.Words;
import dev.cordon.ui.people.NameBook;

/** One thing that a step destroys: whether it may go, by which items, and what is missing. */
class PreservationLine extends Div {

    private final Words words = Words.here();

    PreservationLine(Checked checked, NameBook book) {
        addClassName("lines");
        var answer = checked.answer();
        var what = new Span(" " + answer.loss().subject().text());
        what.addClassName("mono");
        var list = new UnorderedList();
        list.addClassNames("small", "plain-list");
        answer.by().forEach(held -> list.add(held(held)));
        answer.missing().forEach(gap -> list.add(missing(gap)));
        var waiver = checked.waiver();
        if (waiver != null) {
            list.add(waived(waiver, book));
        }
        add(new Div(chip(checked), what), list);
    }

    private Chip chip(Checked checked) {
        if (checked.answer().isPreserved()) {
            return new Chip(Tone.OK, words.text("preservation.preserved"));
        }
        return checked.waiver() == null
                ? new Chip(Tone.HIGH, words.text("preservation.not-preserved"))
                : new Chip(Tone.MED, words.text("preservation.waived"));
    }

    private ListItem held(Holding held) {
        var item = held.item();
        return new ListItem(
                new Span(
                        words.text(
                                        item.custody().isSealed()
                                                ? "preservation.held-sealed"
                                                : "preservation.held",
                                        item.label(),
                                        item.title())
                                + " "),
                TimeText.moment(item.acquisition().at()));
    }

    private ListItem missing(Gap gap) {
        var line = new ListItem(new Span(words.of(gap.why()) + " "));
        var from = gap.from();
        var to = gap.to();
        if (from != null && to != null) {
            line.add(TimeText.moment(from), new Span(" – "), TimeText.moment(to));
        }
        return line;
    }

    private ListItem waived(Waiver waiver, NameBook book) {
        return new ListItem(
                new Span(
                        words.text("waiver.by", book.names().of(waiver.by()), waiver.reason())
                                + " "),
                TimeText.moment(waiver.until()));
    }
}
