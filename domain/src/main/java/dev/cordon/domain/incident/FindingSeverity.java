package dev.cordon.domain.incident;

import dev.cordon.domain.detection.AlertSeverity;
import dev.cordon.domain.detection.Finding;
import dev.cordon.domain.incident.SeverityInputs.Answer;
import dev.cordon.domain.incident.SeverityInputs.DataClass;
import dev.cordon.domain.incident.SeverityInputs.Impact;
import dev.cordon.domain.incident.SeverityInputs.Spread;
import dev.cordon.domain.incident.SeverityInputs.Surface;
import java.time.Duration;
import java.time.Instant;

/** What a finding alone says about severity, before a person knows more. */
public final class FindingSeverity {

    /** An attack not seen for so long counts as over. */
    static final Duration QUIET = Duration.ofMinutes(30);

    private FindingSeverity() {}

    /**
     * What the kind of attack touches and whether it got through. Each accepted login of an
     * attacking address counts as one person: an account shows names, addresses and orders.
     */
    public static SeverityInputs inputsOf(Finding finding, Instant now) {
        return new SeverityInputs(
                surface(finding),
                impact(finding),
                data(finding),
                Spread.ONE_STORE,
                finding.lastSeenAt().plus(QUIET).isAfter(now) ? Answer.YES : Answer.NO,
                finding.logins().size());
    }

    private static Surface surface(Finding finding) {
        return switch (finding.kind()) {
            case LOGIN_BRUTEFORCE, CREDENTIAL_STUFFING -> login(finding);
            case SQL_INJECTION -> Surface.DATABASE;
            case CARD_TESTING, CHECKOUT_FAILURE -> Surface.CHECKOUT;
            case SEARCH_FLOOD -> Surface.SEARCH;
            case PRODUCT_FLOOD, SCRAPING, CROSS_SITE_SCRIPTING -> Surface.PRODUCT_PAGES;
            case ADMIN_TAKEOVER, WEB_SHELL, TAMPERING, CODE_INJECTION -> Surface.ADMINISTRATION;
            case USER_ENUMERATION, SPAM_REGISTRATION -> Surface.CUSTOMER_LOGIN;
            case API_MISUSE -> Surface.DATABASE;
            case SCANNER -> Surface.PRODUCT_PAGES;
            case OTHER -> Surface.UNKNOWN;
        };
    }

    /** The log cannot tell a customer's login from an administrator's on wp-login.php. */
    private static Surface login(Finding finding) {
        boolean staff = finding.paths().stream().anyMatch(path -> path.contains("wp-login"));
        return staff && finding.hasSucceeded() ? Surface.ADMINISTRATION : Surface.CUSTOMER_LOGIN;
    }

    private static Impact impact(Finding finding) {
        return switch (finding.kind()) {
            case LOGIN_BRUTEFORCE, CREDENTIAL_STUFFING ->
                    finding.hasSucceeded() ? Impact.ENTERED : Impact.ATTEMPTED;
            case ADMIN_TAKEOVER, WEB_SHELL -> Impact.TAKEN_OVER;
            case TAMPERING -> Impact.CHANGED;
            case SEARCH_FLOOD, PRODUCT_FLOOD, CHECKOUT_FAILURE -> Impact.DEGRADED;
            case API_MISUSE ->
                    finding.severity().isWorseThan(AlertSeverity.MEDIUM)
                            ? Impact.ENTERED
                            : Impact.ATTEMPTED;
            case SCANNER ->
                    finding.severity() == AlertSeverity.CRITICAL
                            ? Impact.ENTERED
                            : Impact.ATTEMPTED;
            case SQL_INJECTION,
                    CROSS_SITE_SCRIPTING,
                    CODE_INJECTION,
                    CARD_TESTING,
                    USER_ENUMERATION,
                    SCRAPING,
                    SPAM_REGISTRATION ->
                    Impact.ATTEMPTED;
            case OTHER -> Impact.UNKNOWN;
        };
    }

    private static DataClass data(Finding finding) {
        return switch (impact(finding)) {
            case ENTERED -> DataClass.PERSONAL;
            case TAKEN_OVER, UNKNOWN -> DataClass.UNKNOWN;
            case ATTEMPTED, DEGRADED, CHANGED -> DataClass.NONE;
        };
    }
}
