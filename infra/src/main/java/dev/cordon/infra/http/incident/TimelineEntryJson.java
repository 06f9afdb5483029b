package dev.cordon.infra.http.incident;

import dev.cordon.domain.incident.TimelineEntry;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of a timeline as sent.
 *
 * @param by {@code person:rita} or {@code automation:detection}
 */
record TimelineEntryJson(
        UUID id,
        Instant occurredAt,
        Instant recordedAt,
        TimelineEntry.Kind kind,
        String type,
        Map<String, String> details,
        String text,
        String by,
        @Nullable UUID supersedes) {

    static TimelineEntryJson of(TimelineEntry entry) {
        return new TimelineEntryJson(
                entry.id(),
                entry.occurredAt(),
                entry.recordedAt(),
                entry.kind(),
                entry.type(),
                entry.details(),
                entry.text(),
                entry.by().reference(),
                entry.supersedes());
    }
}
