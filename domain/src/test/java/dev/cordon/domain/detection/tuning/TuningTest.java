package dev.cordon.domain.detection.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.domain.detection.engine.Allowed;
import dev.cordon.domain.detection.engine.DetectionSettings;
import dev.cordon.domain.detection.engine.Pack;
import dev.cordon.domain.detection.rule.CorrelationRule;
import dev.cordon.domain.detection.rule.Rule;
import dev.cordon.domain.detection.rule.RuleSet;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TuningTest {

    private static final RuleSet PACK = Pack.rules(DetectionSettings.DEFAULTS);

    @Test
    void nothingTunedChangesNothing() {
        assertThat(Tuning.NONE.of(DetectionSettings.DEFAULTS))
                .isEqualTo(DetectionSettings.DEFAULTS);
        assertThat(PACK.tuned(Map.of(), Set.of())).isSameAs(PACK);
    }

    @Test
    void aStoresOwnSettingsComeBesideThoseOfTheProgram() {
        var tuning =
                Tuning.NONE.about(
                        Duration.ofHours(1),
                        List.of("/kasse/login"),
                        List.of(Allowed.of("office=192.0.2.0/24")));

        var settings = tuning.of(DetectionSettings.DEFAULTS);

        assertThat(settings.campaignGap()).isEqualTo(Duration.ofHours(1));
        assertThat(settings.accountPaths()).contains("/my-account", "/kasse/login");
        assertThat(settings.allowed()).endsWith(Allowed.of("office=192.0.2.0/24"));
        assertThat(settings.limits()).isEqualTo(DetectionSettings.DEFAULTS.limits());
    }

    @Test
    void aRuleCountsToTheThresholdThatItWasGiven() {
        var tuned = PACK.tuned(Map.of("login-burst", 4), Set.of());

        assertThat(((CorrelationRule) rule(tuned, "login-burst")).atLeast()).isEqualTo(4);
        assertThat(rule(tuned, "login-slow")).isEqualTo(rule(PACK, "login-slow"));
        assertThat(tuned.fingerprint()).isNotEqualTo(PACK.fingerprint());
    }

    @Test
    void aRuleThatIsOffIsGoneUnlessOthersCountIt() {
        var off = PACK.tuned(Map.of(), Set.of("login-burst", "login-refused"));

        assertThat(names(off)).doesNotContain("login-burst").contains("login-refused");
        assertThat(off.alertsByItself(rule(off, "login-refused"))).isFalse();
    }

    @Test
    void equalTuningsHaveOneHashAndOthersAnother() {
        var one = Tuning.NONE.counting("a", 3).switched("b", false);
        var same = Tuning.NONE.switched("b", false).counting("a", 3);

        assertThat(one.hash()).isEqualTo(same.hash());
        assertThat(
                        List.of(
                                Tuning.NONE.hash(),
                                one.hash(),
                                one.counting("a", 4).hash(),
                                one.switched("a", false).hash(),
                                one.with(new OwnRules("a.yml", "x")).hash(),
                                one.about(Duration.ofHours(1), List.of(), List.of()).hash(),
                                one.about(null, List.of("/x"), List.of()).hash(),
                                one.about(null, List.of(), List.of(Allowed.of("office=::1")))
                                        .hash()))
                .doesNotHaveDuplicates();
    }

    @Test
    void whatWasChangedCanBeTakenBack() {
        var rules = new OwnRules("own.yml", "title: x");
        var changed = Tuning.NONE.counting("a", 3).switched("b", false).with(rules);

        var back = changed.counting("a", null).switched("b", true).withoutFile("own.yml");

        assertThat(back).isEqualTo(Tuning.NONE);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1, 4097})
    void aThresholdHasBounds(int count) {
        assertThatThrownBy(() -> Tuning.NONE.counting("login-burst", count))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("login-burst");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT4M59S", "PT24H1S", "PT0S", "-PT1H"})
    void theGapBetweenCampaignsHasBounds(String gap) {
        assertThatThrownBy(() -> Tuning.NONE.about(Duration.parse(gap), List.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../x.yml", "a/b", "über.yml", " x"})
    void aFileOfRulesIsNamedPlainly(String name) {
        assertThatThrownBy(() -> new OwnRules(name, "title: x"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ownRulesAreNoLargerThanTheyMayBe() {
        var large = "#".repeat(OwnRules.LARGEST);
        var tuning = Tuning.NONE.with(new OwnRules("a.yml", large));

        assertThatThrownBy(() -> new OwnRules("b.yml", large + "#"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tuning.with(new OwnRules("b.yml", large)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"office=192.0.2.0/24", "monitor=198.51.100.7/32", "crawler=2001:db8::/32"})
    void networksAreWrittenAsTheyAreRead(String text) {
        assertThat(Allowed.of(text).text()).isEqualTo(text);
    }

    private static Rule rule(RuleSet set, String name) {
        return set.rules().stream()
                .filter(rule -> rule.head().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(RuleSet set) {
        return set.rules().stream().map(rule -> rule.head().name()).toList();
    }
}
