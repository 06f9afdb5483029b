package dev.cordon.infra.bootstrap.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import dev.cordon.application.evidence.EvidenceQueries;
import dev.cordon.application.evidence.EvidenceVault;
import dev.cordon.application.incident.IncidentQueries;
import dev.cordon.domain.detection.AlertSeverity;
import dev.cordon.domain.detection.AttackKind;
import dev.cordon.domain.evidence.EvidenceItem;
import dev.cordon.domain.incident.Reference;
import dev.cordon.domain.people.Role;
import java.io.IOException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Evidence goes from hand to hand and to its end, by people in a real browser. Pictures in {@code
 * target/screenshots}.
 */
class CustodyBrowserIT extends DeskInTheBrowser {

    @Autowired private AttackedStore stores;
    @Autowired private IncidentQueries incidents;
    @Autowired private EvidenceQueries evidence;
    @Autowired private EvidenceVault vault;

    @Test
    void evidenceChangesHandsIsHeldAndIsDisposedOfByTwo() throws IOException {
        var shop = stores.takeIntoCare();
        raise(shop, "A web shell was seen", AttackKind.SCRAPING, AlertSeverity.HIGH);
        try (var chromium = Chromium.start()) {
            var axe = new Accessibility();
            var carla = login(chromium, "carla");
            var address = incident(carla);
            var rita = login(chromium, "rita");
            rita.navigate(address);
            handIn(rita);
            var dina = login(chromium, "dina");

            sheOffersIt(rita, axe);
            nobodyElseTakesItOver(dina, address);
            anOfferThatWasTakenBackIsNotAccepted(rita, carla, address, axe);
            sheTakesItOver(carla, address, axe);
            itLeavesInAPackage(carla);
            whatIsHeldIsNotDisposedOf(carla, dina, address, axe);
            var before = item(address);
            Assertions.assertThat(vault.holds(before.incident(), before.content())).isTrue();
            oneProposesAndAnotherApproves(carla, dina, address, axe);

            Assertions.assertThat(vault.holds(before.incident(), before.content())).isFalse();
            whatItWasPartOfIsNotGivenOutAnyMore(carla, address, axe);
            axe.assertNothingFound();
        }
    }

    private void sheOffersIt(Page rita, Accessibility axe) {
        choose(rita, "Hand over");
        rita.locator("#evidence-step-reason textarea").fill("the shift ends");
        rita.locator("#evidence-step-confirm").click();
        assertThat(rita.locator("#evidence-to")).hasAttribute("invalid", "");
        choose(rita, "#evidence-to", "Carla");
        axe.look(rita, "custody-hand-over");
        rita.locator("#evidence-step-confirm").click();
        assertThat(line(rita)).containsText("offered to Carla");
        axe.look(rita, "custody-offered");
    }

    /** The privacy officer may keep evidence, and answers for none. */
    private void nobodyElseTakesItOver(Page dina, String address) {
        dina.navigate(address);
        assertThat(line(dina)).containsText("offered to Carla");
        menu(dina);
        assertThat(entry(dina, "Place a legal hold")).isVisible();
        assertThat(entry(dina, "Take over")).hasCount(0);
        assertThat(entry(dina, "Decline the hand-over")).hasCount(0);
        dina.keyboard().press("Escape");
    }

    private void anOfferThatWasTakenBackIsNotAccepted(
            Page rita, Page carla, String address, Accessibility axe) {
        carla.navigate(address);
        choose(carla, "Take over");
        step(rita, "Decline the hand-over", "I stay a while");
        assertThat(line(rita)).not().containsText("offered to Carla");

        carla.locator("#evidence-step-reason textarea").fill("my shift");
        carla.locator("#evidence-step-confirm").click();

        assertThat(carla.locator("#trouble-close")).isVisible();
        axe.look(carla, "custody-taken-back");
        carla.navigate(address);
        assertThat(line(carla)).not().containsText("with Carla");
        rita.reload();
        choose(rita, "Hand over");
        rita.locator("#evidence-step-reason textarea").fill("now the shift ends");
        choose(rita, "#evidence-to", "Carla");
        rita.locator("#evidence-step-confirm").click();
        assertThat(line(rita)).containsText("offered to Carla");
    }

    private void sheTakesItOver(Page carla, String address, Accessibility axe) {
        carla.navigate(address);
        step(carla, "Take over", "my shift");
        assertThat(line(carla)).containsText("with Carla");
        carla.locator("#evidence-custody-EV-0001").click();
        var chain = carla.locator("#custody .chain");
        assertThat(chain).containsText("the shift ends");
        assertThat(chain).containsText("I stay a while");
        assertThat(chain).containsText("my shift");
        axe.look(carla, "custody-chain");
        carla.locator("#custody-close").click();
    }

    private void itLeavesInAPackage(Page carla) {
        carla.locator("#evidence-package").click();
        carla.locator("#package-reason textarea").fill("claim");
        carla.locator("#package-recipient input").fill("The insurer");
        carla.locator("#package-confirm").click();
        carla.locator("[id^=package-download-]").first().waitFor();
    }

    private void whatIsHeldIsNotDisposedOf(
            Page carla, Page dina, String address, Accessibility axe) {
        choose(carla, "Place a legal hold");
        carla.locator("#evidence-step-reason textarea").fill("the court asked");
        carla.locator("#evidence-matter input").fill("Trial 4711");
        carla.locator("#evidence-step-confirm").click();
        assertThat(line(carla)).containsText("legal hold: Trial 4711");

        dina.navigate(address);
        choose(dina, "Propose disposal");
        assertThat(dina.locator("#evidence-held-back")).containsText("Trial 4711");
        assertThat(dina.locator("#evidence-held-back-confirm")).hasCount(0);
        axe.look(dina, "custody-held-back");
        dina.locator("#evidence-held-back-cancel").click();
        assertThat(line(dina)).not().containsText("proposes disposal");

        step(carla, "End a legal hold", "the trial is over");
        assertThat(line(carla)).not().containsText("legal hold: Trial 4711");
    }

    private void oneProposesAndAnotherApproves(
            Page carla, Page dina, String address, Accessibility axe) {
        dina.navigate(address);
        step(dina, "Propose disposal", "nobody needs it");
        assertThat(line(dina)).containsText("proposes disposal");
        menu(dina);
        assertThat(entry(dina, "Refuse disposal")).isVisible();
        assertThat(entry(dina, "Approve disposal")).hasCount(0);
        dina.keyboard().press("Escape");

        carla.navigate(address);
        choose(carla, "Approve disposal");
        assertThat(carla.locator("#evidence-step")).containsText("nobody needs it");
        carla.locator("#evidence-typed input").fill("EV-0002");
        carla.locator("#evidence-step-confirm").click();
        assertThat(carla.locator("#evidence-typed")).hasAttribute("invalid", "");
        axe.look(carla, "custody-approve-disposal");
        carla.locator("#evidence-typed input").fill("EV-0001");
        carla.locator("#evidence-step-confirm").click();
        assertThat(line(carla)).containsText("disposed of");
    }

    /** The job that destroys it is told by nobody's screen: they look again. */
    private void whatItWasPartOfIsNotGivenOutAnyMore(
            Page carla, String address, Accessibility axe) {
        carla.navigate(address);
        assertThat(carla.locator("[id^=package-refused-]")).isVisible();
        assertThat(carla.locator("[id^=package-download-]")).hasCount(0);
        assertThat(carla.locator("#evidence-look-EV-0001")).hasCount(0);
        assertThat(carla.locator("#evidence-more-EV-0001")).isHidden();
        var destroyed = "what it was called was destroyed with it";
        for (int look = 0; look < 60 && !carla.content().contains(destroyed); look++) {
            carla.waitForTimeout(500);
            carla.reload();
        }
        assertThat(line(carla)).containsText(destroyed);
        axe.look(carla, "custody-disposed");
        carla.locator("#evidence-custody-EV-0001").click();
        assertThat(carla.locator("#custody .chain")).containsText("nobody needs it");
        assertThat(carla.locator("#custody .chain"))
                .containsText("Purpose destroyed with the content.");
        axe.look(carla, "custody-disposed-chain");
        carla.locator("#custody-close").click();
    }

    private String incident(Page carla) {
        go(carla, "/alerts");
        carla.getByText("A web shell was seen").first().click();
        carla.locator("#alert-escalate").click();
        carla.locator("#escalate-confirm").click();
        carla.waitForURL("**/incidents/INC-*/overview");
        var address = carla.url().replaceFirst("/overview$", "/evidence");
        carla.navigate(address);
        return address;
    }

    private static void handIn(Page rita) {
        rita.locator("#evidence-upload").click();
        rita.locator("#upload-file")
                .setInputFiles(
                        new FilePayload("access.log", "text/plain", "GET /x".getBytes(UTF_8)));
        assertThat(rita.locator(".piece-row")).containsText("arrived");
        fill(rita, "#upload-title", "the access log");
        fill(rita, "#upload-source", "web1, /var/log");
        fill(rita, "#upload-purpose", "what was called");
        rita.locator("#upload-confirm").click();
        line(rita).waitFor();
    }

    private static void fill(Page page, String field, String text) {
        var input = page.locator(field + " input");
        input.fill(text);
        input.press("Tab");
    }

    private static void step(Page page, String verb, String reason) {
        choose(page, verb);
        page.locator("#evidence-step-reason textarea").fill(reason);
        page.locator("#evidence-step-confirm").click();
        assertThat(page.locator("#evidence-step")).hasCount(0);
    }

    private static void choose(Page page, String verb) {
        menu(page);
        entry(page, verb).click();
    }

    private static void menu(Page page) {
        page.locator("#evidence-more-EV-0001 vaadin-menu-bar-button").first().click();
    }

    private static Locator entry(Page page, String verb) {
        return page.locator("vaadin-menu-bar-item")
                .filter(new Locator.FilterOptions().setHasText(verb));
    }

    private static Locator line(Page page) {
        return page.locator("#evidence-EV-0001");
    }

    private EvidenceItem item(String address) {
        var reference = address.replaceFirst(".*/(INC-[^/]+)/evidence$", "$1");
        return Staff.as(
                "carla",
                Role.INCIDENT_COMMANDER,
                () -> {
                    var id = incidents.byReference(new Reference(reference)).id();
                    return evidence.of(id).getFirst();
                });
    }
}
