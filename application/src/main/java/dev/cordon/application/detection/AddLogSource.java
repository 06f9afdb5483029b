package dev.cordon.application.detection;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.UseCase;
import dev.cordon.application.store.Stores;
import dev.cordon.domain.detection.log.LogFormat;
import dev.cordon.domain.detection.log.LogSource;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.kernel.Mode;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.people.Permission;
import java.time.InstantSource;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Takes a log of a store in: from now on its lines are accepted and watched. */
@UseCase
public class AddLogSource {

    /**
     * @param zone of the log's clock; null for the store's own
     */
    public record Command(
            SourceId source,
            StoreId store,
            String name,
            LogFormat format,
            @Nullable ZoneId zone,
            Mode mode) {}

    /** Whether it was added. */
    public sealed interface Outcome {
        record Added(LogSource source) implements Outcome {}

        /** Another log, perhaps of another store, has that id. */
        record IdTaken() implements Outcome {}
    }

    private final LogSources sources;
    private final Stores stores;
    private final Caller caller;
    private final InstantSource clock;

    AddLogSource(LogSources sources, Stores stores, Caller caller, InstantSource clock) {
        this.sources = sources;
        this.stores = stores;
        this.caller = caller;
        this.clock = clock;
    }

    @Requires(Permission.STORE_MANAGE)
    public Outcome add(Command command) {
        var store = stores.get(command.store(), caller.scope());
        if (sources.find(command.source(), StoreScope.ALL).isPresent()) {
            return new Outcome.IdTaken();
        }
        var source =
                new LogSource(
                        command.source(),
                        store.id(),
                        command.name(),
                        command.format(),
                        command.zone() == null ? store.zone() : command.zone(),
                        command.mode());
        sources.save(LogSource.add(source, caller.actor(), clock.instant()));
        return new Outcome.Added(source);
    }
}
