package dev.cordon.ui.incident;

import dev.cordon.domain.incident.TimelineEntry;
import dev.cordon.ui.kernel.Moments;
import dev.cordon.ui.kernel.Names;
import dev.cordon.ui.kernel.Words;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;

/** Says what an entry of the timeline means, in the viewer's language. */
public final class TimelineFormatter {

    /** Which words a detail's value is one of, by entry type and detail. */
    private static final Map<String, String> VOCABULARY =
            Map.of(
                    "IncidentDeclared.severity", "Severity",
                    "SeverityAssessed.from", "Severity",
                    "SeverityAssessed.to", "Severity",
                    "StageChanged.from", "Stage",
                    "StageChanged.to", "Stage",
                    "AffectedPeopleDetermined.basis", "Basis",
                    "ApprovalRefused.refusal", "Campaign.Refused",
                    "DeliveryDecided.decision", "Delivery.Decision",
                    "TransferEnded.why", "Answer.Ended.Why");

    private final Moments moments;
    private final Names names;

    public TimelineFormatter(Moments moments, Names names) {
        this.moments = moments;
        this.names = names;
    }

    /** What happened, in a few words; a person's own words for a note. */
    public String title(TimelineEntry entry) {
        return entry.type().equals(TimelineEntry.NOTE)
                ? entry.text()
                : words().sentence(key(entry), values(entry));
    }

    /** The particulars behind the title; empty where it says all. */
    public String particulars(TimelineEntry entry) {
        var key = key(entry) + ".more";
        return words().has(key) ? words().sentence(key, values(entry)) : "";
    }

    /** The whole entry on one line, for somebody who only hears about it. */
    public String line(TimelineEntry entry) {
        return words().text(
                        "timeline.line",
                        moments.moment(entry.occurredAt()),
                        names.of(entry.by()),
                        title(entry));
    }

    private Map<String, String> values(TimelineEntry entry) {
        var values = new HashMap<String, String>();
        entry.details().forEach((name, raw) -> values.put(name, value(entry.type(), name, raw)));
        values.put("by", names.of(entry.by()));
        return values;
    }

    private String value(String type, String name, String raw) {
        var vocabulary = VOCABULARY.get(type + "." + name);
        if (vocabulary != null) {
            return words().text(vocabulary + "." + raw);
        }
        if (name.equals("sha256") && raw.length() == 64) {
            return raw.substring(0, 4) + "…" + raw.substring(60);
        }
        return moment(raw);
    }

    private String moment(String raw) {
        if (!raw.endsWith("Z")) {
            return raw;
        }
        try {
            return moments.exact(Instant.parse(raw));
        } catch (DateTimeParseException e) {
            return raw;
        }
    }

    private static String key(TimelineEntry entry) {
        return "timeline." + entry.type();
    }

    private Words words() {
        return moments.words();
    }
}
