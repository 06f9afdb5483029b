package dev.cordon.application.evidence;

import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.domain.people.Permission;
import java.io.IOException;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes uploads that nobody went on with for a week. */
@StreamingUseCase
public class SweepUploads {

    private static final Logger LOG = LoggerFactory.getLogger(SweepUploads.class);

    private final Uploads uploads;
    private final InstantSource clock;

    SweepUploads(Uploads uploads, InstantSource clock) {
        this.uploads = uploads;
        this.clock = clock;
    }

    @Requires(Permission.EVIDENCE_KEEP)
    public void sweep() throws IOException {
        var before = clock.instant().minus(Upload.LONGEST_IDLE);
        uploads.sweep(before);
        for (var upload : uploads.all()) {
            if (upload.touchedAt().isBefore(before)) {
                uploads.remove(upload.id());
                LOG.info("removed an upload that nobody went on with upload={}", upload.id());
            }
        }
    }
}
