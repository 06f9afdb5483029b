package dev.cordon.domain.kernel;

import java.time.Instant;

/** A fact: something happened, somebody did it, for a reason. Named in the past tense. */
public interface DomainEvent {

    /** When it happened, to the program's best knowledge. */
    Instant at();

    Actor by();

    /** Why, in the words of whoever did it; empty where the fact itself says enough. */
    default String reason() {
        return "";
    }

    /** The fact's name as stored, shown and listened for: {@code IncidentDeclared}. */
    default String type() {
        return getClass().getSimpleName();
    }
}
