package dev.cordon.infra.bootstrap.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.cordon.infra.bootstrap.CordonServer;
import dev.cordon.infra.database.TestDatabase;
import dev.cordon.infra.detection.MadeCountryFile;
import dev.cordon.infra.keycloak.KeycloakServer;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * One real attack, from log line to approved notice, in a real browser: logins through a real
 * Keycloak, records in a real PostgreSQL, mail through a real SMTP server. Its pictures are kept in
 * {@code target/screenshots}.
 */
@SpringBootTest(
        classes = CordonServer.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"cordon.stores.loopback=true", "vaadin.productionMode=true"})
@ActiveProfiles("run")
@ExtendWith(KeycloakServer.class)
@ContextConfiguration(initializers = TestDatabase.class)
@Import(AttackedStore.class)
class CredentialStuffingBrowserIT {

    private static final GreenMail MAIL = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));

    @TempDir private static Path folder;

    @Autowired private AttackedStore store;
    @Autowired private InstantSource clock;
    @LocalServerPort private int port;

    @DynamicPropertySource
    static void realParts(DynamicPropertyRegistry settings) {
        MAIL.start();
        settings.add("cordon.oidc.issuer", () -> KeycloakServer.issuer().toString());
        settings.add("cordon.oidc.client-secret", () -> KeycloakServer.CLIENT_SECRET);
        settings.add("cordon.oidc.directory-secret", () -> KeycloakServer.DIRECTORY_SECRET);
        settings.add("cordon.geoip.database", CredentialStuffingBrowserIT::countries);
        settings.add("cordon.smtp.host", () -> "127.0.0.1");
        settings.add("cordon.smtp.port", () -> MAIL.getSmtp().getPort());
        settings.add("cordon.smtp.security", () -> "NONE");
        settings.add("cordon.smtp.from", () -> "notices@fjordshop.example");
    }

    private static String countries() {
        return MadeCountryFile.ofBoth()
                .with("198.51.100.0/25", "VN")
                .with("198.51.100.128/25", "BR")
                .with("203.0.113.0/24", "VN")
                .with("192.0.2.0/24", "BR")
                .writeTo(folder.resolve("countries.mmdb"))
                .toString();
    }

    @AfterAll
    static void stopMail() {
        MAIL.stop();
    }

    @Test
    void fromLogLineToApprovedNotice() {
        store.takeIntoCare();
        store.attack(clock.instant());

        try (var chromium = Chromium.start()) {
            var incident = aResponderWorksTheIncident(chromium);
            var notice = thePrivacyOfficerWritesTheNotice(chromium, incident);
            theApproverApprovesIt(chromium, notice);
            theAuditorSeesEveryStepAndChangesNothing(chromium, incident);
        }
    }

    private String aResponderWorksTheIncident(Chromium chromium) {
        var rita = login(chromium, "rita");
        go(rita, "/alerts");
        rita.getByText("Credential stuffing from 40 addresses").first().click();
        rita.locator("#alert-take").waitFor();
        rita.keyboard().press("a");
        rita.locator("#alert-undo").waitFor();
        rita.keyboard().press("u");
        rita.locator("#alert-take").waitFor();
        assertThat(rita.locator("#addresses-countries")).containsText("Vietnam");
        Chromium.picture(rita, "1-alert");
        rita.locator("#alert-escalate").click();
        assertThat(rita.locator("#escalate-countries")).containsText("Vietnam");
        assertThat(rita.locator("#escalate-severity")).containsText("High");
        rita.locator("#escalate-confirm").click();
        rita.waitForURL("**/incidents/INC-*/overview");
        var incident = rita.url().replaceFirst("/overview$", "");

        rita.locator("#next-step").click();
        assertThat(rita.locator("#next-step")).not().containsText("answer it");
        Chromium.picture(rita, "2-incident");

        rita.navigate(incident + "/evidence");
        rita.locator(".evidence-preserve").click();
        rita.locator("#preserve-reason textarea").fill("what the attackers did");
        rita.locator("#preserve-confirm").click();
        rita.locator("#evidence-EV-0001").waitFor();
        sheSealsIt(rita);
        Chromium.picture(rita, "3-evidence");
        sheFindsItInTheRegister(rita);

        rita.navigate(incident + "/people");
        rita.locator("#determine").click();
        assertThat(rita.locator("#people-headline")).containsText("2");
        assertThat(rita.locator("#made-up")).isVisible();
        Chromium.picture(rita, "4-people");
        return incident;
    }

    private static void sheSealsIt(Page rita) {
        rita.locator("#evidence-more-EV-0001 vaadin-menu-bar-button").first().click();
        rita.locator("vaadin-menu-bar-item")
                .filter(new Locator.FilterOptions().setHasText("Seal"))
                .click();
        rita.locator("#evidence-step-reason textarea").fill("all of it is taken");
        rita.locator("#evidence-step-confirm").click();
        assertThat(rita.locator("#evidence-EV-0001")).containsText("sealed");
        rita.locator("#evidence-verify-EV-0001").click();
        assertThat(rita.locator("#verdict-text")).containsText("Intact");
        assertThat(rita.locator("#verdict-chain.holds")).isVisible();
        assertThat(rita.locator("#verdict-content.holds")).isVisible();
        assertThat(rita.locator("#verdict-picture .fails")).hasCount(0);
        Chromium.picture(rita, "3-verdict");
        rita.locator("#verdict-close").click();
    }

    private static void sheFindsItInTheRegister(Page rita) {
        rita.locator("a[href=evidence]").first().click();
        assertThat(rita.locator("#register")).containsText("EV-0001");
        assertThat(rita.locator("#register")).containsText("sealed");
        rita.locator("#filter-disposed").click();
        assertThat(rita.locator("#register")).containsText("No evidence matches");
        rita.locator("#filter-kept").click();
        rita.locator("#register-search input").fill("nowhere to be found");
        assertThat(rita.locator("#register")).containsText("No evidence matches");
        rita.locator("#register-search input").fill("EV-0001");
        assertThat(rita.locator("#register")).containsText("EV-0001");
        Chromium.picture(rita, "3-register");
    }

    private String thePrivacyOfficerWritesTheNotice(Chromium chromium, String incident) {
        var dina = login(chromium, "dina");
        dina.navigate(incident + "/duties");
        dina.locator("#declare-awareness").click();
        dina.locator("#aware-reason textarea").fill("the session records name two accounts");
        dina.locator("#aware-confirm").click();
        assertThat(dina.locator("#war-room")).containsText("GDPR");
        Chromium.picture(dina, "5-duties");

        dina.navigate(incident + "/notices");
        dina.locator("#draft-notice").click();
        dina.waitForURL("**/notices/*");
        Chromium.picture(dina, "6-draft");
        dina.locator("#submit").click();
        dina.locator("#decision").waitFor();
        dina.locator("#approve").click();
        assertThat(dina.locator("#approve-outcome")).isVisible();
        Assertions.assertThat(MAIL.getReceivedMessages()).isEmpty();
        Chromium.picture(dina, "7-refused-to-its-author");
        return dina.url();
    }

    private void theApproverApprovesIt(Chromium chromium, String notice) {
        var paul = login(chromium, "paul");
        go(paul, "/approvals");
        paul.locator("[id^=review-INC-]").waitFor();
        Chromium.picture(paul, "8-approvals");
        paul.navigate(notice);
        paul.locator("#approve").click();
        assertThat(paul.locator("#tally-ACCEPTED")).containsText("2");
        Chromium.picture(paul, "9-sent");

        Assertions.assertThat(Arrays.stream(MAIL.getReceivedMessages()).map(Mails::subject))
                .hasSize(2)
                .anyMatch(subject -> subject.startsWith("Somebody logged in"))
                .anyMatch(subject -> subject.startsWith("Fremde haben sich"));
    }

    private void theAuditorSeesEveryStepAndChangesNothing(Chromium chromium, String incident) {
        var amira = login(chromium, "amira");
        go(amira, "/audit");
        for (var step : new String[] {"Escalate alert", "Declare awareness", "Approve campaign"}) {
            amira.getByText(step).first().waitFor();
        }
        Chromium.picture(amira, "10-audit");
        for (var tab : new String[] {"overview", "evidence", "people", "notices", "duties"}) {
            amira.navigate(incident + "/" + tab);
            amira.locator("#war-room").waitFor();
            assertThat(amira.locator(CHANGES)).hasCount(0);
        }
    }

    /** Every control of the incident's pages that changes something. */
    private static final String CHANGES =
            "#move, #take-command, .evidence-preserve, #evidence-upload, #determine,"
                    + " #declare-awareness, #draft-notice, #entry-save, #approve, #submit";

    private Page login(Chromium chromium, String who) {
        var page = chromium.window();
        go(page, "/");
        page.locator("#username").fill(who);
        page.locator("#password").fill(KeycloakServer.PASSWORD_PREFIX + who);
        page.locator("#kc-login").click();
        page.locator("#rail").waitFor();
        return page;
    }

    private void go(Page page, String path) {
        page.navigate("http://127.0.0.1:" + port + path);
    }
}
