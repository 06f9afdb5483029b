package dev.cordon.application.detection;

import dev.cordon.application.kernel.Page;
import dev.cordon.domain.detection.Alert;
import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.detection.AlertOrigin;
import dev.cordon.domain.detection.AlertSeverity;
import dev.cordon.domain.detection.AlertStatus;
import dev.cordon.domain.detection.AttackKind;
import dev.cordon.domain.detection.log.Address;
import dev.cordon.domain.kernel.Actor;
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

    /** Beyond so many, nobody counts. */
    int MOST_COUNTED = 1_000;

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

    /** The same list, as lines: without reading what each alert found. */
    Page<AlertSummary> lines(Filter filter, StoreScope scope, Page.Request page);

    /**
     * How many the filter holds; {@code MOST_COUNTED + 1} means that there are more than {@link
     * #MOST_COUNTED}.
     */
    int count(Filter filter, StoreScope scope);

    /**
     * Other alerts of the store that share an attacking address with it, newest first.
     *
     * @param most no more than so many
     */
    List<AlertSummary> sharingAddresses(Alert alert, int most);

    /** Other alerts of the store that are of its kind or attack one of its accounts. */
    List<AlertSummary> similar(Alert alert, int most);

    /** By hour and kind, how many addresses began to attack since that moment. */
    List<Beginnings> beginnings(Instant since, StoreScope scope);

    /** How detection's alerts of the store since then were resolved, for each rule. */
    List<RuleTally> tallies(StoreId store, Instant detectedSince);

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
     * What to list; what is null or empty does not narrow it.
     *
     * @param statuses in any of these
     * @param address naming this address as attacking
     * @param takenBy whom this person has, or had
     * @param text holding all of these words, or words that begin so
     */
    record Filter(
            Set<AlertStatus> statuses,
            @Nullable AlertSeverity severity,
            @Nullable AttackKind kind,
            @Nullable StoreId store,
            @Nullable Address address,
            Actor.@Nullable Person takenBy,
            String text) {

        public static final Filter EVERYTHING = of(Set.of());

        /** What waits for a person. */
        public static final Filter OPEN = of(Set.of(AlertStatus.NEW, AlertStatus.TRIAGING));

        public Filter {
            statuses = Set.copyOf(statuses);
        }

        public static Filter of(Set<AlertStatus> statuses) {
            return new Filter(statuses, null, null, null, null, null, "");
        }

        public Filter with(@Nullable AlertSeverity severity, @Nullable AttackKind kind) {
            return new Filter(statuses, severity, kind, store, address, takenBy, text);
        }

        public Filter in(@Nullable StoreId store) {
            return new Filter(statuses, severity, kind, store, address, takenBy, text);
        }

        public Filter naming(@Nullable Address address) {
            return new Filter(statuses, severity, kind, store, address, takenBy, text);
        }

        public Filter heldBy(Actor.@Nullable Person takenBy) {
            return new Filter(statuses, severity, kind, store, address, takenBy, text);
        }

        public Filter saying(String text) {
            return new Filter(statuses, severity, kind, store, address, takenBy, text);
        }
    }
}
