package dev.cordon.domain.incident;

import dev.cordon.domain.kernel.Actor;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of an incident's timeline. Entries are added and never changed; a correction supersedes.
 *
 * @param occurredAt when it happened
 * @param recordedAt when Cordon learned of it
 * @param type the fact's name, {@code CampaignApproved}, or {@code Note} for a person's own words
 * @param details what fills the fact's sentence
 * @param text a person's own words or reason; empty where there are none
 * @param supersedes the entry that this one corrects
 */
public record TimelineEntry(
        UUID id,
        IncidentId incident,
        Instant occurredAt,
        Instant recordedAt,
        Kind kind,
        String type,
        Map<String, String> details,
        String text,
        Actor by,
        @Nullable UUID supersedes) {

    /** The type of an entry in a person's own words. */
    public static final String NOTE = "Note";

    public TimelineEntry {
        details = Map.copyOf(details);
    }

    public enum Kind {
        EVENT,
        ACTION,
        DECISION,
        COMMUNICATION,
        CONTAINMENT,
        SYSTEM
    }

    /** The entry that a fact leaves behind. */
    public static TimelineEntry of(UUID id, IncidentFact fact, Instant recordedAt) {
        return new TimelineEntry(
                id,
                fact.incident(),
                fact.at(),
                recordedAt,
                fact.kind(),
                fact.type(),
                fact.details(),
                fact.reason(),
                fact.by(),
                null);
    }

    public static TimelineEntry note(
            UUID id,
            IncidentId incident,
            Instant occurredAt,
            Instant recordedAt,
            String text,
            Actor by) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a note says something");
        }
        return new TimelineEntry(
                id, incident, occurredAt, recordedAt, Kind.EVENT, NOTE, Map.of(), text, by, null);
    }
}
