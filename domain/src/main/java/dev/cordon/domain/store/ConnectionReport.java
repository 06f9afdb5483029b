package dev.cordon.domain.store;

import static java.util.stream.Collectors.joining;

import dev.cordon.domain.kernel.StoreId;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a check of a store's connections found: exactly what is possible through which of them, and
 * what the store says of itself.
 *
 * @param ways for each {@link Capability} a verdict by each kind of connection that can do it and
 *     was kept when it was checked
 */
public record ConnectionReport(
        StoreId store,
        Instant at,
        Map<Capability, Map<ConnectionKind, Verdict>> ways,
        Facts facts) {

    /** What the store says of itself; null is what it did not say. */
    public record Facts(
            boolean https,
            @Nullable String siteName,
            @Nullable String timeZone,
            @Nullable String wooCommerceVersion,
            @Nullable String wordPressVersion,
            @Nullable String phpVersion,
            @Nullable Boolean highPerformanceOrderStorage,
            @Nullable Integer plugins,
            @Nullable String wpCliVersion) {}

    public ConnectionReport {
        var ordered = new EnumMap<Capability, Map<ConnectionKind, Verdict>>(Capability.class);
        for (var capability : Capability.values()) {
            var found = new EnumMap<ConnectionKind, Verdict>(ConnectionKind.class);
            found.putAll(ways.getOrDefault(capability, Map.of()));
            if (!capability.ways().containsAll(found.keySet())) {
                throw new IllegalArgumentException(capability + " cannot be done so: " + found);
            }
            ordered.put(capability, Collections.unmodifiableMap(found));
        }
        ways = Collections.unmodifiableMap(ordered);
    }

    /** The best verdict for each capability, in its order. */
    public Map<Capability, Verdict> verdicts() {
        var best = new EnumMap<Capability, Verdict>(Capability.class);
        ways.keySet().forEach(capability -> best.put(capability, verdict(capability)));
        return Collections.unmodifiableMap(best);
    }

    /** The best of its ways; refused where none was kept. */
    public Verdict verdict(Capability capability) {
        var found = by(capability).values();
        return found.stream()
                .filter(Verdict.Allowed.class::isInstance)
                .findFirst()
                .or(() -> found.stream().filter(Verdict.Unknown.class::isInstance).findFirst())
                .or(() -> found.stream().findFirst())
                .orElseGet(() -> new Verdict.Refused(notConnected(capability)));
    }

    public boolean allows(Capability capability) {
        return verdict(capability) instanceof Verdict.Allowed;
    }

    /** What would bring it and is not kept, where nothing that is kept does it. */
    public List<ConnectionKind> missing(Capability capability) {
        return allows(capability)
                ? List.of()
                : capability.ways().stream()
                        .filter(way -> !by(capability).containsKey(way))
                        .toList();
    }

    /** What was kept when it was checked. */
    public Set<ConnectionKind> checked() {
        var kinds = EnumSet.noneOf(ConnectionKind.class);
        ways.values().forEach(found -> kinds.addAll(found.keySet()));
        return kinds;
    }

    /** Whether that connection lets Cordon do anything at all. */
    public boolean opens(ConnectionKind kind) {
        return ways.values().stream().anyMatch(found -> found.get(kind) instanceof Verdict.Allowed);
    }

    /** Whether it lets Cordon do all that its kind can do, as far as was found out. */
    public boolean isWhole(ConnectionKind kind) {
        return verdicts(kind).noneMatch(Verdict.Refused.class::isInstance);
    }

    /** The first thing that stands against a connection; of no meaning where nothing does. */
    public Reason trouble(ConnectionKind kind) {
        return verdicts(kind)
                .filter(Verdict.Refused.class::isInstance)
                .findFirst()
                .or(() -> verdicts(kind).filter(Verdict.Unknown.class::isInstance).findFirst())
                .map(Verdict::reason)
                .orElseGet(Finding.NOT_TRIED::reason);
    }

    private Stream<Verdict> verdicts(ConnectionKind kind) {
        return ways.values().stream().flatMap(found -> Stream.ofNullable(found.get(kind)));
    }

    /** Whether anything opens the store at all. */
    public boolean isUsable() {
        return checked().stream().anyMatch(this::opens);
    }

    /** The verdict by each connection that can do it and was kept. */
    public Map<ConnectionKind, Verdict> by(Capability capability) {
        return ways.getOrDefault(capability, Map.of());
    }

    private static Reason notConnected(Capability capability) {
        return Finding.NOT_CONNECTED.about(
                capability.ways().stream().map(ConnectionKind::label).collect(joining(", ")));
    }
}
