package dev.cordon.application.evidence;

import dev.cordon.application.evidence.StoreAcquisitions.Reading;
import dev.cordon.application.incident.Incidents;
import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Queries;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.domain.evidence.acquisition.AcquisitionId;
import dev.cordon.domain.evidence.acquisition.StoreAcquisition;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.people.Permission;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is taken from stores, and how far that is. */
@Queries
public class AcquisitionQueries {

    /**
     * An acquisition as it is shown.
     *
     * @param came how many bytes of the part that is being read have come
     * @param bytesPerSecond how fast they came, on average; 0 if nobody can tell yet
     * @param cancelled whether somebody wants no more of it
     * @param waits why the store could not be asked yet, as {@link
     *     dev.cordon.domain.store.Reason#recorded}; null if it was
     */
    public record Shown(
            StoreAcquisition acquisition,
            long came,
            long bytesPerSecond,
            boolean cancelled,
            @Nullable String waits) {}

    private final Incidents incidents;
    private final StoreAcquisitions acquisitions;
    private final Caller caller;
    private final InstantSource clock;

    AcquisitionQueries(
            Incidents incidents,
            StoreAcquisitions acquisitions,
            Caller caller,
            InstantSource clock) {
        this.incidents = incidents;
        this.acquisitions = acquisitions;
        this.caller = caller;
        this.clock = clock;
    }

    /** The newest first. */
    @Requires(Permission.EVIDENCE_READ)
    public List<Shown> of(IncidentId incident) {
        return acquisitions.of(incidents.get(incident, caller.scope()).id()).stream()
                .map(this::shown)
                .toList();
    }

    @Requires(Permission.EVIDENCE_READ)
    public Shown one(AcquisitionId id) {
        return shown(acquisitions.get(id, caller.scope()));
    }

    private Shown shown(StoreAcquisition acquisition) {
        var id = acquisition.id();
        if (acquisition.isOver()) {
            return new Shown(acquisition, 0, 0, false, null);
        }
        var reading = acquisitions.reading(id);
        return new Shown(
                acquisition,
                reading.map(Reading::bytes).orElse(0L),
                reading.map(this::rate).orElse(0L),
                acquisitions.isCancelled(id),
                acquisitions.waits(id).orElse(null));
    }

    private long rate(Reading reading) {
        long millis = Duration.between(reading.since(), clock.instant()).toMillis();
        return millis <= 0 ? 0 : reading.bytes() * 1000 / millis;
    }
}
