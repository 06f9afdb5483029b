package dev.cordon.domain.detection.tuning;

import dev.cordon.domain.detection.Alert;
import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.detection.AlertSeverity;
import dev.cordon.domain.detection.AttackKind;
import dev.cordon.domain.detection.Finding;
import dev.cordon.domain.detection.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One alert of a dry run beside the one that was raised.
 *
 * @param alert the one that was raised; null if none was
 * @param rule that fired first
 * @param title that rule's title, in English
 * @param events how many lines the rules counted
 * @param addresses how many attacking addresses there are
 * @param firstAddresses some of them, the earliest first
 */
public record Difference(
        Change change,
        @Nullable AlertId alert,
        String rule,
        String title,
        AttackKind kind,
        AlertSeverity severity,
        Period period,
        long events,
        int addresses,
        List<String> firstAddresses) {

    private static final int FEW = 5;

    /** How the alert of the dry run differs from the one that was raised. */
    public enum Change {
        /** None was raised. */
        NEW,
        /** One was raised and would not be. */
        GONE,
        /** It would count more lines or addresses. */
        GROWN,
        /** It would say the same, or less. */
        SAME
    }

    public Difference {
        firstAddresses = List.copyOf(firstAddresses);
    }

    static Difference gone(Alert raised) {
        return of(Change.GONE, raised.id(), raised.finding());
    }

    static Difference of(Change change, @Nullable AlertId alert, Finding finding) {
        return new Difference(
                change,
                alert,
                finding.verdict().rule(),
                finding.verdict().title(),
                finding.kind(),
                finding.severity(),
                finding.period(),
                finding.events(),
                finding.addressCount(),
                finding.addresses().stream()
                        .limit(FEW)
                        .map(facts -> facts.address().toString())
                        .toList());
    }
}
