package dev.cordon.infra.bootstrap.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import dev.cordon.domain.detection.AlertSeverity;
import dev.cordon.domain.detection.AttackKind;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Before a step a commander asks whether what goes is preserved, and decides about the rest, in a
 * real browser and with the keyboard alone. Pictures in {@code target/screenshots}.
 */
class PreservationBrowserIT extends DeskInTheBrowser {

    @Autowired private AttackedStore stores;

    @Test
    void whatGoesIsPreservedOrANamedPersonDecidedThatItNeedNotBe() {
        var shop = stores.takeIntoCare();
        raise(shop, "A plugin was changed", AttackKind.SCRAPING, AlertSeverity.HIGH);
        try (var chromium = Chromium.start()) {
            var axe = new Accessibility();
            var carla = login(chromium, "carla");
            var evidence = incident(carla);
            handIn(carla);

            ask(carla);
            assertThat(answers(carla)).containsText("Not all of it is preserved");
            assertThat(answers(carla)).containsText("held by EV-0001 the plugin, not sealed");
            assertThat(answers(carla)).containsText("No item holds it");
            axe.look(carla, "preservation");

            sheDecides(carla, axe);

            assertThat(answers(carla)).containsText("somebody decided that it need not be");
            assertThat(answers(carla)).containsText("the table is rebuilt every hour");
            axe.look(carla, "preservation-waived");
            carla.keyboard().press("Escape");
            theAuditorAsksAndDecidesNothing(chromium, evidence);
            inGerman(chromium, evidence);
            axe.assertNothingFound();
        }
    }

    private static void ask(Page page) {
        page.locator("#evidence-preservation").focus();
        page.keyboard().press("Enter");
        page.locator("#preservation-check").click();
        assertThat(page.locator("#preservation-step")).hasAttribute("invalid", "");
        page.locator("#preservation-step input").fill("Remove the plugin");
        page.keyboard().press("Tab");
        page.keyboard().type("plugin evil");
        page.locator("#preservation-check").press("Enter");
        assertThat(page.locator("#preservation-losses")).hasAttribute("invalid", "");
        page.locator("#preservation-losses textarea")
                .fill("file /var/www/html/evil.php\ntable wp_evil");
        page.locator("#preservation-check").press("Enter");
    }

    private static Locator answers(Page page) {
        return page.locator("#preservation-answers");
    }

    private static void sheDecides(Page carla, Accessibility axe) {
        carla.locator("#preservation-waive").press("Enter");
        assertThat(carla.locator("#waiver-losses")).hasText("table wp_evil");
        carla.locator("#waiver-confirm").press("Enter");
        assertThat(carla.locator("#waiver-reason")).hasAttribute("invalid", "");
        carla.locator("#waiver-reason textarea").fill("the table is rebuilt every hour");
        axe.look(carla, "preservation-waiver");
        carla.locator("#waiver-confirm").press("Enter");
    }

    private void theAuditorAsksAndDecidesNothing(Chromium chromium, String evidence) {
        var amira = login(chromium, "amira");
        amira.navigate(evidence);
        ask(amira);
        assertThat(answers(amira)).containsText("the table is rebuilt every hour");
        amira.locator("#preservation-step input").fill("Another step");
        amira.locator("#preservation-check").press("Enter");
        assertThat(answers(amira)).containsText("Not all of it is preserved");
        assertThat(amira.locator("#preservation-waive")).hasCount(0);
    }

    private void inGerman(Chromium chromium, String evidence) {
        var carla = login(chromium.window("de"), "carla");
        carla.navigate(evidence);
        ask(carla);
        assertThat(answers(carla)).containsText("Nicht gesichert, so entschieden");
        Chromium.picture(carla, "preservation-german");
    }

    /** Its evidence's address. */
    private String incident(Page carla) {
        go(carla, "/alerts");
        carla.getByText("A plugin was changed").first().click();
        carla.locator("#alert-escalate").click();
        carla.locator("#escalate-confirm").click();
        carla.waitForURL("**/incidents/INC-*/overview");
        var evidence = carla.url().replaceFirst("/overview$", "/evidence");
        carla.navigate(evidence);
        return evidence;
    }

    private static void handIn(Page carla) {
        carla.locator("#evidence-upload").click();
        carla.locator("#upload-file")
                .setInputFiles(
                        new FilePayload("evil.php", "text/plain", "<?php // evil".getBytes(UTF_8)));
        assertThat(carla.locator(".piece-row")).containsText("arrived");
        fill(carla, "#upload-title", "the plugin");
        fill(carla, "#upload-source", "web1, /var/www");
        fill(carla, "#upload-purpose", "it was changed");
        carla.locator("vaadin-details-summary:visible").last().click();
        carla.locator("#upload-covers textarea").fill("file /var/www/html/evil.php");
        carla.locator("#upload-covers textarea").press("Tab");
        carla.locator("#upload-confirm").click();
        carla.locator("#evidence-EV-0001").waitFor();
    }

    private static void fill(Page page, String field, String text) {
        Locator input = page.locator(field + " input");
        input.fill(text);
        input.press("Tab");
    }
}
