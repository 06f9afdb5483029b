package dev.cordon.ui.detection;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import dev.cordon.domain.detection.Proof;
import dev.cordon.ui.kernel.Mono;
import dev.cordon.ui.kernel.Words;

/** Some of the lines that show the attack, and where all of them stand. */
class ProofDetails extends Div {

    private final Words words = Words.here();

    ProofDetails(Proof proof) {
        addClassName("proof");
        if (!proof.samples().isEmpty()) {
            add(new H3(words.text("proof.samples")));
            for (var line : proof.samples()) {
                var sample = new Div(new Mono(line));
                sample.addClassNames("small", "sample");
                add(sample);
            }
        }
        if (!proof.ranges().isEmpty()) {
            var where = new Details(words.text("proof.places", proof.ranges().size()));
            for (var range : proof.ranges().stream().limit(SHOWN).toList()) {
                where.add(
                        new Paragraph(
                                words.text(
                                        "proof.range",
                                        range.source(),
                                        String.valueOf(range.from()),
                                        String.valueOf(range.to()))));
            }
            add(where);
        }
    }

    private static final int SHOWN = 50;
}
