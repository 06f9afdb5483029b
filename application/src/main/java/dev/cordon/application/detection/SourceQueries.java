package dev.cordon.application.detection;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Queries;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.domain.detection.log.IntakeCounts;
import dev.cordon.domain.detection.log.LogSource;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.people.Permission;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The log sources, what they sent, and what of it was not understood. */
@Queries
public class SourceQueries {

    /**
     * A source and its intake.
     *
     * @param counts of all that detection has read of it
     * @param lastReceivedAt when lines last came in; null if none ever did
     * @param lag for how long lines have waited to be read; nothing if all are
     * @param backlog how many bytes came in and were not read yet
     * @param passedOver how many bytes were gone before they could be read, since the start
     * @param behind whether detection could not finish and will try again
     */
    public record Intake(
            LogSource source,
            IntakeCounts counts,
            @Nullable Instant lastReceivedAt,
            Duration lag,
            long backlog,
            long passedOver,
            boolean behind) {}

    private final LogSources sources;
    private final StoreWatches watches;
    private final Caller caller;

    SourceQueries(LogSources sources, StoreWatches watches, Caller caller) {
        this.sources = sources;
        this.watches = watches;
        this.caller = caller;
    }

    @Requires(Permission.ALERT_READ)
    public List<Intake> all() {
        return sources.all(caller.scope()).stream().map(this::intake).toList();
    }

    @Requires(Permission.ALERT_READ)
    public Intake one(SourceId source) {
        return intake(sources.get(source, caller.scope()));
    }

    private Intake intake(LogSource source) {
        return watches.intake(source);
    }
}
