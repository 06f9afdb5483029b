package dev.cordon.domain.detection;

import dev.cordon.domain.detection.log.Address;
import dev.cordon.domain.detection.log.EventCursor;
import dev.cordon.domain.detection.log.RequestPath;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Which lines of a log belong to a campaign: those that its rules counted, what the attacking
 * addresses did on the attacked paths while it ran, and everything an address did after its login
 * was accepted. Other customers' lines are left out, also those of a customer who shares nothing
 * but the hour. Not safe for two threads.
 */
public final class LineSelector {

    /** How long after the campaign's last line an intruder's requests still belong to it. */
    private static final Duration AFTERMATH = Duration.ofHours(1);

    /** How long before its first refused login an address may have fetched the login page. */
    private static final Duration APPROACH = Duration.ofMinutes(1);

    private final Map<Address, Long> insideSince = new HashMap<>();
    private final NavigableMap<Long, Long> ranges = new TreeMap<>();
    private final RequestPath path = new RequestPath();
    private final List<byte[]> paths;
    private final long from;
    private final long lastTry;
    private final long until;

    private LineSelector(Finding finding, String source) {
        finding.proof().ranges().stream()
                .filter(each -> each.source().equals(source))
                .forEach(each -> ranges.put(each.from(), each.to()));
        finding.addresses().forEach(facts -> insideSince.put(facts.address(), Long.MAX_VALUE));
        finding.logins()
                .forEach(
                        login ->
                                insideSince.merge(
                                        login.address(), login.at().getEpochSecond(), Math::min));
        paths =
                finding.paths().stream()
                        .map(each -> each.getBytes(StandardCharsets.UTF_8))
                        .toList();
        from = finding.startedAt().minus(APPROACH).getEpochSecond();
        lastTry = finding.lastSeenAt().getEpochSecond();
        until = finding.lastSeenAt().plus(AFTERMATH).getEpochSecond();
    }

    static LineSelector of(Finding finding, String source) {
        return new LineSelector(finding, source);
    }

    /** The first moment any line may speak of. */
    public Instant from() {
        return Instant.ofEpochSecond(from);
    }

    /** The last moment any line may speak of. */
    public Instant until() {
        return Instant.ofEpochSecond(until);
    }

    /**
     * @param offset where the line begins, in bytes since the log's beginning
     */
    public boolean matches(EventCursor line, long offset) {
        var range = ranges.floorEntry(offset);
        return range != null && offset < range.getValue() || isOfAttacker(line);
    }

    private boolean isOfAttacker(EventCursor line) {
        long at = line.epochSecond();
        if (at < from || at > until) {
            return false;
        }
        Long inside = insideSince.get(line.address());
        return inside != null && (at >= inside || at <= lastTry && isAttacked(line));
    }

    private boolean isAttacked(EventCursor line) {
        path.read(line);
        return paths.isEmpty()
                || paths.stream().anyMatch(each -> path.endsWith(each) || path.namesFile(each));
    }
}
