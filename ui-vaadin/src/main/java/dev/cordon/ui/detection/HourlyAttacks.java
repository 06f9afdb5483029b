package dev.cordon.ui.detection;

import dev.cordon.application.detection.Beginnings;
import dev.cordon.domain.detection.AttackKind;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How many addresses began to attack in each of the last 24 hours, by kind of attack.
 *
 * @param hours the oldest first, 24 of them
 */
record HourlyAttacks(List<Hour> hours) {

    private static final int HOURS = 24;

    /** One hour, from its first moment. */
    record Hour(Instant from, Map<AttackKind, Integer> addresses) {
        Hour {
            addresses = Map.copyOf(addresses);
        }

        int total() {
            return addresses.values().stream().mapToInt(Integer::intValue).sum();
        }

        int of(AttackKind kind) {
            return addresses.getOrDefault(kind, 0);
        }
    }

    /** The first moment that is shown. */
    static Instant since(Instant now) {
        return now.truncatedTo(ChronoUnit.HOURS).minus(HOURS - 1, ChronoUnit.HOURS);
    }

    static HourlyAttacks of(List<Beginnings> counted, Instant now) {
        var first = since(now);
        var hours = new ArrayList<Hour>();
        for (var place = 0; place < HOURS; place++) {
            var hour = first.plus(place, ChronoUnit.HOURS);
            var addresses = new EnumMap<AttackKind, Integer>(AttackKind.class);
            counted.stream()
                    .filter(each -> each.hour().equals(hour))
                    .forEach(each -> addresses.put(each.kind(), each.addresses()));
            hours.add(new Hour(hour, addresses));
        }
        return new HourlyAttacks(hours);
    }

    /** The kinds that occurred, in their order. */
    List<AttackKind> kinds() {
        return Arrays.stream(AttackKind.values())
                .filter(kind -> hours.stream().anyMatch(hour -> hour.of(kind) > 0))
                .toList();
    }

    int highest() {
        return hours.stream().mapToInt(Hour::total).max().orElse(0);
    }
}
