package dev.cordon.application.detection;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.UseCase;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.detection.sensor.Rhythm;
import dev.cordon.domain.kernel.Version;
import dev.cordon.domain.people.Permission;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Says how often a log speaks, and until when its silence is planned. */
@UseCase
public class PlanSensor {

    /**
     * @param rhythm null for the usual one of its format
     * @param quietUntil null if no silence is planned
     */
    public record Command(
            SourceId source,
            Version seen,
            @Nullable Rhythm rhythm,
            @Nullable Instant quietUntil,
            String reason) {}

    private final LogSources sources;
    private final SensorPlans plans;
    private final Caller caller;
    private final InstantSource clock;

    PlanSensor(LogSources sources, SensorPlans plans, Caller caller, InstantSource clock) {
        this.sources = sources;
        this.plans = plans;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * @throws IllegalArgumentException if the silence is too long, or the reason is missing
     */
    @Requires(Permission.STORE_MANAGE)
    public void plan(Command command) {
        var plan = plans.of(sources.get(command.source(), caller.scope()), command.seen());
        plans.save(
                plan.expect(
                        command.rhythm(),
                        command.quietUntil(),
                        command.reason(),
                        caller.actor(),
                        clock.instant()));
    }
}
