package dev.cordon.ui.incident;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import dev.cordon.domain.incident.TimelineEntry;
import dev.cordon.ui.kernel.Names;
import dev.cordon.ui.kernel.TimeText;
import dev.cordon.ui.kernel.Words;
import java.util.Locale;

/** One entry: when, what kind, what, by whom, and why. */
class EntryLine extends ListItem {

    EntryLine(TimelineEntry entry, TimelineFormatter formatter, Names names) {
        var words = Words.here();
        addClassName("ev");
        getElement().setAttribute("data-type", entry.type());
        var when = new Div(TimeText.time(entry.occurredAt()));
        when.addClassName("t");
        var dot = new Span();
        dot.addClassNames("dot", css(entry));
        dot.getElement().setAttribute("role", "img");
        dot.getElement().setAttribute("aria-label", words.of(entry.kind()));
        dot.getElement().setAttribute("title", words.of(entry.kind()));
        add(when, dot, what(entry, formatter, names, words));
    }

    /** A person's own words are no event of their own. */
    private static String css(TimelineEntry entry) {
        return entry.type().equals(TimelineEntry.NOTE)
                ? "note"
                : entry.kind().name().toLowerCase(Locale.ROOT);
    }

    private static Div what(
            TimelineEntry entry, TimelineFormatter formatter, Names names, Words words) {
        var isNote = entry.type().equals(TimelineEntry.NOTE);
        var title = new Span(formatter.title(entry));
        title.setClassName("strong", !isNote);
        var by = new Span(" " + words.text("timeline.by", names.of(entry.by())));
        by.addClassName("muted");
        var what = new Div(title, by);
        what.addClassName("what");
        var more = formatter.particulars(entry);
        if (!more.isBlank()) {
            var particulars = new Div(more);
            particulars.addClassNames("small", "muted");
            what.add(particulars);
        }
        if (!isNote && !entry.text().isBlank()) {
            var reason = new Div(words.text("quoted", entry.text()));
            reason.addClassNames("small", "muted");
            what.add(reason);
        }
        return what;
    }
}
