package dev.cordon.ui.detection;

import com.vaadin.flow.component.html.Div;
import dev.cordon.application.detection.RuleFinding;
import dev.cordon.ui.kernel.Chip;
import dev.cordon.ui.kernel.Row;
import dev.cordon.ui.kernel.Tone;
import dev.cordon.ui.kernel.Words;
import java.util.List;
import java.util.stream.Collectors;

/** What becomes of each rule that somebody wrote: taken, taken with remarks, refused and why. */
class RuleFindings extends Div {

    private final Words words = Words.here();

    RuleFindings(List<RuleFinding> findings) {
        setId("rule-findings");
        findings.forEach(each -> add(row(each)));
    }

    private Row row(RuleFinding finding) {
        var title = finding.title().isEmpty() ? finding.file() : finding.title();
        return new Row(Row.two(title, said(finding)), chip(finding));
    }

    private String said(RuleFinding finding) {
        var refused = finding.refused();
        if (refused != null) {
            return refused;
        }
        var remarks = finding.remarks().stream().map(words::of).collect(Collectors.joining(" "));
        return remarks.isEmpty() ? finding.file() : remarks;
    }

    private Chip chip(RuleFinding finding) {
        if (finding.refused() != null) {
            return new Chip(Tone.CRIT, words.text("ownrules.refused"));
        }
        return finding.remarks().isEmpty()
                ? new Chip(Tone.OK, words.text("ownrules.taken"))
                : new Chip(Tone.MED, words.text("ownrules.remarks"));
    }
}
