package dev.cordon.domain.detection.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.domain.detection.AttackKind;
import dev.cordon.domain.detection.Finding;
import dev.cordon.domain.detection.engine.Allowed;
import dev.cordon.domain.detection.engine.DetectionSettings;
import dev.cordon.domain.detection.engine.LogBuilder;
import dev.cordon.domain.detection.engine.Samples;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowListTest {

    private static final String GOOGLE = "66.249.66.1";
    private static final String STRIPE = "3.18.12.63";
    private static final String OFFICE = "192.0.2.99";

    private final LogBuilder log = new LogBuilder();

    @Test
    void aCrawlerOfAKnownRangeMayReadEverythingAndMeetWhatIsGone() {
        log.times(400, (each, i) -> each.views(GOOGLE, i, "/product/mug-" + i + "/"))
                .times(60, (each, i) -> each.line(GOOGLE, i, "GET", "/old-" + i, 404))
                .times(9, (each, i) -> each.views(GOOGLE, i, "/?author=" + i));

        assertThat(kinds()).isEmpty();
    }

    @Test
    void whoOnlyCallsItselfACrawlerMayNot() {
        log.agent("Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)")
                .times(60, (each, i) -> each.line(OFFICE, i, "GET", "/old-" + i, 404));

        assertThat(kinds()).containsExactly(AttackKind.SCANNER);
    }

    @Test
    void whatIsAnAttackWhenItHappensOnceIsOneFromAKnownNetworkToo() {
        log.views(GOOGLE, 0, "/?s=1%27%20UNION%20SELECT%20user_pass%20FROM%20wp_users--%20-")
                .views(OFFICE, 9_000, "/wp-content/uploads/2026/x.php");

        assertThat(kinds("office=192.0.2.0/24"))
                .containsExactly(AttackKind.SQL_INJECTION, AttackKind.WEB_SHELL);
    }

    @Test
    void aPaymentProviderMayPostAsOftenAsItLikes() {
        log.times(90, (each, i) -> each.posts(STRIPE, i, "/?wc-ajax=checkout", 200));

        assertThat(kinds()).isEmpty();
    }

    @Test
    void aCrawlerMayNotGuessPasswords() {
        log.at("/wp-login.php").times(20, (each, i) -> each.refused(GOOGLE, i));

        assertThat(kinds()).containsExactly(AttackKind.LOGIN_BRUTEFORCE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"office=192.0.2.99", "office=192.0.2.0/24", "monitor=192.0.2.99"})
    void anOfficeOrAMonitorMayMistype(String allowed) {
        log.at("/wp-login.php").times(40, (each, i) -> each.refused(OFFICE, 5L * i));

        assertThat(kinds()).containsExactly(AttackKind.LOGIN_BRUTEFORCE);
        assertThat(kinds(allowed)).isEmpty();
    }

    @Test
    void aMonitorMayLogInEveryMinute() {
        log.times(30, (each, i) -> each.accepted(OFFICE, 60L * i));

        assertThat(kinds()).containsExactly(AttackKind.SPAM_REGISTRATION);
        assertThat(kinds("monitor=192.0.2.99")).isEmpty();
    }

    @Test
    void anOfficeMayMaintainTheStore() {
        log.at("/wp-login.php")
                .accepted(OFFICE, 0)
                .posts(OFFICE, 60, "/wp-admin/update.php?action=upload-plugin", 200);

        assertThat(kinds()).containsExactly(AttackKind.ADMIN_TAKEOVER);
        assertThat(kinds("office=192.0.2.99")).isEmpty();
    }

    @Test
    void anOfficeIsNoPartOfACrowdAndDoesNotHideOne() {
        log.at("/wp-login.php")
                .times(200, (each, i) -> each.accepted(OFFICE, 2L * i))
                .times(30, (each, i) -> each.refused("203.0.113." + i, 3L * i))
                .refused(OFFICE, 44);

        assertThat(findings("office=192.0.2.99"))
                .singleElement()
                .satisfies(
                        crowd ->
                                assertThat(Samples.addresses(crowd))
                                        .hasSize(30)
                                        .doesNotContain(OFFICE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "192.0.2.0/24",
                "office=192.0.2.0/33",
                "office=shop.example",
                "pub=192.0.2.1"
            })
    void whatIsNoKnownNetworkIsRefusedWithASentence(String text) {
        assertThatThrownBy(() -> Allowed.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .contains(" ");
    }

    private List<AttackKind> kinds(String... allowed) {
        return findings(allowed).stream().map(Finding::kind).toList();
    }

    private List<Finding> findings(String... allowed) {
        var usual = DetectionSettings.DEFAULTS;
        var known =
                Stream.concat(usual.allowed().stream(), Stream.of(allowed).map(Allowed::of))
                        .toList();
        return TestLog.access(log)
                .findings(
                        new DetectionSettings(
                                usual.campaignGap(), usual.accountPaths(), known, usual.limits()));
    }
}
