package dev.cordon.application.detection;

import dev.cordon.application.kernel.Page;
import dev.cordon.domain.detection.Alert;
import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.detection.AlertOrigin;
import dev.cordon.domain.detection.AlertSeverity;
import dev.cordon.domain.detection.AlertStatus;
import dev.cordon.domain.detection.log.Address;
import dev.cordon.domain.kernel.Mode;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.kernel.StaleVersion;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.domain.kernel.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All alerts. What lies outside the scope is not there. */
public interface Alerts {

    Optional<Alert> find(AlertId id, StoreScope scope);

    /** The one alert of that origin, for detection: the origin is unique within the store. */
    Optional<Alert> findByOrigin(StoreId store, AlertOrigin origin);

    /**
     * Alerts that detection raised over the store's logs of that mode, and whose campaign was last
     * seen at that moment or later: so that it knows a campaign again after a restart.
     */
    List<Alert> recent(StoreId store, Mode mode, Instant lastSeenSince);

    /** Those that became that incident; the caller has shown that it may see the incident. */
    List<Alert> escalatedInto(UUID incident);

    /** Newest first, by when they were detected. */
    Page<Alert> list(Filter filter, StoreScope scope, Page.Request page);

    /** How many the filter holds, for badges. */
    int count(Filter filter, StoreScope scope);

    /**
     * Stores the new state and announces its facts.
     *
     * @throws StaleVersion if somebody else stored since the state was read, or raised an alert of
     *     the same origin meanwhile
     */
    void save(Transition<Alert> change);

    /** The alert as the caller saw it. */
    default Alert get(AlertId id, Version seen, StoreScope scope) {
        var alert = get(id, scope);
        if (!alert.version().equals(seen)) {
            throw new StaleVersion("alert " + id, seen);
        }
        return alert;
    }

    default Alert get(AlertId id, StoreScope scope) {
        return find(id, scope).orElseThrow(() -> new NotFound("alert " + id));
    }

    /**
     * What to list.
     *
     * @param statuses in any of these; all when empty
     * @param address naming this address as attacking
     */
    record Filter(
            Set<AlertStatus> statuses,
            @Nullable AlertSeverity severity,
            @Nullable StoreId store,
            @Nullable Address address) {

        public static final Filter EVERYTHING = new Filter(Set.of(), null, null, null);

        /** What waits for a person. */
        public static final Filter OPEN =
                new Filter(Set.of(AlertStatus.NEW, AlertStatus.TRIAGING), null, null, null);

        public Filter {
            statuses = Set.copyOf(statuses);
        }
    }
}
