package dev.cordon.application.detection;

import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.UseCase;
import dev.cordon.domain.people.Permission;
import java.time.Duration;
import java.time.InstantSource;

/** Ends what came in as an alert and was not taken into custody for half a year. */
@UseCase
public class ForgetOriginals {

    static final Duration KEPT = Duration.ofDays(180);

    private final AlertOriginals originals;
    private final InstantSource clock;

    ForgetOriginals(AlertOriginals originals, InstantSource clock) {
        this.originals = originals;
        this.clock = clock;
    }

    @Requires(Permission.EVIDENCE_KEEP)
    public void forget() {
        originals.forget(clock.instant().minus(KEPT));
    }
}
