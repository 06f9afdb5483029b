package dev.cordon.domain.store.paymentpage;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Since when each finding stands: one that went and came back stands since it came back.
 *
 * @param since by {@link PageFinding#identity}
 */
public record StandingFindings(SortedMap<String, Instant> since) {

    public static final StandingFindings NONE = new StandingFindings(new TreeMap<>());

    public StandingFindings {
        since = Collections.unmodifiableSortedMap(new TreeMap<>(since));
    }

    /** These stand now; what stands no longer is forgotten. */
    public StandingFindings after(Collection<PageFinding> findings, Instant seen) {
        var now = new TreeMap<String, Instant>();
        for (var finding : findings) {
            var identity = finding.identity();
            now.put(identity, since.getOrDefault(identity, seen));
        }
        return new StandingFindings(now);
    }
}
