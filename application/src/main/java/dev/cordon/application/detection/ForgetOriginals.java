package dev.cordon.application.detection;

import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.UseCase;
import dev.cordon.application.store.PageVisits;
import dev.cordon.domain.people.Permission;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Ends what came in as an alert and was not taken into custody for half a year. A page beside an
 * alert that nobody has decided about stays.
 */
@UseCase
public class ForgetOriginals {

    static final Duration KEPT = Duration.ofDays(180);

    private final AlertOriginals originals;
    private final PageVisits visits;
    private final InstantSource clock;

    ForgetOriginals(AlertOriginals originals, PageVisits visits, InstantSource clock) {
        this.originals = originals;
        this.visits = visits;
        this.clock = clock;
    }

    @Requires(Permission.EVIDENCE_KEEP)
    public void forget() {
        var before = clock.instant().minus(KEPT);
        originals.forget(before);
        visits.forget(before);
    }
}
