package dev.cordon.ui.incident;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import dev.cordon.domain.incident.SeverityAssessment;
import dev.cordon.domain.incident.SeverityInputs;
import dev.cordon.ui.kernel.Facts;
import dev.cordon.ui.kernel.Moments;
import dev.cordon.ui.kernel.Names;
import dev.cordon.ui.kernel.Words;

/** Why a severity is what it is: the rules that fired, what they looked at, and who overrode. */
public class SeverityReasons extends Div {

    private final Words words = Words.here();

    public SeverityReasons(SeverityAssessment assessment, Names names) {
        var rules = new UnorderedList();
        rules.addClassNames("plain-list", "small");
        assessment.reasons().forEach(reason -> rules.add(new ListItem(words.of(reason))));
        add(rules);
        var override = assessment.override();
        if (override != null) {
            var note =
                    new Paragraph(
                            words.text(
                                    "severity.overridden",
                                    names.of(override.by()),
                                    Moments.here().moment(override.at()),
                                    SeverityChip.text(assessment.computed()),
                                    override.reason()));
            note.addClassNames("note", "high");
            add(note);
        }
    }

    /** What the matrix looked at. */
    public static Facts inputs(SeverityInputs inputs) {
        var words = Words.here();
        return new Facts()
                .fact(words.text("severity.surface"), words.of(inputs.surface()))
                .fact(words.text("severity.impact"), words.of(inputs.impact()))
                .fact(words.text("severity.data"), words.of(inputs.data()))
                .fact(words.text("severity.spread"), words.of(inputs.spread()))
                .fact(words.text("severity.active"), words.of(inputs.attackerActive()))
                .fact(words.text("severity.people"), words.text("number", inputs.peopleAffected()));
    }
}
