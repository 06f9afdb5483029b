package dev.cordon.infra.bootstrap.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.cordon.application.detection.Alerts;
import dev.cordon.domain.detection.AlertSeverity;
import dev.cordon.domain.detection.AlertStatus;
import dev.cordon.domain.detection.AttackKind;
import dev.cordon.domain.kernel.StoreId;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * An hour at the desk, in a real browser and in less time: alerts come in all the while, and a
 * person looks, narrows, decides and takes back without the page being loaded again. Pictures in
 * {@code target/screenshots}.
 */
class HourAtTheDeskBrowserIT extends DeskInTheBrowser {

    private static final int MINUTES = 60;
    private static final int BEFORE = 6;

    /** So long a minute lasts here; the person has more to do than to wait. */
    private static final Duration MINUTE = Duration.ofMillis(400);

    /** What the story raises as it goes, beside the minutes. */
    private int told;

    @Autowired private AttackedStore stores;

    @Test
    void anHourAtTheDesk() throws InterruptedException {
        var shop = stores.takeIntoCare();
        var neighbor = stores.takeNeighborIntoCare();
        raise(shop, "The checkout was probed", AttackKind.SCRAPING, AlertSeverity.LOW);
        raise(neighbor, "Coupons were guessed", AttackKind.USER_ENUMERATION, AlertSeverity.HIGH);
        for (var minute = 0; minute < BEFORE; minute++) {
            minute(shop, minute);
        }
        try (var chromium = Chromium.start()) {
            var carla = login(chromium, "carla");
            var rita = login(chromium, "rita");
            rita.locator("#nav-alerts").click();
            rita.evaluate("window.sameDocument = true");
            var before = count(Alerts.Filter.EVERYTHING) - BEFORE;
            var sender = Thread.ofVirtual().start(() -> theHourPasses(shop));

            try {
                whatIsDoneInAnHour(rita, carla, shop);
            } catch (Throwable failed) {
                Chromium.picture(rita, "desk-0-failed");
                Chromium.picture(carla, "desk-0-failed-colleague");
                throw failed;
            }

            sender.join();
            Assertions.assertThat(rita.evaluate("window.sameDocument === true")).isEqualTo(true);
            Assertions.assertThat(count(Alerts.Filter.EVERYTHING))
                    .isEqualTo(before + MINUTES + told);
        }
    }

    /** Against WCAG 2.2 AA, as those see it who may do most there. */
    @Test
    void everythingAtTheDeskIsForEverybody() {
        var shop = stores.takeIntoCare();
        raise(shop, "A page was copied", AttackKind.SCRAPING, AlertSeverity.MEDIUM);
        raise(shop, "A key was tried", AttackKind.API_MISUSE, AlertSeverity.CRITICAL);
        raise(shop, "A form was filled", AttackKind.SPAM_REGISTRATION, AlertSeverity.LOW);
        try (var chromium = Chromium.start()) {
            var axe = new Accessibility();
            var rita = login(chromium, "rita");
            go(rita, "/alerts");
            EveryDeskPage.alerts(rita, axe);
            go(rita, "/suppressions");
            EveryDeskPage.suppressions(rita, axe);
            var adam = login(chromium, "adam");
            go(adam, "/rules");
            EveryDeskPage.rules(adam, axe);
            go(adam, "/settings");
            EveryDeskPage.webhooks(adam, axe);
            go(adam, "/");
            EveryDeskPage.sensors(adam, axe);
            axe.assertNothingFound();
        }
    }

    private void whatIsDoneInAnHour(Page rita, Page carla, StoreId shop) {
        row(rita, "Scan of minute 1").first().waitFor();
        whatComesInIsSeenWithoutAsking(rita, shop);
        theDrawerSaysWhyAndShowsIt(rita);
        theListIsNarrowedAndSearched(rita, carla);
        severalAreChosenDismissedAndTakenBack(rita);
        oneIsTakenDismissedAndTakenBackByKeys(rita);
        oneIsFiledUnderAnother(rita, shop);
        oneBecomesAnIncidentWithAnotherAndIsTakenBack(rita);
        theLikeOfOneIsSuppressedAndTheSuppressionEnded(rita, shop);
    }

    private void whatComesInIsSeenWithoutAsking(Page rita, StoreId shop) {
        tell(shop, "A card was tried", AttackKind.CARD_TESTING, AlertSeverity.HIGH);

        assertThat(row(rita, "A card was tried").first()).isVisible();
    }

    private void theDrawerSaysWhyAndShowsIt(Page rita) {
        open(rita, "A card was tried");

        var drawer = rita.locator("#alert");
        assertThat(drawer).containsText("Seen at the bank.");
        assertThat(drawer.locator("#alert-activity svg").first()).isVisible();
        drawer.locator("#alert-activity vaadin-details-summary").click();
        assertThat(drawer.locator("#alert-activity table tbody tr").first()).isVisible();
        assertThat(drawer.locator("#addresses")).containsText(ADDRESS);
        assertThat(drawer.locator(".sample")).hasText("GET /checkout HTTP/1.1");
        assertThat(drawer).containsText("Also done by these addresses");
        assertThat(drawer.locator(".proof a").first()).hasText("The checkout was probed");
        Chromium.picture(rita, "desk-1-open");
    }

    private static void aColleagueIsSentWhatIsSeen(String address, Page carla) {
        carla.navigate(address);
        assertThat(carla).hasURL(address);
        opened(carla, "A card was tried");
        lists(carla, 1);
        assertThat(carla.locator("#filter-high")).hasAttribute("aria-pressed", "true");
    }

    private void theListIsNarrowedAndSearched(Page rita, Page carla) {
        search(rita, "");
        rita.locator("#filter-high").click();
        lists(rita, 2);
        choose(rita, "#filter-store", "nordkram.example");
        lists(rita, 1);
        assertThat(row(rita, "Coupons were guessed")).hasCount(1);
        choose(rita, "#filter-store", "All stores");
        choose(rita, "#filter-kind", "Card testing");
        lists(rita, 1);
        assertThat(row(rita, "A card was tried")).hasCount(1);
        assertThat(rita).hasURL(Pattern.compile(".*\\?severity=high&kind=card-testing$"));
        var address = rita.url();
        rita.locator("#nav-incidents").click();
        rita.waitForURL("**/incidents");
        assertThat(rita.locator("h1")).hasText("Incidents");
        rita.goBack();
        assertThat(rita).hasURL(address);
        lists(rita, 1);
        aColleagueIsSentWhatIsSeen(address, carla);
        choose(rita, "#filter-kind", "Any kind");
        rita.locator("#filter-high").click();

        rita.keyboard().press("/");
        rita.keyboard().type("coupons");
        lists(rita, 1);
        rita.keyboard().press("Enter");
        search(rita, "203.0.113.2");
        lists(rita, 1);
        search(rita, "");
    }

    private void severalAreChosenDismissedAndTakenBack(Page rita) {
        rita.locator("#alert-close").click();
        assertThat(rita.locator("#alert")).hasCount(0);
        rita.waitForURL(address -> !address.contains("/alerts/"));
        rita.locator("#filter-high").click();
        lists(rita, 2);
        rita.keyboard().press("j");
        opened(rita, "A card was tried");
        rita.keyboard().press(" ");
        assertThat(rita.locator("#alert-bar-text")).hasText("1 alert chosen");
        rita.keyboard().press("j");
        opened(rita, "Coupons were guessed");
        rita.keyboard().press("k");
        opened(rita, "A card was tried");
        rita.keyboard().press("j");
        opened(rita, "Coupons were guessed");
        rita.keyboard().press(" ");
        assertThat(rita.locator("#alert-bar-text")).hasText("2 alerts chosen");
        Chromium.picture(rita, "desk-2-chosen");
        rita.keyboard().press("x");
        rita.locator("#dismiss-reason textarea").fill("a rehearsal of the bank");
        rita.locator("#dismiss-confirm").click();
        assertThat(rita.locator("#alert-bar-text")).hasText("2 alerts are dismissed.");
        lists(rita, 0);

        rita.keyboard().press("u");

        toast(rita, "2 alerts are as before.");
        lists(rita, 2);
        rita.locator("#filter-high").click();
    }

    private void oneIsTakenDismissedAndTakenBackByKeys(Page rita) {
        open(rita, "A card was tried");
        rita.keyboard().press("a");
        toast(rita, "The alert is yours.");
        search(rita, "");
        rita.locator("#filter-mine").click();
        lists(rita, 1);
        rita.locator("#filter-mine").click();
        rita.keyboard().press("x");
        rita.locator("#dismiss-reason textarea").fill("the bank's own test");
        rita.locator("#dismiss-confirm").click();
        toast(rita, "The alert is closed.");
        assertThat(rita.locator("#alert")).containsText("the bank's own test");
        rita.keyboard().press("u");
        toast(rita, "It is open again");
        assertThat(rita.locator("#alert")).not().containsText("the bank's own test");
    }

    private void oneIsFiledUnderAnother(Page rita, StoreId shop) {
        tell(shop, "Another card was tried", AttackKind.CARD_TESTING, AlertSeverity.LOW);
        open(rita, "Another card was tried");
        rita.keyboard().press("m");
        rita.locator("#merge-target vaadin-radio-button")
                .filter(new Locator.FilterOptions().setHasText("A card was tried"))
                .click();
        Chromium.picture(rita, "desk-3-merge");
        rita.locator("#merge-confirm").click();

        assertThat(rita.locator("#alert-bar-text")).hasText("1 alert is merged.");
        assertThat(rita.locator("#alert")).containsText("into this alert");
        rita.locator("#bar-close").click();
    }

    private void oneBecomesAnIncidentWithAnotherAndIsTakenBack(Page rita) {
        var before = count(Alerts.Filter.of(Set.of(AlertStatus.ESCALATED)));
        open(rita, "A card was tried");
        rita.keyboard().press("e");
        rita.locator("#escalate-alerts vaadin-checkbox")
                .filter(new Locator.FilterOptions().setHasText("The checkout was probed"))
                .locator("input")
                .check();
        rita.locator("#escalate-indicators vaadin-radio-button").last().locator("input").check();
        assertThat(rita.locator("#escalate-severity")).isVisible();
        Chromium.picture(rita, "desk-4-escalate");
        rita.locator("#escalate-confirm").click();
        rita.waitForURL("**/incidents/INC-*/overview");
        Assertions.assertThat(count(Alerts.Filter.of(Set.of(AlertStatus.ESCALATED))))
                .isEqualTo(before + 2);
        rita.locator("#withdraw").waitFor();
        Chromium.picture(rita, "desk-5-incident");

        rita.keyboard().press("u");
        rita.locator("#withdraw-ask-confirm").click();

        toast(rita, "The alerts are open again.");
        rita.waitForURL("**/alerts/*");
        assertThat(rita.locator("#alert h2"))
                .hasText(Pattern.compile("A card was tried|The checkout was probed"));
        Assertions.assertThat(count(Alerts.Filter.of(Set.of(AlertStatus.ESCALATED))))
                .isEqualTo(before);
    }

    private void theLikeOfOneIsSuppressedAndTheSuppressionEnded(Page rita, StoreId shop) {
        open(rita, "Scan of minute 1");
        rita.keyboard().press("s");
        rita.locator("#suppress-confirm").click();
        assertThat(rita.locator("#suppress-reason")).hasAttribute("invalid", "");
        rita.locator("#suppress-reason textarea").fill("our own scanner");
        Chromium.picture(rita, "desk-6-suppress");
        rita.locator("#suppress-confirm").click();
        toast(rita, "Its like is suppressed.");
        tell(shop, "A scan of ours", AttackKind.SCANNER, AlertSeverity.LOW);
        search(rita, "ours");
        lists(rita, 0);
        rita.locator("#filter-suppressed").click();
        assertThat(row(rita, "A scan of ours")).hasCount(1);
        rita.locator("#filter-open").click();
        lists(rita, 0);
        rita.waitForURL(address -> !address.contains("status="));

        rita.locator("a[href=suppressions]").first().click();
        assertThat(rita.locator("#suppressions")).containsText("our own scanner");
        Chromium.picture(rita, "desk-7-suppressions");
        rita.locator("[id^=end-]:visible").click();
        rita.locator("#end-suppression-confirm").click();
        toast(rita, "It is ended.");
        assertThat(rita.locator("#suppressions")).containsText("ended");
        tell(shop, "A scan of strangers", AttackKind.SCANNER, AlertSeverity.LOW);
        rita.locator("#nav-alerts").click();
        search(rita, "strangers");
        lists(rita, 1);
    }

    /** As the line below the heading counts them. */
    private static void lists(Page page, int alerts) {
        assertThat(page.locator(".page-head p"))
                .hasText(
                        switch (alerts) {
                            case 0 -> "None matches";
                            case 1 -> "1 alert";
                            default -> alerts + " alerts";
                        });
    }

    private void theHourPasses(StoreId shop) {
        for (var minute = BEFORE; minute < MINUTES; minute++) {
            try {
                Thread.sleep(MINUTE);
            } catch (InterruptedException e) {
                return;
            }
            minute(shop, minute);
        }
    }

    /** Each third one tries cards, which other than scans is nobody's own. */
    private void minute(StoreId shop, int minute) {
        var address = "203.0.113." + minute;
        if (minute % 3 == 0) {
            raise(
                    shop,
                    "Card testing of minute " + minute,
                    AttackKind.CARD_TESTING,
                    AlertSeverity.MEDIUM,
                    address);
        } else {
            raise(shop, "Scan of minute " + minute, AttackKind.SCANNER, AlertSeverity.LOW, address);
        }
    }

    private void tell(StoreId store, String title, AttackKind kind, AlertSeverity severity) {
        raise(store, title, kind, severity);
        told++;
    }
}
