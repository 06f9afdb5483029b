package dev.cordon.application.detection;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.UseCase;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.kernel.StaleVersion;
import dev.cordon.domain.kernel.Version;
import dev.cordon.domain.people.Permission;
import java.time.InstantSource;

/** Decides how much a log source may send. */
@UseCase
public class LimitSource {

    /**
     * @param seen the version of the limit that was seen
     * @param burst bytes that may come at once
     */
    public record Command(SourceId source, Version seen, long bytesPerSecond, long burst) {}

    private final LogSources sources;
    private final SourceLimits limits;
    private final Caller caller;
    private final InstantSource clock;

    LimitSource(LogSources sources, SourceLimits limits, Caller caller, InstantSource clock) {
        this.sources = sources;
        this.limits = limits;
        this.caller = caller;
        this.clock = clock;
    }

    @Requires(Permission.STORE_MANAGE)
    public void limit(Command command) {
        var source = sources.get(command.source(), caller.scope());
        var limit = limits.of(source.id());
        if (!limit.version().equals(command.seen())) {
            throw new StaleVersion("limit of " + source.id(), command.seen());
        }
        limits.save(
                limit.change(
                        command.bytesPerSecond(),
                        command.burst(),
                        caller.actor(),
                        clock.instant()));
    }
}
