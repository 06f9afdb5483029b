package dev.cordon.application.detection;

import dev.cordon.application.stereotype.Supporting;
import dev.cordon.application.store.SensorBatch;
import dev.cordon.domain.detection.log.SourceId;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The nonces of what came lately, as long as their time is accepted. Only what is signed is
 * remembered here, so that strangers fill nothing. Forgotten with the end of the program: then what
 * comes again is known by its number and content, and taken once all the same.
 */
@Supporting
class SensorNonces {

    /** More in ten minutes is no sensor; the oldest are forgotten early. */
    private static final int MOST = 10_000;

    private record Seen(String nonce, Instant at) {}

    private static final class Lately {
        private final Deque<Seen> order = new ArrayDeque<>();
        private final Set<String> all = new HashSet<>();

        synchronized boolean take(String nonce, Instant now) {
            while (!order.isEmpty()
                    && (order.size() >= MOST
                            || order.getFirst()
                                    .at()
                                    .isBefore(now.minus(SensorBatch.WINDOW.multipliedBy(2))))) {
                all.remove(order.removeFirst().nonce());
            }
            boolean isNew = all.add(nonce);
            if (isNew) {
                order.addLast(new Seen(nonce, now));
            }
            return isNew;
        }
    }

    private final Map<SourceId, Lately> bySource = new ConcurrentHashMap<>();

    /** Whether it is new; from now on it is not. */
    boolean take(SourceId source, String nonce, Instant now) {
        return bySource.computeIfAbsent(source, _ -> new Lately()).take(nonce, now);
    }
}
