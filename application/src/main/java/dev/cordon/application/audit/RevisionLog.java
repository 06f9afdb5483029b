package dev.cordon.application.audit;

import dev.cordon.application.kernel.Page;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The history of all audited records. */
public interface RevisionLog {

    /** Latest first, with the changes of each. */
    Page<Revision> list(Filter filter, Page.Request page);

    /**
     * What to list; null means any.
     *
     * @param actor an actor's name
     * @param recordId the id of a record that the revision changed
     * @param from inclusive
     * @param to exclusive
     */
    record Filter(
            @Nullable String actor,
            @Nullable String useCase,
            @Nullable String recordId,
            @Nullable Instant from,
            @Nullable Instant to) {

        public static final Filter EVERYTHING = new Filter(null, null, null, null, null);
    }
}
