package dev.cordon.ui.breach;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.cordon.domain.breach.Basis;
import dev.cordon.domain.breach.Determination;
import dev.cordon.ui.kernel.Chip;
import dev.cordon.ui.kernel.Facts;
import dev.cordon.ui.kernel.TimeText;
import dev.cordon.ui.kernel.Tone;
import dev.cordon.ui.kernel.Words;

/** How many are affected, and exactly how sure that is. */
class BasisNote extends Div {

    private final Words words = Words.here();

    BasisNote(Determination.Result result, Determination of) {
        addClassName("column");
        var exact = result.basis() == Basis.EXACT;
        var headline =
                new Span(words.text(exact ? "people.exactly" : "people.at-most", result.people()));
        headline.addClassName("headline");
        headline.setId("people-headline");
        var chips = new Div(new Chip(exact ? Tone.OK : Tone.MED, words.of(result.basis())));
        chips.addClassName("card-line");
        if (result.madeUp()) {
            var madeUp = new Chip(Tone.MED, words.text("people.made-up"));
            madeUp.setId("made-up");
            chips.add(madeUp);
        }
        add(headline, chips, new Paragraph(explanation(result, of)), facts(of));
    }

    private String explanation(Determination.Result result, Determination of) {
        var accepted = of.exposure().acceptedLogins();
        return result.basis() == Basis.EXACT
                ? words.text("people.why.exact", accepted, result.explained())
                : words.text("people.why.bound", accepted, result.explained(), result.gap());
    }

    private Facts facts(Determination of) {
        var window = of.exposure().window();
        return new Facts()
                .fact(
                        words.text("people.window"),
                        TimeText.moment(window.from()),
                        new Span(" – "),
                        TimeText.moment(window.until()))
                .fact(
                        words.text("people.addresses"),
                        words.text("number", of.exposure().addresses().size()));
    }
}
