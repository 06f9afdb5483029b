package dev.cordon.application.detection;

import dev.cordon.domain.detection.log.SourceId;
import java.io.IOException;
import java.time.Duration;

/** A log source sends more than it may. Nothing of the batch was taken. */
public class SourceTooFast extends IOException {

    private final transient Duration wait;

    SourceTooFast(SourceId source, Duration wait) {
        super(
                "the log "
                        + source
                        + " sends more than it may; none of the batch was taken. Send it again"
                        + " later, or let an administrator raise the limit.");
        this.wait = wait;
    }

    /** How long to wait before it is sent again; at least a second. */
    public Duration pause() {
        return wait.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : wait;
    }
}
