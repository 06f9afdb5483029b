package dev.cordon.ui.incident;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import dev.cordon.application.detection.SensorQueries;
import dev.cordon.application.incident.IncidentQueries;
import dev.cordon.application.kernel.Page;
import dev.cordon.domain.detection.sensor.BlindSpan;
import dev.cordon.domain.incident.Incident;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.incident.TimelineEntry;
import dev.cordon.ui.kernel.Card;
import dev.cordon.ui.kernel.Moments;
import dev.cordon.ui.kernel.Names;
import dev.cordon.ui.kernel.Shown;
import dev.cordon.ui.kernel.Words;
import dev.cordon.ui.people.NameBook;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The entries and what was not seen, latest first, more of them on demand. */
class TimelineView extends IncidentTab.Content {

    private static final int STEP = 50;

    /** What the timeline shows. */
    private record Known(List<TimelineEntry> entries, List<BlindSpan> blind) {}

    /** A line of it, and when it belongs there. */
    private record Line(Instant at, Supplier<ListItem> item) {}

    private final IncidentQueries queries;
    private final SensorQueries sensors;
    private final InstantSource clock;
    private final NameBook book;
    private final Card card = new Card(Words.here().text("incident.tab.timeline"));
    private final OrderedList list = new OrderedList();
    private final Button older = new Button(Words.here().text("timeline.older"));
    private final Shown<Known> shown = new Shown<>();
    private int wanted = STEP;
    private @Nullable Incident incident;

    TimelineView(
            IncidentQueries queries, SensorQueries sensors, NameBook book, InstantSource clock) {
        this.queries = queries;
        this.sensors = sensors;
        this.clock = clock;
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
        var known = new Known(entries, blind(now, entries));
        if (shown.isNew(known)) {
            paint(known);
        }
    }

    /** Under a heading for each day. */
    private void paint(Known known) {
        var moments = Moments.here();
        var names = book.names();
        var formatter = new TimelineFormatter(moments, names);
        var day = "";
        list.removeAll();
        for (var line : lines(known, formatter, names)) {
            var itsDay = moments.day(line.at());
            if (!itsDay.equals(day)) {
                var heading = new ListItem(itsDay);
                heading.addClassName("day");
                list.add(heading);
                day = itsDay;
            }
            list.add(line.item().get());
        }
    }

    /** What lasts stands on top; of equal times the entry stands above. */
    private List<Line> lines(Known known, TimelineFormatter formatter, Names names) {
        var now = clock.instant();
        var lines = new ArrayList<Line>();
        for (var entry : known.entries()) {
            lines.add(new Line(entry.occurredAt(), () -> new EntryLine(entry, formatter, names)));
        }
        for (var span : known.blind()) {
            lines.add(new Line(BlindLine.end(span, now), () -> new BlindLine(span, now)));
        }
        lines.sort(Comparator.comparing(Line::at).reversed());
        return lines;
    }

    /** From the beginning of the attack, or of what is shown, until the incident was over. */
    private List<BlindSpan> blind(Incident now, List<TimelineEntry> entries) {
        var times = now.times();
        var from =
                older.isVisible() && !entries.isEmpty()
                        ? entries.getLast().occurredAt()
                        : times.occurred();
        var to = times.closed() == null ? clock.instant() : times.closed();
        return from.isAfter(to) ? List.of() : sensors.blind(now.store(), from, to);
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
