package dev.cordon.ui.audit;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.cordon.application.audit.Revision;
import dev.cordon.ui.kernel.Mono;
import dev.cordon.ui.kernel.Words;

/** What a revision changed, record by record, with before and after. */
class RevisionDetail extends Div {

    private final Words words = Words.here();

    RevisionDetail(Revision revision) {
        addClassName("revision");
        if (!revision.events().isEmpty()) {
            var events = new Div(words.text("audit.events", RevisionText.events(revision)));
            events.addClassName("small");
            add(events);
        }
        revision.changes().forEach(change -> add(change(change)));
    }

    private Div change(Revision.Change change) {
        var title = new Span(words.of(change.kind()) + " " + change.recordType() + " ");
        title.addClassName("strong");
        var fields = new UnorderedList();
        fields.addClassNames("plain-list", "small");
        change.fields().forEach(field -> fields.add(new ListItem(RevisionText.field(field))));
        var all = new Div(title, new Mono(change.recordId()), fields);
        all.addClassName("change");
        return all;
    }
}
