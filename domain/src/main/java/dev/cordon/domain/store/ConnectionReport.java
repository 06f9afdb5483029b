package dev.cordon.domain.store;

import dev.cordon.domain.kernel.StoreId;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a check of a store's connection found: exactly what the credentials may and may not do, and
 * what the store says of itself.
 *
 * @param verdicts one for every {@link Capability}, in its order
 */
public record ConnectionReport(
        StoreId store, Instant at, Map<Capability, Verdict> verdicts, Facts facts) {

    /** What the store says of itself; null is what it did not say. */
    public record Facts(
            boolean https,
            @Nullable String siteName,
            @Nullable String timeZone,
            @Nullable String wooCommerceVersion,
            @Nullable String wordPressVersion,
            @Nullable String phpVersion,
            @Nullable Boolean highPerformanceOrderStorage,
            @Nullable Integer plugins) {}

    public ConnectionReport {
        var ordered = new EnumMap<Capability, Verdict>(Capability.class);
        for (Capability capability : Capability.values()) {
            Verdict verdict = verdicts.get(capability);
            if (verdict == null) {
                throw new IllegalArgumentException("the report is silent on " + capability);
            }
            ordered.put(capability, verdict);
        }
        verdicts = java.util.Collections.unmodifiableMap(ordered);
    }

    public boolean allows(Capability capability) {
        return verdicts.get(capability) instanceof Verdict.Allowed;
    }

    /** Whether the credentials open the store at all. */
    public boolean isUsable() {
        return verdicts.values().stream().anyMatch(Verdict.Allowed.class::isInstance);
    }
}
