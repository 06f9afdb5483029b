package dev.cordon.ui.audit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import dev.cordon.application.audit.ParkedJobQueries;
import dev.cordon.application.audit.ParkedJobs.Standing;
import dev.cordon.ui.kernel.LiveCard;
import dev.cordon.ui.kernel.Words;
import java.util.ArrayList;

/** Tells whoever may take it up that work keeps failing; not there as long as none does. */
class ParkedJobsNotice extends LiveCard<Standing> {

    private final ParkedJobQueries queries;

    ParkedJobsNotice(ParkedJobQueries queries) {
        super(Words.here().text("parked.title"));
        this.queries = queries;
        setId("parked-jobs-waiting");
        setVisible(false);
    }

    @Override
    protected Standing read() {
        return queries.standing();
    }

    @Override
    protected void paint(Standing standing) {
        setVisible(!standing.equals(Standing.WELL));
        var words = Words.here();
        var all = new ArrayList<Component>();
        if (standing.parked() > 0) {
            var note = new Paragraph(words.text("parked.waiting", standing.parked()));
            note.addClassNames("note", "crit");
            all.add(note);
            all.add(new Anchor("settings", words.text("parked.to-settings")));
        }
        if (standing.failing() > 0) {
            var note = new Paragraph(words.text("parked.failing", standing.failing()));
            note.addClassNames("note", "high");
            all.add(note);
        }
        show(all.toArray(Component[]::new));
    }
}
