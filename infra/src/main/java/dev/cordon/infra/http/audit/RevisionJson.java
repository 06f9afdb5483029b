package dev.cordon.infra.http.audit;

import dev.cordon.application.audit.Revision;
import java.time.Instant;
import java.util.List;

/**
 * A committed change of records as sent.
 *
 * @param by {@code person:rita} or {@code automation:detection}
 */
record RevisionJson(
        long number,
        Instant at,
        String by,
        String useCase,
        String reason,
        List<String> events,
        List<Revision.Change> changes) {

    static RevisionJson of(Revision revision) {
        return new RevisionJson(
                revision.number(),
                revision.at(),
                revision.by().reference(),
                revision.useCase(),
                revision.reason(),
                revision.events(),
                revision.changes());
    }
}
