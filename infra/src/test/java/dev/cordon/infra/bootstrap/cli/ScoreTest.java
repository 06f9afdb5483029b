package dev.cordon.infra.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cordon.domain.detection.log.Address;
import dev.cordon.infra.bootstrap.cli.Truth.Attack;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ScoreTest {

    private static final Instant NOON = Instant.parse("2026-10-05T12:00:00Z");

    @Test
    void aCampaignIsFoundByAnAlertOfItsKindThatSharesAnAddressAndOverlaps() {
        var attack = attack("scanner", 0, 60, "192.0.2.1", "192.0.2.2");
        var alert = alert("scanner", 20, 40, "192.0.2.2");

        var score = Score.of(List.of(alert), new Truth(List.of(attack)));

        assertThat(score.recall()).isEqualTo(1);
        assertThat(score.precision()).isEqualTo(1);
        assertThat(score.campaigns().getFirst().delay()).contains(Duration.ofSeconds(20));
    }

    @Test
    void anAlertOfAnotherKindIsTrueButFindsNothing() {
        var attack = attack("sql-injection", 0, 60, "192.0.2.1");
        var alert = alert("scanner", 20, 40, "192.0.2.1");

        var score = Score.of(List.of(alert), new Truth(List.of(attack)));

        assertThat(score.recall()).isZero();
        assertThat(score.precision()).isEqualTo(1);
        assertThat(score.campaigns().getFirst().isMistaken()).isTrue();
        assertThat(score.campaigns().getFirst().delay()).isEmpty();
    }

    @Test
    void theSameAddressHoursLaterIsAFalseAlarm() {
        var attack = attack("scanner", 0, 60, "192.0.2.1");
        var alert = alert("scanner", 7_200, 7_300, "192.0.2.1");

        var score = Score.of(List.of(alert), new Truth(List.of(attack)));

        assertThat(score.falseAlarms()).hasSize(1);
        assertThat(score.recall()).isZero();
    }

    @Test
    void clocksMayDifferByAMinuteButNotMore() {
        var attack = attack("scanner", 0, 60, "192.0.2.1");

        assertThat(precision(attack, alert("scanner", 120, 130, "192.0.2.1"))).isEqualTo(1);
        assertThat(precision(attack, alert("scanner", 121, 130, "192.0.2.1"))).isZero();
        assertThat(precision(attack, alert("scanner", -90, -60, "192.0.2.1"))).isEqualTo(1);
        assertThat(precision(attack, alert("scanner", -90, -61, "192.0.2.1"))).isZero();
    }

    @Test
    void aFalseAlarmSaysWhatWasTakenForAnAttack() {
        var office = new Attack("benign", "office", false, NOON, later(60), Set.of(ip("10.0.0.1")));
        var alert = alert("login-bruteforce", 20, 40, "10.0.0.1");

        var score = Score.of(List.of(alert), new Truth(List.of(office)));

        assertThat(score.falseAlarms().getFirst().takenFor()).isEqualTo(office);
        assertThat(score.precision()).isZero();
        assertThat(score.lookalikes()).isEqualTo(1);
        assertThat(score.campaigns()).isEmpty();
    }

    @Test
    void alertsForEachCampaignAreCountedWhereThereIsOne() {
        var split = attack("scanner", 0, 600, "192.0.2.1", "192.0.2.2");
        var whole = attack("card-testing", 0, 600, "192.0.2.9");
        var missed = attack("scraping", 0, 600, "192.0.2.77");
        var alerts =
                List.of(
                        alert("scanner", 10, 20, "192.0.2.1"),
                        alert("scanner", 30, 40, "192.0.2.2"),
                        alert("card-testing", 10, 20, "192.0.2.9"));

        var score = Score.of(alerts, new Truth(List.of(split, whole, missed)));

        assertThat(score.alertsPerCampaign()).isEqualTo(1.5);
        assertThat(score.recall()).isCloseTo(2.0 / 3, within(1e-9));
    }

    @Test
    void namesAreCountedForTheAttackersAndAgainstThoseWhoWereNone() {
        var attack = attack("scanner", 0, 600, "192.0.2.1", "192.0.2.2", "192.0.2.3", "192.0.2.4");
        var alert = alert("scanner", 10, 20, "192.0.2.1", "192.0.2.2", "192.0.2.3", "10.0.0.1");

        var score = Score.of(List.of(alert), new Truth(List.of(attack)));

        assertThat(score.addressRecall()).isEqualTo(0.75);
        assertThat(score.addressPrecision()).isEqualTo(0.75);
    }

    @Test
    void whatComesFromNowhereIsFoundByItsKind() {
        var attack = attack("tampering", 0, 600);

        assertThat(precision(attack, alert("tampering", 10, 20))).isEqualTo(1);
        assertThat(precision(attack, alert("checkout-failure", 10, 20))).isZero();
    }

    @Test
    void nothingToFindAndNothingSaidIsPerfect() {
        var score = Score.of(List.of(), new Truth(List.of()));

        assertThat(score.recall()).isEqualTo(1);
        assertThat(score.precision()).isEqualTo(1);
        assertThat(score.alertsPerCampaign()).isZero();
    }

    @Test
    void theTextNamesWhatWasMissedMistakenAndFalse() {
        var said = new StringWriter();
        var score =
                Score.of(
                        List.of(
                                alert("scanner", 20, 40, "192.0.2.1"),
                                alert("scraping", 20, 40, "10.0.0.1")),
                        new Truth(
                                List.of(
                                        attack("sql-injection", 0, 60, "192.0.2.1"),
                                        attack("card-testing", 0, 60, "192.0.2.9"))));

        ScoreText.print(score, new PrintWriter(said, true));

        assertThat(said.toString())
                .contains("Campaigns found: 0 of 2 (0.0 %), 1 more as another kind, 1 missed")
                .contains("Alerts that are true: 1 of 2 (50.0 %)")
                .contains("other kind: sql-injection")
                .contains("missed: card-testing")
                .contains("false alarm: a-rule (scraping)");
    }

    @Test
    void theJsonHasOnePropertyThatNoAlertHas() {
        var attack = attack("scanner", 0, 60, "192.0.2.1");
        var alert = alert("scanner", 20, 40, "192.0.2.1");

        var json =
                JsonMapper.shared()
                        .readTree(
                                ScoreJson.of(Score.of(List.of(alert), new Truth(List.of(attack)))));

        assertThat(json.propertyNames()).containsExactly("score");
        assertThat(json.at("/score/recall").asDouble()).isEqualTo(1);
        assertThat(json.at("/score/campaigns/0/delaySeconds").asInt()).isEqualTo(20);
        assertThat(json.at("/score/falseAlarms").size()).isZero();
    }

    private static double precision(Attack attack, ScannedAlert alert) {
        return Score.of(List.of(alert), new Truth(List.of(attack))).precision();
    }

    private static Attack attack(String kind, int from, int to, String... addresses) {
        return new Attack(kind, "an attack", true, later(from), later(to), ips(addresses));
    }

    private static ScannedAlert alert(String attack, int from, int to, String... sources) {
        return new ScannedAlert(
                "a-rule", attack, later(from), later(to), later(from), ips(sources));
    }

    private static Instant later(int seconds) {
        return NOON.plusSeconds(seconds);
    }

    private static Set<Address> ips(String... texts) {
        return Arrays.stream(texts).map(ScoreTest::ip).collect(Collectors.toSet());
    }

    private static Address ip(String text) {
        return Address.of(text).orElseThrow();
    }
}
