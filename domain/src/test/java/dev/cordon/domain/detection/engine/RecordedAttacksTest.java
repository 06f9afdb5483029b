package dev.cordon.domain.detection.engine;

import static dev.cordon.domain.detection.engine.Samples.addresses;
import static dev.cordon.domain.detection.engine.Samples.attackers;
import static dev.cordon.domain.detection.engine.Samples.findings;
import static dev.cordon.domain.detection.engine.Samples.log;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.detection.AlertSeverity;
import dev.cordon.domain.detection.AttackKind;
import dev.cordon.domain.detection.Finding;
import dev.cordon.domain.detection.log.LogFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules against logs of a real store under real attack tools. */
class RecordedAttacksTest {

    @Test
    void stuffingFromFortyAddressesIsOneFindingThatNamesExactlyThem() {
        var findings = findings(log("credential-stuffing"));

        assertThat(findings).hasSize(1);
        assertThat(findings.getFirst().kind()).isEqualTo(AttackKind.CREDENTIAL_STUFFING);
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
        assertThat(stuffing.events()).isEqualTo(47);
        assertThat(stuffing.attackers().otherLogins()).isEqualTo(8);
        assertThat(stuffing.severity()).isEqualTo(AlertSeverity.HIGH);
    }

    @Test
    void stuffingIsDatedByTheFirstAndTheLastTryInTheLog() {
        var stuffing = findings(log("credential-stuffing")).getFirst();

        assertThat(stuffing.startedAt()).isEqualTo(Instant.parse("2026-11-23T08:18:04Z"));
        assertThat(stuffing.lastSeenAt()).isEqualTo(Instant.parse("2026-11-23T08:19:25Z"));
    }

    @Test
    void eachAddressThatGuessesPasswordsIsAFindingOfItsOwn() {
        var findings = findings(log("bruteforce-wp-login"));

        assertThat(findings)
                .extracting(Finding::kind)
                .containsOnly(AttackKind.LOGIN_BRUTEFORCE)
                .hasSize(2);
        assertThat(findings)
                .flatExtracting(Samples::addresses)
                .containsExactlyInAnyOrderElementsOf(attackers("bruteforce-wp-login"));
    }

    @Test
    void theGuessThatSucceededIsSeen() {
        var guessing = findings(log("bruteforce-wp-login")).getLast();

        assertThat(guessing.severity()).isEqualTo(AlertSeverity.HIGH);
        assertThat(guessing.logins())
                .singleElement()
                .satisfies(
                        login -> {
                            assertThat(login.address()).hasToString("203.0.113.51");
                            assertThat(login.at()).isEqualTo(Instant.parse("2026-11-23T08:17:25Z"));
                        });
    }

    @ParameterizedTest
    @CsvSource({
        "bruteforce-wp-login, LOGIN_BRUTEFORCE, 2",
        "card-testing, CARD_TESTING, 1",
        "credential-stuffing, CREDENTIAL_STUFFING, 1",
        "scanner, SCANNER, 1",
        "sql-injection, SQL_INJECTION, 2",
        "webshell-plugin-tamper, ADMIN_TAKEOVER, 1"
    })
    void everyAttackIsFoundWithItsKindAndExactlyItsAddresses(
            String sample, AttackKind kind, int campaigns) {
        var findings = findings(log(sample));

        assertThat(findings).extracting(Finding::kind).containsOnly(kind).hasSize(campaigns);
        assertThat(findings)
                .flatExtracting(Samples::addresses)
                .containsExactlyInAnyOrderElementsOf(attackers(sample));
    }

    @ParameterizedTest
    @ValueSource(strings = {"normal", "benign-lookalikes"})
    void whereNobodyAttacksItIsQuiet(String sample) {
        assertThat(findings(log(sample))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 64, 4_096})
    void howTheBytesAreCutIntoPiecesDoesNotMatter(int piece) {
        byte[] log = log("credential-stuffing");
        var settings = DetectionSettings.DEFAULTS;
        var engine = new DetectionEngine(Pack.rules(settings), settings, 7);
        var source = engine.open(Samples.SOURCE, LogFormat.COMBINED, ZoneOffset.UTC);

        for (int at = 0; at < log.length; at += piece) {
            source.feed(log, at, Math.min(log.length, at + piece), Samples.NOW);
        }
        source.end();

        assertThat(Samples.lasting(engine)).isEqualTo(findings(log));
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
        var settings = DetectionSettings.DEFAULTS;
        var engine = new DetectionEngine(Pack.rules(settings), settings, 7);
        var source = engine.open(Samples.SOURCE, LogFormat.COMBINED, ZoneOffset.UTC);

        source.feed(log, 0, log.length, Samples.NOW);
        source.end();

        assertThat(source.counts().rejected()).isEmpty();
        assertThat(source.counts().bytes()).isEqualTo(log.length);
    }
}
