package dev.cordon.domain.detection.engine;

import dev.cordon.domain.detection.state.StateReader;
import dev.cordon.domain.detection.state.StateWriter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * The addresses behind groups that are none: who tries one account's passwords. So an alert about
 * such a group can name them.
 */
final class Company {

    private static final int MOST = 1_000;

    private final Map<Key, Map<Key, Trail>> groups = new HashMap<>();
    private long bytes;

    /** An event of that group came from an address. */
    void add(Key group, Signal signal) {
        var addresses = addressesOf(group);
        var trail = addresses.get(signal.key());
        if (trail == null) {
            trail = new Trail(false);
            addresses.put(signal.key(), trail);
            bytes += bytesOf(trail);
        }
        long before = trail.bytes();
        trail.add(signal, 0);
        bytes += trail.bytes() - before;
        if (addresses.size() > MOST) {
            bytes -= bytesOf(addresses.remove(addresses.keySet().iterator().next()));
        }
    }

    /** About how much memory it takes. */
    long bytes() {
        return bytes;
    }

    private static long bytesOf(Trail trail) {
        return Room.ENTRY + trail.bytes();
    }

    private Map<Key, Trail> addressesOf(Key group) {
        return groups.computeIfAbsent(group, _ -> new LinkedHashMap<>(4, 0.75f, true));
    }

    void forget(Key group) {
        var addresses = groups.remove(group);
        if (addresses != null) {
            bytes -= addresses.values().stream().mapToLong(Company::bytesOf).sum();
        }
    }

    boolean isOf(Key group) {
        return groups.containsKey(group);
    }

    /** What each address did of the group's events since then. */
    void forEach(Key group, long since, BiConsumer<Key, Trail> action) {
        groups.getOrDefault(group, Map.of())
                .forEach(
                        (address, trail) -> {
                            trail.forgetBefore(since);
                            if (trail.size() > 0) {
                                action.accept(address, trail);
                            }
                        });
    }

    void save(StateWriter to) {
        to.number(groups.size());
        groups.forEach(
                (group, addresses) -> {
                    group.save(to);
                    to.number(addresses.size());
                    addresses.forEach(
                            (address, trail) -> {
                                address.save(to);
                                trail.save(to);
                            });
                });
    }

    void restore(StateReader from) {
        from.each(
                () -> {
                    var addresses = addressesOf(Key.restored(from));
                    from.each(() -> addresses.put(Key.restored(from), Trail.restored(from, false)));
                    bytes += addresses.values().stream().mapToLong(Company::bytesOf).sum();
                });
    }
}
