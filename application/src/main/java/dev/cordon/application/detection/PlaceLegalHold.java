package dev.cordon.application.detection;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.kernel.Ids;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.UseCase;
import dev.cordon.application.store.Stores;
import dev.cordon.domain.detection.keeping.LegalHold;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.people.Permission;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Forbids that anything of a log, or of all logs of a store, is deleted. */
@UseCase
public class PlaceLegalHold {

    /**
     * @param source null for all logs of the store
     */
    public record Command(StoreId store, @Nullable SourceId source, String reason) {}

    private final Stores stores;
    private final LogSources sources;
    private final LegalHolds holds;
    private final Ids ids;
    private final Caller caller;
    private final InstantSource clock;

    PlaceLegalHold(
            Stores stores,
            LogSources sources,
            LegalHolds holds,
            Ids ids,
            Caller caller,
            InstantSource clock) {
        this.stores = stores;
        this.sources = sources;
        this.holds = holds;
        this.ids = ids;
        this.caller = caller;
        this.clock = clock;
    }

    /** Only a person does this. */
    @Requires(Permission.EVIDENCE_COLLECT)
    public UUID place(Command command) {
        var store = stores.get(command.store(), caller.scope());
        var source = command.source();
        if (source != null && !sources.get(source, caller.scope()).store().equals(store.id())) {
            throw new NotFound("log source " + source + " of that store");
        }
        var id = ids.next();
        holds.save(
                LegalHold.place(
                        id,
                        store.id(),
                        source,
                        command.reason(),
                        caller.person(),
                        clock.instant()));
        return id;
    }
}
