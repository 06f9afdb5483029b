package dev.cordon.domain.detection.engine;

import static dev.cordon.domain.detection.engine.Samples.addresses;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.detection.AttackKind;
import dev.cordon.domain.detection.Finding;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stores of other kinds showed: answers of firewalls, other languages, patient attackers. */
class UnseenTrafficTest {

    private static final String ONE = "203.0.113.9";
    private static final String STYLE = "/wp-content/themes/shop/style.css";

    private final LogBuilder log = new LogBuilder();

    @Nested
    class Logins {

        @ParameterizedTest
        @ValueSource(ints = {301, 401, 403, 404, 406, 429, 444, 503})
        void whateverAFirewallAnswersIsARefusal(int status) {
            post(12, 5, "/wp-login.php", status);

            assertThat(kinds()).containsExactly(AttackKind.LOGIN_BRUTEFORCE);
        }

        @Test
        void nobodyIsLetInFifteenTimesInFiveMinutes() {
            post(20, 5, "/wp-login.php", 302);

            assertThat(kinds()).containsExactly(AttackKind.LOGIN_BRUTEFORCE);
        }

        @ParameterizedTest
        @ValueSource(strings = {"/mein-konto/", "/mon-compte/", "/fr/mon-compte/", "/mi-cuenta/"})
        void theAccountPageIsKnownInOtherLanguages(String path) {
            post(20, 5, path, 200);

            assertThat(kinds()).containsExactly(AttackKind.LOGIN_BRUTEFORCE);
        }

        @ParameterizedTest
        @ValueSource(strings = {"/wp-json/jwt-auth/v1/token", "/wp-json/simple-jwt-login/v1/auth"})
        void programsLoginsAreWatched(String path) {
            post(20, 5, path, 403);

            assertThat(kinds()).containsExactly(AttackKind.LOGIN_BRUTEFORCE);
        }

        @Test
        void aStrangerWhoPostsToAjaxTwiceASecondTriesPasswords() {
            IntStream.range(0, 200)
                    .forEach(i -> log.line(ONE, i / 2, "POST", "/wp-admin/admin-ajax.php", 200));

            assertThat(kinds()).containsExactly(AttackKind.LOGIN_BRUTEFORCE);
        }

        @Test
        void anImportInTheAdministrationIsQuiet() {
            log.views(ONE, 0, STYLE).views(ONE, 1, "/wp-admin/admin.php?page=import");
            IntStream.range(0, 200)
                    .forEach(i -> log.line(ONE, i, "POST", "/wp-admin/admin-ajax.php", 200));
            var itself = "/wp-admin/admin-ajax.php?action=as_async_request_queue_runner";
            IntStream.range(0, 200).forEach(i -> log.line("192.0.2.1", i, "POST", itself, 200));

            assertThat(found()).isEmpty();
        }

        @Test
        void whoGuessesFastDuringASlowAttackIsNoPartOfIt() {
            IntStream.range(0, 60)
                    .forEach(i -> log.at("/wp-login.php").refused(stranger(i), 300L * i));
            for (int each = 0; each < 4; each++) {
                for (int i = 0; i < 30; i++) {
                    log.refused("203.0.113." + each, 9_000 + 3L * i);
                }
            }

            assertThat(kinds())
                    .containsExactlyInAnyOrder(
                            AttackKind.CREDENTIAL_STUFFING, AttackKind.LOGIN_BRUTEFORCE);
        }

        @Test
        void eightTriesAnHourAllDayAreOneAttack() {
            post(80, 420, "/wp-login.php", 200);

            assertThat(kinds()).containsExactly(AttackKind.LOGIN_BRUTEFORCE);
        }

        @Test
        void fewWhoTryOftenDoNotMakeSuspectsOfCustomersWhoMistype() {
            post(300, 2, "/my-account/", 200);
            for (int i = 0; i < 60; i++) {
                log.customer(customer(i), 1_000 + 120L * i, true);
            }

            assertThat(addresses(only())).containsExactly(ONE);
        }

        @Test
        void whatACrowdDidIsNotReportedAgainOnceItIsOver() {
            log.at("/my-account/");
            IntStream.range(0, 100).forEach(i -> log.refused(stranger(i), 3L * i));
            for (int i = 0; i < 100; i++) {
                log.customer(customer(i), 4_000 + 150L * i, i % 2 == 0);
            }

            assertThat(addresses(only())).hasSize(100).allMatch(a -> a.startsWith("198.51."));
        }

        @Test
        void aCustomerWhoGetsInAfterATryIsTakenBackWhereTheToolLooksLikeABrowser() {
            log.referer("https://shop.example/my-account/").agent("Firefox");
            for (int i = 0; i < 60; i++) {
                long at = 5L * i;
                log.views(stranger(i), at, STYLE).refused(stranger(i), at + 1);
                if (i % 6 == 0) {
                    log.customer(customer(i), at + 2, true);
                }
            }

            assertThat(addresses(only())).hasSize(60).allMatch(a -> a.startsWith("198.51."));
        }
    }

    @Nested
    class Cards {

        @Test
        void aSecondCrowdAtTheOtherCheckoutIsNamedToo() {
            var api = "/wp-json/wc/store/v1/checkout";
            IntStream.range(0, 20)
                    .forEach(i -> log.line(stranger(i), 5L * i, "POST", "/?wc-ajax=checkout", 200));
            IntStream.range(20, 60)
                    .forEach(i -> log.line(stranger(i), 500 + 5L * i, "POST", api, 400));

            assertThat(addresses(only())).hasSize(60);
        }

        @Test
        void anOfficeThatBuysInAFlashSaleIsQuiet() {
            log.views(ONE, 0, STYLE);
            for (int i = 0; i < 20; i++) {
                log.line(ONE, 40L * i, "POST", "/?wc-ajax=checkout", 200);
                log.line(ONE, 40L * i + 9, "POST", "/?wc-ajax=checkout", 200);
                log.views(ONE, 40L * i + 10, "/checkout/order-received/" + i + "/?key=wc");
            }

            assertThat(found()).isEmpty();
        }

        @Test
        void manyWhoLookAtPagesFirstAndAreDeclinedAreOneAttack() {
            for (int i = 0; i < 40; i++) {
                log.views(stranger(i), 8L * i, "/product/lamp/").views(stranger(i), 8L * i, STYLE);
                log.line(stranger(i), 8L * i + 2, "POST", "/wp-json/wc/store/v1/checkout", 402);
            }

            assertThat(only().kind()).isEqualTo(AttackKind.CARD_TESTING);
            assertThat(only().addresses()).hasSize(40);
        }
    }

    @Nested
    class Floods {

        @Test
        void aBoxThatSearchesWhileSomebodyTypesIsQuiet() {
            for (int i = 0; i < 75; i++) {
                log.views(ONE, 4L * i / 5, "/?s=" + "lampshade".substring(0, 1 + i % 9));
            }

            assertThat(found()).isEmpty();
        }

        @Test
        void threeSearchesASecondAreAFlood() {
            for (int i = 0; i < 100; i++) {
                log.views(ONE, i / 3, "/search/lamp" + i + "/");
            }

            assertThat(kinds()).containsExactly(AttackKind.SEARCH_FLOOD);
        }

        @Test
        void theManyWhoFollowOneLinkOfANewsletterAreNoFlood() {
            for (int i = 0; i < 200; i++) {
                log.views(customer(i), i / 2, "/shop/?filter_color=red&mc_eid=a" + i);
            }

            assertThat(found()).isEmpty();
        }
    }

    @Nested
    class Intruders {

        @Test
        void aUserMadeByAProgramThatNeverLoggedInIsATakeover() {
            log.line(ONE, 5, "POST", "/wp-json/wp/v2/users", 201);

            assertThat(kinds()).containsExactly(AttackKind.ADMIN_TAKEOVER);
        }

        @Test
        void anAdministratorWithABrowserWhoIsStillLoggedInIsNot() {
            log.views(ONE, 1, STYLE).line(ONE, 50, "POST", "/wp-admin/user-new.php", 302);

            assertThat(found()).isEmpty();
        }

        @Test
        void aRedirectIsNoWebShell() {
            log.line(ONE, 5, "GET", "/wp-content/uploads/2026/up.php", 301);

            assertThat(found()).isEmpty();
        }

        @Test
        void differentKeysAreGuessingAndOneThatSignsAnewIsNot() {
            for (int i = 0; i < 60; i++) {
                log.line(
                        "192.0.2.1",
                        5L * i,
                        "GET",
                        orders("oauth_consumer_key=ck_1&oauth_nonce=" + i),
                        401);
                log.line("192.0.2.2", 5L * i, "PUT", "/wp-json/wc/v3/products/" + i, 401);
                log.line(ONE, 5L * i, "GET", orders("consumer_key=ck_" + i), 401);
            }

            assertThat(addresses(only())).containsExactly(ONE);
            assertThat(only().kind()).isEqualTo(AttackKind.API_MISUSE);
        }

        private static String orders(String query) {
            return "/wp-json/wc/v3/orders?" + query;
        }
    }

    @Nested
    class Probing {

        @Test
        void toolsWithTheirNamesAreOneCampaignOnlyIfTheyDoTheSame() {
            log.agent("wfuzz/3");
            for (int i = 0; i < 12; i++) {
                log.line("203.0.113.1", i, "GET", "/?author=" + i, 301);
                log.line("203.0.113.2", i, "GET", "/old" + i + ".php", 404);
                log.line("203.0.113.3", i, "POST", "/wp-login.php", 200);
            }

            assertThat(kinds())
                    .containsExactlyInAnyOrder(
                            AttackKind.USER_ENUMERATION,
                            AttackKind.SCANNER,
                            AttackKind.LOGIN_BRUTEFORCE);
        }

        @Test
        void aCensusOfTheInternetLooksOnceAndIsNoScanner() {
            log.agent("Mozilla/5.0 zgrab/0.x").views(ONE, 1, "/");
            assertThat(found()).isEmpty();

            IntStream.range(2, 8).forEach(i -> log.views(ONE, 60L * i, "/"));
            assertThat(kinds()).containsExactly(AttackKind.SCANNER);
        }

        @Test
        void aCrawlerThatMeetsOldAddressesAmongManyNewOnesIsQuiet() {
            for (int i = 0; i < 40; i++) {
                log.views(ONE, 6L * i, "/product/lamp" + i + "/");
                log.line(ONE, 6L * i + 3, "GET", "/old/lamp" + i + "/", 404);
            }

            assertThat(found()).isEmpty();
        }
    }

    private void post(int times, int every, String path, int status) {
        IntStream.range(0, times)
                .forEach(i -> log.line(ONE, (long) i * every, "POST", path, status));
    }

    private List<Finding> found() {
        return Samples.findings(log.bytes());
    }

    private Finding only() {
        assertThat(found()).hasSize(1);
        return found().getFirst();
    }

    private List<AttackKind> kinds() {
        return found().stream().map(Finding::kind).toList();
    }

    private static String stranger(int i) {
        return "198.51.100." + (i + 1);
    }

    private static String customer(int i) {
        return "192.0.2." + (i + 1);
    }
}
