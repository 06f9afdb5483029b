package dev.cordon.ui.store;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.cordon.domain.store.Capability;
import dev.cordon.domain.store.ConnectionReport;
import dev.cordon.domain.store.Verdict;
import dev.cordon.ui.kernel.Chip;
import dev.cordon.ui.kernel.Row;
import dev.cordon.ui.kernel.Tone;
import dev.cordon.ui.kernel.Words;

/** What a store's keys may and may not do, each with how that was found out. */
class Abilities extends Div {

    private final Words words = Words.here();

    Abilities(ConnectionReport report) {
        report.verdicts().forEach((capability, verdict) -> add(row(capability, verdict)));
    }

    private Row row(Capability capability, Verdict verdict) {
        var row = new Row(Row.two(words.of(capability), why(verdict)), chip(verdict));
        row.getElement().setAttribute("data-capability", capability.name());
        return row;
    }

    private static String why(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Allowed(var why) -> why;
            case Verdict.Refused(var why, var whatToDo) -> why + " " + whatToDo;
            case Verdict.Unknown(var why, var whatToDo) -> why + " " + whatToDo;
        };
    }

    private Span chip(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Allowed _ -> new Chip(Tone.OK, words.text("verdict.may"));
            case Verdict.Refused _ -> new Chip(Tone.HIGH, words.text("verdict.may-not"));
            case Verdict.Unknown _ -> new Chip(Tone.PLAIN, words.text("verdict.unknown"));
        };
    }
}
