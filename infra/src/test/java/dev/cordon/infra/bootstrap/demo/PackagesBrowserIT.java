package dev.cordon.infra.bootstrap.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import dev.cordon.domain.detection.AlertSeverity;
import dev.cordon.domain.detection.AttackKind;
import dev.cordon.domain.evidence.pack.Trusted;
import dev.cordon.domain.evidence.pack.Verdict;
import dev.cordon.infra.pack.Packed;
import dev.cordon.infra.pack.VerifierPage;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A commander hands evidence in and lets it leave as a package, in a real browser and by the
 * program's own jobs; what was downloaded checks. Pictures in {@code target/screenshots}.
 */
class PackagesBrowserIT extends DeskInTheBrowser {

    @Autowired private AttackedStore stores;

    @Test
    void evidenceLeavesAsAPackageThatChecks() throws IOException {
        var shop = stores.takeIntoCare();
        raise(shop, "A skimmer was seen", AttackKind.SCRAPING, AlertSeverity.HIGH);
        try (var chromium = Chromium.start()) {
            var axe = new Accessibility();
            var carla = login(chromium, "carla");
            var evidence = incident(carla);
            handIn(carla, "the skimmer", "skimmer.js", 1);
            handIn(carla, "the page it was in", "checkout.html", 2);

            sheKeepsItLonger(carla, axe);
            sheAsksForAPackage(carla, axe);

            var link = carla.locator("[id^=package-download-]").first();
            link.waitFor();
            carla.locator("#package-verifier").scrollIntoViewIfNeeded();
            axe.look(carla, "packages");
            var download = carla.waitForDownload(link::click);
            var file = Files.readAllBytes(download.path());
            Assertions.assertThat(download.suggestedFilename()).endsWith(".zip");
            var verdict = Packed.check(file, Trusted.NOTHING);
            Assertions.assertThat(verdict).isInstanceOf(Verdict.SignerUnknown.class);
            var stated = ((Verdict.SignerUnknown) verdict).contents().custody();
            Assertions.assertThat(stated.items())
                    .extracting(item -> item.label())
                    .containsExactly("EV-0001");
            Assertions.assertThat(stated.head().recipient()).isEqualTo("Court of Hamburg");
            var verifier = carla.waitForDownload(carla.locator("#package-verifier")::click);
            Assertions.assertThat(Files.readString(verifier.path()))
                    .isEqualTo(new String(VerifierPage.bytes(), UTF_8));
            sheHandsItOverToOutsideAndTheyConfirmIt(carla, axe);
            theAuditorReadsTheListAndMakesNone(chromium, evidence);
            axe.assertNothingFound();
        }
    }

    private void sheKeepsItLonger(Page carla, Accessibility axe) {
        carla.locator("#evidence-more-EV-0002 vaadin-menu-bar-button").first().click();
        carla.locator("vaadin-menu-bar-item")
                .filter(new Locator.FilterOptions().setHasText("Keep longer"))
                .click();
        carla.locator("#evidence-step-reason textarea").fill("the trial is long");
        day(carla, "1/31/2001");
        carla.locator("#evidence-step-confirm").press("Enter");
        Chromium.picture(carla, "evidence-keep-too-soon");
        assertThat(carla.locator("#evidence-until")).hasAttribute("invalid", "");
        axe.look(carla, "evidence-keep");
        day(carla, "1/31/2060");
        carla.locator("#evidence-step-confirm").press("Enter");
        assertThat(carla.locator("#evidence-step")).hasCount(0);
        carla.locator("#evidence-custody-EV-0002").click();
        assertThat(carla.locator("#custody .chain")).containsText("Time of keeping changed");
        assertThat(carla.locator("#custody .chain")).containsText("the trial is long");
        carla.locator("#custody-close").click();
    }

    /** Enter takes what was typed and closes the calendar. */
    private static void day(Page carla, String day) {
        var until = carla.locator("#evidence-until input");
        until.fill(day);
        until.press("Enter");
    }

    private void sheAsksForAPackage(Page carla, Accessibility axe) {
        carla.locator("#evidence-package").click();
        carla.locator("#package-confirm").click();
        assertThat(carla.locator("#package-reason")).hasAttribute("invalid", "");
        carla.locator("#package-extent vaadin-radio-button").last().locator("input").check();
        carla.locator("#package-items vaadin-checkbox").first().locator("input").check();
        carla.locator("#package-reason textarea").fill("trial");
        axe.look(carla, "package-dialog");
        carla.locator("#package-confirm").click();
        assertThat(carla.locator("#package-recipient")).hasAttribute("invalid", "");
        carla.locator("#package-recipient input").fill("Court of Hamburg");
        carla.locator("#package-confirm").click();
        assertThat(carla.getByText("Package for Court of Hamburg")).isVisible();
    }

    private void sheHandsItOverToOutsideAndTheyConfirmIt(Page carla, Accessibility axe)
            throws IOException {
        carla.locator("[id^=package-transfer-]").click();
        carla.locator("#transfer-reason textarea").fill("criminal complaint");
        carla.locator("#transfer-confirm").click();
        assertThat(carla.locator("#transfer-name")).hasAttribute("invalid", "");
        assertThat(carla.locator("#transfer-organisation input")).hasValue("Court of Hamburg");
        fill(carla, "#transfer-name", "Erika Beispiel");
        fill(carla, "#transfer-reference", "Az. 12 Js 3/26");
        axe.look(carla, "transfer-dialog");
        carla.locator("#transfer-confirm").click();
        assertThat(carla.getByText("receipt awaited")).isVisible();
        var form = carla.waitForDownload(carla.locator("[id^=transfer-form-]")::click);
        Assertions.assertThat(Files.readAllBytes(form.path())).startsWith("%PDF-".getBytes(UTF_8));

        carla.locator("[id^=transfer-receipt-]").click();
        assertThat(carla.locator("#receipt-none")).isVisible();
        axe.look(carla, "receipt-none");
        carla.locator("#receipt-cancel").click();
        handIn(carla, "the signed receipt", "receipt.txt", 3);
        sheRecordsTheReceipt(carla, axe);

        carla.locator("#evidence-custody-EV-0001").click();
        assertThat(carla.locator("#custody .chain")).containsText("In the hands of somebody");
        assertThat(carla.locator("#custody .chain")).containsText("Receipt from outside");
        carla.locator("#custody-close").click();
    }

    private void sheRecordsTheReceipt(Page carla, Accessibility axe) {
        var shown = carla.locator("[id^=package-] .mono.whole").first().textContent();
        carla.locator("[id^=transfer-receipt-]").click();
        fill(carla, "#receipt-digest", "0".repeat(64));
        carla.locator("#receipt-confirm").click();
        assertThat(carla.locator("#receipt-digest")).hasAttribute("invalid", "");
        assertThat(carla.locator("#receipt-received")).hasAttribute("invalid", "");
        assertThat(carla.locator("#receipt-document")).hasAttribute("invalid", "");
        axe.look(carla, "receipt-dialog");
        fill(carla, "#receipt-digest", shown.toUpperCase(Locale.ROOT));
        choose(carla, "#receipt-document vaadin-select-value-button", "EV-0003");
        moment(carla, LocalDateTime.of(2001, 1, 31, 12, 0));
        carla.locator("#receipt-confirm").click();
        assertThat(carla.locator("#receipt-received")).hasAttribute("invalid", "");
        moment(carla, LocalDateTime.now(ZoneOffset.UTC));
        carla.locator("#receipt-confirm").click();
        assertThat(carla.locator("#receipt")).hasCount(0);
        assertThat(carla.locator(".transfer .chip")).hasText("received");
        carla.locator(".transfer").scrollIntoViewIfNeeded();
        axe.look(carla, "transfer-received");
    }

    private static void moment(Page page, LocalDateTime at) {
        var day = page.locator("#receipt-received vaadin-date-picker input");
        day.fill(at.format(DateTimeFormatter.ofPattern("M/d/uuuu", Locale.ROOT)));
        day.press("Enter");
        var time = page.locator("#receipt-received vaadin-time-picker input");
        time.fill(at.format(DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT)));
        time.press("Enter");
    }

    private void theAuditorReadsTheListAndMakesNone(Chromium chromium, String evidence) {
        var amira = login(chromium, "amira");
        amira.navigate(evidence);
        assertThat(amira.getByText("Package for Court of Hamburg")).isVisible();
        assertThat(amira.locator("#evidence-package")).hasCount(0);
        assertThat(amira.locator("[id^=package-download-]")).hasCount(0);
    }

    /** Its evidence's address. */
    private String incident(Page carla) {
        go(carla, "/alerts");
        carla.getByText("A skimmer was seen").first().click();
        carla.locator("#alert-escalate").click();
        carla.locator("#escalate-confirm").click();
        carla.waitForURL("**/incidents/INC-*/overview");
        var evidence = carla.url().replaceFirst("/overview$", "/evidence");
        carla.navigate(evidence);
        return evidence;
    }

    private static void handIn(Page carla, String title, String name, int number) {
        carla.locator("#evidence-upload").click();
        carla.locator("#upload-file")
                .setInputFiles(
                        new FilePayload(
                                name,
                                "text/plain",
                                ("// from the attacker " + name).getBytes(UTF_8)));
        assertThat(carla.locator(".piece-row")).containsText("arrived");
        fill(carla, "#upload-title", title);
        fill(carla, "#upload-source", "web1, /var/www");
        fill(carla, "#upload-purpose", "what was changed");
        carla.locator("#upload-confirm").click();
        carla.locator("#evidence-EV-000" + number).waitFor();
    }

    private static void fill(Page page, String field, String text) {
        Locator input = page.locator(field + " input");
        input.fill(text);
        input.press("Tab");
    }
}
