package dev.cordon.domain.detection.tuning;

import dev.cordon.domain.detection.AddressFacts;
import dev.cordon.domain.detection.Alert;
import dev.cordon.domain.detection.AlertPhase;
import dev.cordon.domain.detection.Finding;
import dev.cordon.domain.detection.log.Address;
import dev.cordon.domain.detection.tuning.Difference.Change;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a dry run found beside what was raised. Two are the same campaign if they have one
 * reference, or are of one kind at one time and share an address.
 */
final class Comparison {

    private static final Comparator<Difference> ORDER =
            Comparator.comparing(Difference::change)
                    .thenComparing(each -> each.period().startedAt(), Comparator.reverseOrder());

    private final List<Alert> left;
    private final List<Difference> differences = new ArrayList<>();

    private Comparison(List<Alert> raised) {
        this.left = new ArrayList<>(raised);
    }

    /**
     * @param raised what was raised of campaigns that went on in what was read
     * @param wholeSince only what began since then could be seen from its beginning; null if
     *     nothing could
     */
    static List<Difference> of(
            List<Finding> found, List<Alert> raised, @Nullable Instant wholeSince) {
        var comparison = new Comparison(raised);
        found.forEach(comparison::take);
        comparison.left.stream()
                .filter(alert -> !(alert.phase() instanceof AlertPhase.Merged))
                .filter(
                        alert ->
                                wholeSince != null
                                        && !alert.finding().startedAt().isBefore(wholeSince))
                .map(Difference::gone)
                .forEach(comparison.differences::add);
        comparison.differences.sort(ORDER);
        return comparison.differences;
    }

    private void take(Finding finding) {
        var there = raised(finding);
        if (there == null) {
            differences.add(Difference.of(Change.NEW, null, finding));
            return;
        }
        left.remove(there);
        var before = there.finding();
        boolean more =
                finding.events() > before.events()
                        || finding.addressCount() > before.addressCount();
        differences.add(Difference.of(more ? Change.GROWN : Change.SAME, there.id(), finding));
    }

    private @Nullable Alert raised(Finding finding) {
        Alert alike = null;
        var addresses = addresses(finding);
        for (var alert : left) {
            var raised = alert.finding();
            if (raised.reference().equals(finding.reference())) {
                return alert;
            }
            if (alike == null && raised.kind() == finding.kind() && overlap(raised, finding)) {
                alike = shares(addresses, raised) ? alert : null;
            }
        }
        return alike;
    }

    private static boolean overlap(Finding one, Finding other) {
        return !one.startedAt().isAfter(other.lastSeenAt())
                && !other.startedAt().isAfter(one.lastSeenAt());
    }

    private static boolean shares(Set<Address> addresses, Finding raised) {
        return addresses.isEmpty() && raised.addresses().isEmpty()
                || raised.addresses().stream()
                        .map(AddressFacts::address)
                        .anyMatch(addresses::contains);
    }

    private static Set<Address> addresses(Finding finding) {
        var all = new HashSet<Address>();
        finding.addresses().forEach(facts -> all.add(facts.address()));
        return all;
    }
}
