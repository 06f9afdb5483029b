package dev.cordon.ui.evidence;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import dev.cordon.application.evidence.RecoveryKeyQueries;
import dev.cordon.ui.kernel.LiveCard;
import dev.cordon.ui.kernel.Words;

/** Tells whoever may make a recovery key that there is none; not there once there is one. */
class RecoveryKeyWanted extends LiveCard<Boolean> {

    private final RecoveryKeyQueries queries;

    RecoveryKeyWanted(RecoveryKeyQueries queries) {
        super(Words.here().text("recovery-key.title"));
        this.queries = queries;
        setId("recovery-key-wanted");
        setVisible(false);
    }

    @Override
    protected Boolean read() {
        return queries.isWanted();
    }

    @Override
    protected void paint(Boolean wanted) {
        setVisible(wanted);
        if (wanted) {
            var words = Words.here();
            var note = new Paragraph(words.text("recovery-key.missing"));
            note.addClassNames("note", "crit");
            show(note, new Anchor("settings", words.text("recovery-key.to-settings")));
        }
    }
}
