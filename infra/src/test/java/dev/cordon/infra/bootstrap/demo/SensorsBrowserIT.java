package dev.cordon.infra.bootstrap.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;

import com.microsoft.playwright.Page;
import dev.cordon.application.detection.LogSpool;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.infra.bootstrap.CordonServer;
import dev.cordon.infra.database.TestDatabase;
import dev.cordon.infra.keycloak.KeycloakServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A log that becomes unreadable, in a real browser: its alert, the incident's timeline with the
 * time that was not seen, and what people say about the log and its lines. Pictures in {@code
 * target/screenshots}.
 */
@SpringBootTest(
        classes = CordonServer.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "cordon.stores.loopback=true",
            "cordon.sensors.every=1s",
            "vaadin.productionMode=true"
        })
@ActiveProfiles("run")
@ExtendWith(KeycloakServer.class)
@ContextConfiguration(initializers = TestDatabase.class)
@Import(AttackedStore.class)
class SensorsBrowserIT {

    private static final String UNREADABLE = "<134> this is another format\n".repeat(60);

    @Autowired private AttackedStore store;
    @Autowired private LogSpool spool;
    @Autowired private InstantSource clock;
    @LocalServerPort private int port;

    @DynamicPropertySource
    static void realParts(DynamicPropertyRegistry settings) {
        settings.add("cordon.oidc.issuer", () -> KeycloakServer.issuer().toString());
        settings.add("cordon.oidc.client-secret", () -> KeycloakServer.CLIENT_SECRET);
        settings.add("cordon.oidc.directory-secret", () -> KeycloakServer.DIRECTORY_SECRET);
    }

    @Test
    void aLogThatBecomesUnreadableIsSeenEverywhere() throws IOException {
        store.takeIntoCare();
        store.attack(clock.instant());
        setDefaultAssertionTimeout(30_000);
        try (var chromium = Chromium.start()) {
            var rita = login(chromium, "rita");
            escalate(rita);
            spool.append(
                    new SourceId("fjordshop-access"),
                    null,
                    new ByteArrayInputStream(UNREADABLE.getBytes(StandardCharsets.UTF_8)));

            theTimelineSaysWhatWasNotSeen(rita);
            anAdministratorSaysWhatIsExpected(login(chromium, "adam"));
            aResponderHoldsTheLines(rita);
            theAuditorReadsAndChangesNothing(login(chromium, "amira"));
        }
    }

    private void escalate(Page rita) {
        go(rita, "/alerts");
        rita.getByText("Credential stuffing from 40 addresses").first().click();
        rita.locator("#alert-escalate").click();
        rita.locator("#escalate-confirm").click();
        rita.waitForURL("**/incidents/INC-*/overview");
    }

    private void theTimelineSaysWhatWasNotSeen(Page rita) {
        rita.navigate(rita.url().replaceFirst("/overview$", "/timeline"));
        var blind = rita.locator("#timeline .ev.blind");
        assertThat(blind).hasCount(1);
        assertThat(blind).containsText("Log fjordshop-access: not understood");
        Chromium.picture(rita, "sensors-1-timeline");
        go(rita, "/alerts");
        rita.getByText("Access log is not understood").first().click();
        assertThat(rita.locator("body")).containsText("usually it is its format that was changed");
        Chromium.picture(rita, "sensors-2-alert");
    }

    private void anAdministratorSaysWhatIsExpected(Page adam) {
        go(adam, "/");
        assertThat(adam.locator("#sensors .chip.high")).hasText("not understood");
        Chromium.picture(adam, "sensors-3-card");
        adam.locator("#sensor-fjordshop-access").click();
        adam.locator("#sensor-rhythm input").fill("15 min");
        adam.locator("#sensor-rhythm input").press("Enter");
        adam.locator("#sensor-dialog-reason textarea").fill("the shop is busy day and night");
        Chromium.picture(adam, "sensors-4-expect");
        adam.locator("#sensor-dialog-confirm").click();
        assertThat(adam.locator("#sensors")).containsText("expected within 15 min");

        adam.locator("#kept-fjordshop-access").click();
        adam.locator("#keeping-days input").fill("0");
        adam.locator("#keeping-dialog-confirm").click();
        assertThat(adam.locator("#keeping-outcome")).containsText("Nothing was changed");
        adam.locator("#keeping-days input").fill("30");
        Chromium.picture(adam, "sensors-5-kept");
        adam.locator("#keeping-dialog-confirm").click();
        assertThat(adam.locator("#keeping-dialog")).hasCount(0);
    }

    private void aResponderHoldsTheLines(Page rita) {
        go(rita, "/");
        rita.locator("#kept-fjordshop-access").click();
        rita.locator("#hold-log").click();
        assertThat(rita.locator("#holds")).containsText("Say why");
        rita.locator("#hold-reason input").fill("the customers went to court");
        rita.locator("#hold-log").click();
        assertThat(rita.locator("#holds")).containsText("This log: the customers went to court");
        Chromium.picture(rita, "sensors-6-hold");
    }

    private void theAuditorReadsAndChangesNothing(Page amira) {
        go(amira, "/");
        assertThat(amira.locator("#sensor-fjordshop-access")).hasCount(0);
        amira.locator("#kept-fjordshop-access").click();
        assertThat(amira.locator("#holds")).containsText("the customers went to court");
        assertThat(amira.locator("#deletions")).containsText("Nothing was deleted yet");
        assertThat(
                        amira.locator(
                                "#keeping-dialog-confirm, #hold-log, #hold-store, #hold-reason,"
                                        + " [id^=release-]"))
                .hasCount(0);
        assertThat(amira.locator("#keeping-days input")).hasValue("30");
    }

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
