package dev.cordon.application.detection;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.UseCase;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.kernel.StaleVersion;
import dev.cordon.domain.kernel.Version;
import dev.cordon.domain.people.Permission;
import java.time.InstantSource;

/** Says for how long a log's raw lines are kept, what for, and who answers for it. */
@UseCase
public class SetRetention {

    /**
     * @param owner a person or a role
     * @param days lines that came in longer ago go
     * @param bytes when there are more, the oldest go
     */
    public record Command(
            SourceId source, Version seen, String owner, String reason, int days, long bytes) {}

    private final LogSources sources;
    private final Retentions retentions;
    private final KeptLogs kept;
    private final Caller caller;
    private final InstantSource clock;

    SetRetention(
            LogSources sources,
            Retentions retentions,
            KeptLogs kept,
            Caller caller,
            InstantSource clock) {
        this.sources = sources;
        this.retentions = retentions;
        this.kept = kept;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * @throws IllegalArgumentException if a part is missing, too long or out of bounds
     */
    @Requires(Permission.STORE_MANAGE)
    public void set(Command command) {
        var now = kept.retention(sources.get(command.source(), caller.scope()));
        if (!now.version().equals(command.seen())) {
            throw new StaleVersion("retention of the log " + command.source(), command.seen());
        }
        retentions.save(
                now.set(
                        command.owner(),
                        command.reason(),
                        command.days(),
                        command.bytes(),
                        caller.actor(),
                        clock.instant()));
    }
}
