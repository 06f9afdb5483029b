package dev.cordon.ui.evidence;

import com.vaadin.flow.component.html.Paragraph;
import dev.cordon.application.evidence.LookAtEvidence;
import dev.cordon.domain.evidence.EvidenceItem;
import dev.cordon.ui.kernel.Words;
import java.io.IOException;

/** Asks why an item is looked at; the chain of custody keeps it before anything is shown. */
class LookDialog extends PurposeDialog {

    private final Words words = Words.here();
    private final EvidenceItem item;
    private final LookAtEvidence look;
    private final Paragraph outcome = new Paragraph();

    LookDialog(EvidenceItem item, LookAtEvidence look) {
        super(
                "look",
                Words.here().text("look.title", item.label()),
                Words.here().text("look.text"),
                Words.here().text("evidence.look"));
        this.item = item;
        this.look = look;
        outcome.setId("look-outcome");
        outcome.getElement().setAttribute("role", "alert");
        with(outcome);
        whenReason(this::look);
    }

    private boolean look(String purpose) {
        try {
            var seen = look.look(new LookAtEvidence.Command(item.id(), purpose));
            new BeginningDialog(seen).open();
            return true;
        } catch (IOException silent) {
            return fail(Failures.text(words, silent));
        }
    }

    private boolean fail(String text) {
        outcome.setText(text);
        outcome.addClassNames("note", "crit");
        return false;
    }
}
