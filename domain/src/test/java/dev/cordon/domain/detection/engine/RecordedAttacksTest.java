package dev.cordon.domain.detection.engine;

import static dev.cordon.domain.detection.engine.Samples.addresses;
import static dev.cordon.domain.detection.engine.Samples.attackers;
import static dev.cordon.domain.detection.engine.Samples.findings;
import static dev.cordon.domain.detection.engine.Samples.log;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.cordon.domain.detection.AddressFacts;
import dev.cordon.domain.detection.AlertSeverity;
import dev.cordon.domain.detection.FindingKind;
import dev.cordon.domain.detection.Sign;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules against logs of a real store under real attack tools. */
class RecordedAttacksTest {

    @Test
    void stuffingFromFortyAddressesIsOneFindingThatNamesExactlyThem() {
        var findings = findings(log("credential-stuffing"));

        assertThat(findings).hasSize(1);
        assertThat(findings.getFirst().kind()).isEqualTo(FindingKind.CREDENTIAL_STUFFING);
        assertThat(addresses(findings.getFirst()))
                .hasSize(40)
                .containsExactlyInAnyOrderElementsOf(attackers("credential-stuffing"));
    }

    @Test
    void twoOfThePairsOpenedAnAccountAndTheCustomersMeanwhileAreNotBlamed() {
        var stuffing = findings(log("credential-stuffing")).getFirst();

        assertThat(stuffing.logins())
                .extracting(login -> login.address().toString())
                .containsExactly("198.51.100.43", "198.51.100.48");
        assertThat(stuffing.failures()).isEqualTo(47);
        assertThat(stuffing.otherLogins()).isEqualTo(8);
        assertThat(stuffing.severity()).isEqualTo(AlertSeverity.HIGH);
    }

    @Test
    void stuffingIsDatedByTheFirstAndTheLastTryInTheLog() {
        var stuffing = findings(log("credential-stuffing")).getFirst();

        assertThat(stuffing.startedAt()).isEqualTo(Instant.parse("2026-11-23T08:18:04Z"));
        assertThat(stuffing.lastSeenAt()).isEqualTo(Instant.parse("2026-11-23T08:19:25Z"));
    }

    @Test
    void bothAddressesThatGuessPasswordsAreOneFinding() {
        var findings = findings(log("bruteforce-wp-login"));

        assertThat(findings).hasSize(1);
        assertThat(findings.getFirst().kind()).isEqualTo(FindingKind.LOGIN_BRUTEFORCE);
        assertThat(addresses(findings.getFirst()))
                .containsExactlyInAnyOrderElementsOf(attackers("bruteforce-wp-login"));
        assertThat(findings.getFirst().addresses())
                .allSatisfy(facts -> assertThat(facts.signs()).contains(Sign.MANY_FAILURES));
    }

    @Test
    void theGuessThatSucceededIsSeen() {
        var guessing = findings(log("bruteforce-wp-login")).getFirst();

        assertThat(guessing.addresses())
                .extracting(facts -> facts.address().toString(), AddressFacts::failures)
                .containsExactly(tuple("203.0.113.50", 113), tuple("203.0.113.51", 64));
        assertThat(guessing.logins())
                .singleElement()
                .satisfies(
                        login -> {
                            assertThat(login.address()).hasToString("203.0.113.51");
                            assertThat(login.at()).isEqualTo(Instant.parse("2026-11-23T08:17:25Z"));
                        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "normal",
                "benign-lookalikes",
                "card-testing",
                "scanner",
                "sql-injection",
                "webshell-plugin-tamper"
            })
    void nobodyIsAccusedOfAttackingALoginWhoDidNot(String sample) {
        assertThat(findings(log(sample))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 64, 4_096})
    void howTheBytesAreCutIntoPiecesDoesNotMatter(int piece) {
        byte[] log = log("credential-stuffing");
        var engine = new DetectionEngine(DetectionSettings.DEFAULTS, 7);

        for (int at = 0; at < log.length; at += piece) {
            engine.feed(log, at, Math.min(log.length, at + piece), Samples.NOW);
        }
        engine.endOfBatch();

        assertThat(engine.news()).isEqualTo(findings(log));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "normal",
                "benign-lookalikes",
                "bruteforce-wp-login",
                "card-testing",
                "credential-stuffing",
                "scanner",
                "sql-injection",
                "webshell-plugin-tamper"
            })
    void everyRecordedLineIsUnderstood(String sample) {
        byte[] log = log(sample);
        var engine = new DetectionEngine(DetectionSettings.DEFAULTS, 7);

        engine.feed(log, 0, log.length, Samples.NOW);
        engine.endOfBatch();

        assertThat(engine.counts().rejected()).isEmpty();
        assertThat(engine.counts().bytes()).isEqualTo(log.length);
    }
}
