package dev.cordon.domain.incident;

import static dev.cordon.domain.incident.SeverityAssessment.Reason.*;

import dev.cordon.domain.incident.SeverityAssessment.Reason;
import dev.cordon.domain.incident.SeverityInputs.Answer;
import dev.cordon.domain.incident.SeverityInputs.DataClass;
import dev.cordon.domain.incident.SeverityInputs.Impact;
import dev.cordon.domain.incident.SeverityInputs.Spread;
import dev.cordon.domain.incident.SeverityInputs.Surface;
import java.util.ArrayList;
import java.util.List;

/**
 * Computes a severity for e-commerce: a floor by what was touched and achieved, then what raises it
 * by one step each.
 *
 * <p>Checkout compromise is critical, defacement is high, a flood on search is medium, failed
 * stuffing is low. Customer accounts entered is high, and critical above 500 accounts or where
 * stored payment data was within reach. An attacker still active, more than 100 people or several
 * stores raise the floor, but never above high by themselves: critical is for what the floor calls
 * critical. Where an input is unknown, the worse case counts and the assessment says so.
 */
public final class SeverityMatrix {

    /** Changes with every change of a rule below. */
    public static final String VERSION = "1";

    static final int MASS_TAKEOVER = 500;

    static final int MANY_PEOPLE = 100;

    private SeverityMatrix() {}

    public static SeverityAssessment assess(SeverityInputs inputs) {
        var reasons = new ArrayList<Reason>();
        var severity = floor(inputs, reasons);
        severity = raise(severity, inputs.attackerActive() != Answer.NO, ATTACKER_ACTIVE, reasons);
        severity =
                raise(
                        severity,
                        inputs.peopleAffected() > MANY_PEOPLE,
                        MORE_THAN_100_PEOPLE,
                        reasons);
        severity = raise(severity, inputs.spread() != Spread.ONE_STORE, SEVERAL_STORES, reasons);
        if (hasUnknown(inputs)) {
            reasons.add(UNKNOWN_COUNTS_AS_WORSE);
        }
        return new SeverityAssessment(VERSION, inputs, severity, reasons, null);
    }

    private static Severity raise(
            Severity now, boolean fires, Reason reason, List<Reason> reasons) {
        if (!fires) {
            return now;
        }
        reasons.add(reason);
        return now.compareTo(Severity.HIGH) < 0 ? now.raised() : now;
    }

    private static Severity floor(SeverityInputs inputs, List<Reason> reasons) {
        return switch (inputs.impact()) {
            case ATTEMPTED -> floor(Severity.LOW, ATTEMPT_ONLY, reasons);
            case DEGRADED -> degraded(inputs.surface(), reasons);
            case CHANGED, ENTERED, TAKEN_OVER, UNKNOWN -> intruded(inputs, reasons);
        };
    }

    private static Severity degraded(Surface surface, List<Reason> reasons) {
        return switch (surface) {
            case CHECKOUT, UNKNOWN -> floor(Severity.HIGH, CHECKOUT_DEGRADED, reasons);
            case ADMINISTRATION, DATABASE, CUSTOMER_LOGIN, SUPPLIER ->
                    floor(Severity.MEDIUM, STORE_DEGRADED, reasons);
            // One step below medium: the flood that goes on raises it there.
            case PRODUCT_PAGES, SEARCH -> floor(Severity.LOW, STORE_DEGRADED, reasons);
        };
    }

    private static Severity intruded(SeverityInputs inputs, List<Reason> reasons) {
        return switch (inputs.surface()) {
            case CHECKOUT -> floor(Severity.CRITICAL, PAYMENT_PATH_COMPROMISED, reasons);
            case ADMINISTRATION -> floor(Severity.CRITICAL, ADMINISTRATION_TAKEN_OVER, reasons);
            case DATABASE ->
                    inputs.data() == DataClass.NONE
                            ? floor(Severity.HIGH, PAGES_CHANGED, reasons)
                            : floor(Severity.CRITICAL, CUSTOMER_DATA_READ, reasons);
            case CUSTOMER_LOGIN -> accountsEntered(inputs, reasons);
            case PRODUCT_PAGES, SEARCH -> floor(Severity.HIGH, PAGES_CHANGED, reasons);
            case SUPPLIER -> floor(Severity.HIGH, SUPPLIER_BREACH, reasons);
            case UNKNOWN -> floor(Severity.CRITICAL, CUSTOMER_DATA_READ, reasons);
        };
    }

    private static Severity accountsEntered(SeverityInputs inputs, List<Reason> reasons) {
        var severity = floor(Severity.HIGH, ACCOUNTS_ENTERED, reasons);
        if (inputs.data() == DataClass.PAYMENT) {
            return floor(Severity.CRITICAL, PAYMENT_PATH_COMPROMISED, reasons);
        }
        return inputs.peopleAffected() > MASS_TAKEOVER
                ? floor(Severity.CRITICAL, MORE_THAN_500_ACCOUNTS, reasons)
                : severity;
    }

    private static Severity floor(Severity severity, Reason reason, List<Reason> reasons) {
        reasons.add(reason);
        return severity;
    }

    private static boolean hasUnknown(SeverityInputs inputs) {
        return inputs.surface() == Surface.UNKNOWN
                || inputs.impact() == Impact.UNKNOWN
                || inputs.data() == DataClass.UNKNOWN
                || inputs.spread() == Spread.UNKNOWN
                || inputs.attackerActive() == Answer.UNKNOWN;
    }
}
