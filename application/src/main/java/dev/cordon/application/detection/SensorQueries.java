package dev.cordon.application.detection;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Queries;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.domain.detection.log.LogSource;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.detection.sensor.BlindSpan;
import dev.cordon.domain.detection.sensor.Rhythm;
import dev.cordon.domain.detection.sensor.SensorPlan;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.people.Permission;
import java.time.Instant;
import java.util.List;

/** How the logs are, and for which times nothing was seen in them. */
@Queries
public class SensorQueries {

    /**
     * A log's health.
     *
     * @param rhythm what it is held to
     * @param blind what is not seen now
     */
    public record Health(Intake intake, SensorPlan plan, Rhythm rhythm, List<BlindSpan> blind) {}

    private final LogSources sources;
    private final SensorPlans plans;
    private final BlindSpans spans;
    private final StoreWatches watches;
    private final Caller caller;

    SensorQueries(
            LogSources sources,
            SensorPlans plans,
            BlindSpans spans,
            StoreWatches watches,
            Caller caller) {
        this.sources = sources;
        this.plans = plans;
        this.spans = spans;
        this.watches = watches;
        this.caller = caller;
    }

    /** Of every log, by id. */
    @Requires(Permission.ALERT_READ)
    public List<Health> all() {
        return sources.all(caller.scope()).stream().map(this::health).toList();
    }

    @Requires(Permission.ALERT_READ)
    public Health one(SourceId source) {
        return health(sources.get(source, caller.scope()));
    }

    /** What was not seen in the log since then, the latest first. */
    @Requires(Permission.ALERT_READ)
    public List<BlindSpan> blind(SourceId source, Instant since) {
        return spans.of(sources.get(source, caller.scope()).id(), since);
    }

    /** What was not seen in any of the store's logs in that time, the earliest first. */
    @Requires(Permission.ALERT_READ)
    public List<BlindSpan> blind(StoreId store, Instant from, Instant to) {
        return caller.scope().covers(store) ? spans.within(store, from, to) : List.of();
    }

    private Health health(LogSource log) {
        var plan = plans.of(log);
        return new Health(watches.intake(log), plan, plan.rhythmOf(log), spans.lasting(log.id()));
    }
}
