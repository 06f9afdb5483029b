package dev.cordon.domain.detection.engine;

import static dev.cordon.domain.detection.engine.Samples.addresses;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.detection.AddressFacts;
import dev.cordon.domain.detection.AttackKind;
import dev.cordon.domain.detection.Finding;
import dev.cordon.domain.detection.Sign;
import dev.cordon.domain.detection.engine.DetectionSettings.Limits;
import dev.cordon.domain.detection.log.LogFormat;
import dev.cordon.domain.detection.rule.RuleSet;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the engine makes of logins: whom it names, what is one campaign, what it remembers. */
class LoginCampaignsTest {

    private static final String GUESSER = "203.0.113.9";

    private final LogBuilder log = new LogBuilder();

    @Nested
    class OfOneAddress {

        @Test
        void aSuccessAfterTheBurstBelongsToIt() {
            guess(12, 5);
            log.accepted(GUESSER, 70);

            assertThat(only().logins()).hasSize(1);
            assertThat(only().events()).isEqualTo(12);
            assertThat(only().lastSeenAt()).isEqualTo(LogBuilder.BEGIN.plusSeconds(70));
        }

        @Test
        void linesInAnyOrderGiveTheSame() {
            guess(30, 9);
            log.accepted(GUESSER, 280);
            var inOrder = only();

            for (long seed = 1; seed <= 20; seed++) {
                log.shuffled(seed);
                var shuffled = only();
                assertThat(shuffled.addresses()).isEqualTo(inOrder.addresses());
                assertThat(shuffled.startedAt()).isEqualTo(inOrder.startedAt());
                assertThat(shuffled.logins()).isEqualTo(inOrder.logins());
            }
        }

        @Test
        void twoAddressesAtOnceAreTwoCampaignsAndThreeAreOne() {
            for (int i = 0; i < 20; i++) {
                log.refused(GUESSER, 3 * i).refused("203.0.113.10", 3 * i + 1);
            }
            assertThat(found()).hasSize(2);

            IntStream.range(0, 20).forEach(i -> log.refused("203.0.113.11", 3L * i + 2));
            assertThat(addresses(only())).containsExactly(GUESSER, "203.0.113.10", "203.0.113.11");
        }

        @Test
        void afterALongPauseItIsAnotherCampaign() {
            guess(12, 5);
            IntStream.range(0, 12).forEach(i -> log.refused(GUESSER, 10_000 + 5 * i));

            assertThat(found())
                    .extracting(Finding::startedAt)
                    .containsExactly(LogBuilder.BEGIN, LogBuilder.BEGIN.plusSeconds(10_000));
            assertThat(found()).extracting(Finding::reference).doesNotHaveDuplicates();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/wp-login.php",
                    "//wp-login.php?redirect_to=x",
                    "/wp%2Dlogin.php",
                    "/xmlrpc.php",
                    "/my-account",
                    "/de/my-account/",
                    "http://shop.example/my-account/"
                })
        void everySpellingOfALoginIsWatched(String target) {
            log.at(target);
            guess(10, 5);

            assertThat(found()).hasSize(1);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/my-account/lost-password/",
                    "/wp-login.php?action=lostpassword",
                    "/wp-login.php?x=1&action=register",
                    "/xmlrpc.php?for=jetpack",
                    "/wp-login.phpx",
                    "/checkout/"
                })
        void whatIsNoLoginIsNotCounted(String target) {
            log.at(target);
            guess(50, 2);

            assertThat(found())
                    .extracting(Finding::kind)
                    .doesNotContain(AttackKind.LOGIN_BRUTEFORCE);
        }

        @Test
        void anUnknownActionIsALoginAsWordPressTreatsIt() {
            log.at("/wp-login.php?action=whatever");
            guess(10, 5);

            assertThat(found()).hasSize(1);
        }

        private void guess(int times, int every) {
            IntStream.range(0, times).forEach(i -> log.refused(GUESSER, (long) i * every));
        }
    }

    @Nested
    class OfManyAddresses {

        @Test
        void twentyFiveThatFailWithinTenMinutesAreAnAttackAndTwentyFourAreNot() {
            strangers(24, 20);
            assertThat(found()).isEmpty();

            log.refused(stranger(24), 24 * 20);
            assertThat(only().kind()).isEqualTo(AttackKind.CREDENTIAL_STUFFING);
            assertThat(only().addresses()).hasSize(25);
        }

        @Test
        void twentyFiveOverAnHourAreNot() {
            strangers(25, 144);

            assertThat(found()).isEmpty();
        }

        @Test
        void oneAddressThatFailsOftenIsNotMany() {
            IntStream.range(0, 9).forEach(i -> log.refused(GUESSER, i * 60L));
            strangers(23, 20);

            assertThat(found()).isEmpty();
        }

        @Test
        void customersWhoLogInOrMistypeMeanwhileAreNotNamed() {
            for (int i = 0; i < 40; i++) {
                log.refused(stranger(i), 3L * i);
            }
            for (int i = 0; i < 15; i++) {
                log.customer(customer(i), 8L * i, i % 2 == 0);
            }

            assertThat(addresses(only())).hasSize(40).allMatch(a -> a.startsWith("198.51."));
            assertThat(only().attackers().otherLogins()).isEqualTo(15);
        }

        @Test
        void aStrangerWhoGetsInAtOnceIsNamedAlsoWhenThatWasEarly() {
            log.accepted("198.51.100.200", 1);
            strangers(30, 3);
            log.accepted("198.51.100.201", 95);

            assertThat(only().logins())
                    .extracting(login -> login.address().toString())
                    .containsExactly("198.51.100.200", "198.51.100.201");
            assertThat(only().addresses()).hasSize(32);
        }

        @Test
        void whereTheShopTellsBrowsersToSendNoRefererItsAbsenceProvesNothing() {
            for (int i = 0; i < 20; i++) {
                log.views(customer(i), i, "/").accepted(customer(i), i + 1);
            }
            strangers(45, 3);
            log.accepted("192.0.2.77", 70);

            assertThat(addresses(only())).hasSize(45).doesNotContain("192.0.2.77");
            assertThat(only().attackers().otherLogins()).isEqualTo(21);
        }

        @Test
        void aToolThatForgesTheRefererIsNamedAllTheSame() {
            log.referer("https://shop.example/my-account/");
            strangers(40, 3);
            log.customer(customer(1), 30, true);

            assertThat(addresses(only())).hasSize(40).doesNotContain(customer(1));
            assertThat(only().addresses())
                    .allSatisfy(a -> assertThat(a.signs()).contains(Sign.NO_OTHER_PAGE));
        }

        @Test
        void aToolThatBehavesLikeABrowserIsNamedBecauseItIsTheMajority() {
            log.referer("https://shop.example/my-account/");
            for (int i = 0; i < 40; i++) {
                log.views(stranger(i), 3L * i, "/shop/").refused(stranger(i), 3L * i + 1);
            }

            assertThat(only().addresses())
                    .hasSize(40)
                    .extracting(AddressFacts::signs)
                    .allMatch(signs -> signs.contains(Sign.LIKE_THE_MAJORITY));
        }

        @Test
        void onceTheAttackHasEndedAStrangerWhoMistypesIsNotNamed() {
            strangers(40, 3);
            log.refused("192.0.2.77", 1_500);

            assertThat(addresses(only())).doesNotContain("192.0.2.77");
        }

        @Test
        void addressesWithManyTriesAreOneCampaignWithTheOthers() {
            for (int round = 0; round < 12; round++) {
                for (int i = 0; i < 30; i++) {
                    log.refused(stranger(i), 60L * round + i);
                }
            }

            assertThat(only().kind()).isEqualTo(AttackKind.CREDENTIAL_STUFFING);
            assertThat(only().addresses()).hasSize(30);
            assertThat(only().events()).isEqualTo(360);
        }

        @Test
        void eachLoginOfTheStoreIsWatchedForItself() {
            strangers(20, 3);
            log.at("/wp-login.php");
            strangers(20, 3);

            assertThat(found()).isEmpty();
        }

        @Test
        void linesInAnyOrderNameTheSame() {
            strangers(60, 3);
            log.accepted("198.51.100.200", 100);
            var inOrder = only();

            for (long seed = 1; seed <= 20; seed++) {
                log.shuffled(seed);
                var shuffled = only();
                assertThat(addresses(shuffled)).containsExactlyElementsOf(addresses(inOrder));
                assertThat(shuffled.logins()).isEqualTo(inOrder.logins());
            }
        }

        @Test
        void twentyInEachTenMinutesAreNoAttackInWhateverOrderTheirLinesCome() {
            strangers(60, 30);

            for (long seed = 1; seed <= 20; seed++) {
                log.shuffled(seed);
                assertThat(found()).isEmpty();
            }
        }

        private void strangers(int count, int every) {
            IntStream.range(0, count).forEach(i -> log.refused(stranger(i), (long) i * every));
        }
    }

    @Nested
    class WithinBounds {

        private final DetectionSettings tight =
                settings(new Limits(4_096, hour(), hour(), hour(), 64, 32));

        @Test
        void aFullListCountsWhomItDoesNotName() {
            for (int i = 0; i < 60; i++) {
                log.refused(stranger(i), i).refused(stranger(i), i + 100L);
            }

            var finding = Samples.findings(log.bytes(), fast(tight), tight).getFirst();

            assertThat(finding.addresses()).hasSize(32);
            assertThat(finding.attackers().unlisted()).isEqualTo(28);
        }

        @Test
        void whoHadToBeForgottenIsCounted() {
            for (int i = 0; i < 1_000; i++) {
                log.views("10.0.%d.%d".formatted(i >> 8, i & 255), i, "/");
            }
            byte[] bytes = log.bytes();
            var engine = new DetectionEngine(Pack.rules(tight), tight, 5);
            var source = engine.open("access", LogFormat.COMBINED, ZoneOffset.UTC);

            source.feed(bytes, 0, bytes.length, Samples.NOW);

            assertThat(source.counts().forgotten()).isEqualTo(1_000 - 64);
            assertThat(source.counts().understood()).isEqualTo(1_000);
        }

        @Test
        void whoTakesTheForgottenOnesPlaceIsNotBlamedForHim() {
            IntStream.range(0, 9).forEach(i -> log.refused(GUESSER, i));
            IntStream.range(0, 16).forEach(i -> log.views("10.0.0." + i, 20 + i, "/"));
            IntStream.range(0, 16).forEach(i -> log.refused("10.0.1." + i, 40 + i));

            var limits = new Limits(4_096, hour(), hour(), hour(), 16, 32);
            assertThat(Samples.findings(log.bytes(), fast(settings(limits)), settings(limits)))
                    .isEmpty();
        }

        @Test
        void thousandsOfVisitorsDoNotHideTheOneWhoGuesses() {
            for (int i = 0; i < 20_000; i++) {
                log.views("10.%d.%d.%d".formatted(i >> 16, i >> 8 & 255, i & 255), i / 100, "/");
                if (i % 1_500 == 0) {
                    log.refused(GUESSER, i / 100);
                }
            }

            var limits = new Limits(4_096, hour(), hour(), hour(), 2_000, 32);
            assertThat(Samples.findings(log.bytes(), fast(settings(limits)), settings(limits)))
                    .hasSize(1);
        }

        private static DetectionSettings settings(Limits limits) {
            var usual = DetectionSettings.DEFAULTS;
            return new DetectionSettings(
                    usual.campaignGap(), usual.accountPaths(), usual.allowed(), limits);
        }

        private static Duration hour() {
            return Duration.ofHours(1);
        }
    }

    @Nested
    class OverTime {

        @Test
        void aLineWithAWrongClockDoesNotBlindTheRule() {
            log.refused("192.0.2.1", 19_000).views("192.0.2.1", 20_000, "/");
            IntStream.range(0, 12).forEach(i -> log.refused(GUESSER, 5L * i));

            assertThat(only().events()).isEqualTo(12);
        }

        @Test
        void onlyWhatIsNewIsReportedAgain() {
            IntStream.range(0, 12).forEach(i -> log.refused(GUESSER, 5L * i));
            byte[] bytes = log.bytes();
            var settings = DetectionSettings.DEFAULTS;
            var engine = new DetectionEngine(Pack.rules(settings), settings, 5);
            var source = engine.open("access", LogFormat.COMBINED, ZoneOffset.UTC);

            source.feed(bytes, 0, bytes.length, Samples.NOW);

            assertThat(engine.news()).hasSize(1);
            assertThat(engine.news()).isEmpty();
        }

        @Test
        void aCampaignThatWasKnownBeforeKeepsItsReference() {
            IntStream.range(0, 30).forEach(i -> log.refused(GUESSER, 5L * i));
            byte[] bytes = log.bytes();
            var before = Samples.findings(bytes).getFirst();
            var settings = DetectionSettings.DEFAULTS;
            var engine = new DetectionEngine(Pack.rules(settings), settings, 5);
            var source = engine.open("access", LogFormat.COMBINED, ZoneOffset.UTC);

            engine.remember(List.of(before));
            byte[] rest = Arrays.copyOfRange(bytes, bytes.length / 3 * 2, bytes.length);
            source.feed(rest, 0, rest.length, Samples.NOW);

            assertThat(engine.news())
                    .extracting(Finding::reference)
                    .containsExactly(before.reference());
        }
    }

    private List<Finding> found() {
        var settings = DetectionSettings.DEFAULTS;
        return Samples.findings(log.bytes(), fast(settings), settings);
    }

    /** The pack without the rules that look back for hours. */
    private static RuleSet fast(DetectionSettings settings) {
        return Pack.rulesWithout(settings, name -> name.endsWith("crowd-slow"));
    }

    private Finding only() {
        var found = found();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static String stranger(int i) {
        return "198.51.100." + (i + 1);
    }

    private static String customer(int i) {
        return "192.0.2." + (i + 1);
    }
}
