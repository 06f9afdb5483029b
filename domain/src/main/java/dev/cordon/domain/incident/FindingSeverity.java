package dev.cordon.domain.incident;

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
     * Each accepted login of an attacking address counts as one person: an account shows names,
     * addresses and orders.
     */
    public static SeverityInputs inputsOf(Finding finding, Instant now) {
        var entered = finding.hasSucceeded();
        return new SeverityInputs(
                surface(finding),
                entered ? Impact.ENTERED : Impact.ATTEMPTED,
                entered ? DataClass.PERSONAL : DataClass.NONE,
                Spread.ONE_STORE,
                finding.lastSeenAt().plus(QUIET).isAfter(now) ? Answer.YES : Answer.NO,
                finding.successes());
    }

    /** The log cannot tell a customer's login from an administrator's on wp-login.php. */
    private static Surface surface(Finding finding) {
        boolean staff = finding.paths().stream().anyMatch(path -> path.contains("wp-login"));
        return staff && finding.hasSucceeded() ? Surface.ADMINISTRATION : Surface.CUSTOMER_LOGIN;
    }
}
