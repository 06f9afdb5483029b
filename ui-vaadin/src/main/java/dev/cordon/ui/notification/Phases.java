package dev.cordon.ui.notification;

import dev.cordon.domain.notification.Campaign.Phase;
import dev.cordon.ui.kernel.Chip;
import dev.cordon.ui.kernel.Tone;
import dev.cordon.ui.kernel.Words;

/** How far a notice came, as a chip. */
final class Phases {

    private Phases() {}

    static Chip chip(Phase phase) {
        var words = Words.here();
        return switch (phase) {
            case Phase.Draft draft ->
                    new Chip(
                            Tone.PLAIN,
                            words.text(draft.sentBack().isEmpty() ? "phase.draft" : "phase.back"));
            case Phase.Submitted _ -> new Chip(Tone.HIGH, words.text("phase.submitted"));
            case Phase.Approved _ -> new Chip(Tone.LOW, words.text("phase.approved"));
            case Phase.Completed _ -> new Chip(Tone.OK, words.text("phase.completed"));
        };
    }
}
