package dev.cordon.ui.incident;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import dev.cordon.application.incident.IncidentQueries;
import dev.cordon.application.kernel.Page;
import dev.cordon.domain.incident.Incident;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.incident.TimelineEntry;
import dev.cordon.ui.kernel.Card;
import dev.cordon.ui.kernel.Moments;
import dev.cordon.ui.kernel.Shown;
import dev.cordon.ui.kernel.Words;
import dev.cordon.ui.people.NameBook;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The entries, latest first, more of them on demand. */
class TimelineView extends IncidentTab.Content {

    private static final int STEP = 50;

    private final IncidentQueries queries;
    private final NameBook book;
    private final Card card = new Card(Words.here().text("incident.tab.timeline"));
    private final OrderedList list = new OrderedList();
    private final Button older = new Button(Words.here().text("timeline.older"));
    private final Shown<List<TimelineEntry>> shown = new Shown<>();
    private int wanted = STEP;
    private @Nullable Incident incident;

    TimelineView(IncidentQueries queries, NameBook book) {
        this.queries = queries;
        this.book = book;
        list.addClassName("timeline");
        list.setId("timeline");
        older.setId("timeline-older");
        older.addThemeVariants(ButtonVariant.TERTIARY);
        older.addClickListener(_ -> showOlder());
        card.with(list, older);
        card.aside(Words.here().text("timeline.zone", Moments.here().zone().getId()));
        add(card);
    }

    void offerEntry(EntryBox box) {
        card.addComponentAtIndex(1, box);
    }

    @Override
    public void refresh(Incident now) {
        incident = now;
        var entries = read(now.id());
        if (shown.isNew(entries)) {
            paint(entries);
        }
    }

    /** Under a heading for each day. */
    private void paint(List<TimelineEntry> entries) {
        var moments = Moments.here();
        var names = book.names();
        var formatter = new TimelineFormatter(moments, names);
        var day = "";
        list.removeAll();
        for (var entry : entries) {
            var itsDay = moments.day(entry.occurredAt());
            if (!itsDay.equals(day)) {
                var heading = new ListItem(itsDay);
                heading.addClassName("day");
                list.add(heading);
                day = itsDay;
            }
            list.add(new EntryLine(entry, formatter, names));
        }
    }

    private void showOlder() {
        wanted += STEP;
        if (incident != null) {
            refresh(incident);
        }
    }

    private List<TimelineEntry> read(IncidentId id) {
        var entries = new ArrayList<TimelineEntry>();
        String after = null;
        do {
            var page = queries.timeline(id, new Page.Request(STEP, after));
            entries.addAll(page.items());
            after = page.next();
        } while (after != null && entries.size() < wanted);
        older.setVisible(after != null);
        return entries;
    }
}
