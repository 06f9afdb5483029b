package dev.cordon.ui.detection;

import com.vaadin.flow.component.html.Paragraph;
import dev.cordon.domain.detection.tuning.RuleVersion;
import dev.cordon.domain.detection.tuning.RuleVersion.Stage;
import dev.cordon.ui.kernel.Card;
import dev.cordon.ui.kernel.Chip;
import dev.cordon.ui.kernel.Row;
import dev.cordon.ui.kernel.Tone;
import dev.cordon.ui.kernel.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All versions of the store's rules, newest first. */
class RuleVersionsCard extends Card {

    RuleVersionsCard(List<RuleVersion> versions, @Nullable RuleVersion shown) {
        super(Words.here().text("versions.title"));
        var words = Words.here();
        setId("rule-versions");
        if (versions.isEmpty()) {
            with(new Paragraph(words.text("versions.none")));
        }
        for (var each : versions) {
            var link =
                    RuleNavigation.link(
                            each, words.text("versions.number", each.number(), each.reason()));
            if (shown != null && shown.id().equals(each.id())) {
                link.getElement().setAttribute("aria-current", "page");
            }
            with(new Row(link, new Chip(tone(each.stage()), words.of(each.stage()))));
        }
    }

    private static Tone tone(Stage stage) {
        return switch (stage) {
            case DRAFT, SUBMITTED -> Tone.MED;
            case IN_FORCE -> Tone.OK;
            case SUPERSEDED, DISCARDED -> Tone.PLAIN;
        };
    }
}
