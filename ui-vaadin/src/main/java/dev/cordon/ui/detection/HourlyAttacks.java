package dev.cordon.ui.detection;

import dev.cordon.domain.detection.Alert;
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

    static HourlyAttacks count(List<Alert> alerts, Instant now) {
        var first = now.truncatedTo(ChronoUnit.HOURS).minus(HOURS - 1, ChronoUnit.HOURS);
        var counted = new ArrayList<Map<AttackKind, Integer>>();
        for (var hour = 0; hour < HOURS; hour++) {
            counted.add(new EnumMap<>(AttackKind.class));
        }
        for (var alert : alerts) {
            for (var facts : alert.finding().addresses()) {
                var hour = ChronoUnit.HOURS.between(first, facts.firstSeen());
                if (!facts.firstSeen().isBefore(first) && hour < HOURS) {
                    counted.get((int) hour).merge(alert.finding().kind(), 1, Integer::sum);
                }
            }
        }
        var hours = new ArrayList<Hour>();
        for (var hour = 0; hour < HOURS; hour++) {
            hours.add(new Hour(first.plus(hour, ChronoUnit.HOURS), counted.get(hour)));
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
