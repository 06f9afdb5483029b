package dev.cordon.domain.incident;

import dev.cordon.domain.kernel.Actor;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A severity that explains itself: the inputs, the rules that fired in order, and, where a person
 * decided otherwise, who and why.
 *
 * @param matrix the version of the matrix that computed it
 * @param computed what the matrix says
 * @param reasons the matrix rules that fired, first the floor, then what raised it
 */
public record SeverityAssessment(
        String matrix,
        SeverityInputs inputs,
        Severity computed,
        List<Reason> reasons,
        @Nullable Override override) {

    public SeverityAssessment {
        reasons = List.copyOf(reasons);
    }

    /** A person's decision against the matrix. */
    public record Override(Severity severity, String reason, Actor by, Instant at) {
        public Override {
            if (reason.isBlank()) {
                throw new IllegalArgumentException("an override says why");
            }
        }
    }

    /** Why a rule fired, named so that every language can say it. */
    public enum Reason {
        PAYMENT_PATH_COMPROMISED,
        ADMINISTRATION_TAKEN_OVER,
        CUSTOMER_DATA_READ,
        ACCOUNTS_ENTERED,
        MORE_THAN_500_ACCOUNTS,
        PAGES_CHANGED,
        CHECKOUT_DEGRADED,
        STORE_DEGRADED,
        SUPPLIER_BREACH,
        ATTEMPT_ONLY,
        ATTACKER_ACTIVE,
        MORE_THAN_100_PEOPLE,
        SEVERAL_STORES,
        UNKNOWN_COUNTS_AS_WORSE
    }

    /** What counts: the override where there is one. */
    public Severity severity() {
        return override == null ? computed : override.severity();
    }

    SeverityAssessment overridden(Severity severity, String reason, Actor by, Instant at) {
        return new SeverityAssessment(
                matrix, inputs, computed, reasons, new Override(severity, reason, by, at));
    }
}
