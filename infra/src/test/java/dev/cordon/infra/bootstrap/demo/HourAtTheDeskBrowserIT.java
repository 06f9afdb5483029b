package dev.cordon.infra.bootstrap.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.cordon.application.detection.AlertQueries;
import dev.cordon.application.detection.Alerts;
import dev.cordon.application.detection.ReportAlert;
import dev.cordon.domain.detection.AlertNote;
import dev.cordon.domain.detection.AlertSeverity;
import dev.cordon.domain.detection.AttackKind;
import dev.cordon.domain.detection.log.Address;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.people.Role;
import dev.cordon.infra.bootstrap.CordonServer;
import dev.cordon.infra.database.TestDatabase;
import dev.cordon.infra.keycloak.KeycloakServer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
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
 * An hour at the desk, in a real browser and in less time: alerts come in all the while, and a
 * person decides about them without the page being loaded again.
 */
@SpringBootTest(
        classes = CordonServer.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"cordon.stores.loopback=true", "vaadin.productionMode=true"})
@ActiveProfiles("run")
@ExtendWith(KeycloakServer.class)
@ContextConfiguration(initializers = TestDatabase.class)
@Import(AttackedStore.class)
class HourAtTheDeskBrowserIT {

    private static final int MINUTES = 60;

    /** So long a minute lasts here; the person has more to do than to wait. */
    private static final Duration MINUTE = Duration.ofMillis(400);

    @Autowired private AttackedStore store;
    @Autowired private ReportAlert report;
    @Autowired private AlertQueries alerts;
    @Autowired private InstantSource clock;
    @LocalServerPort private int port;

    @DynamicPropertySource
    static void realParts(DynamicPropertyRegistry settings) {
        settings.add("cordon.oidc.issuer", () -> KeycloakServer.issuer().toString());
        settings.add("cordon.oidc.client-secret", () -> KeycloakServer.CLIENT_SECRET);
        settings.add("cordon.oidc.directory-secret", () -> KeycloakServer.DIRECTORY_SECRET);
        settings.add("cordon.smtp.host", () -> "127.0.0.1");
        settings.add("cordon.smtp.port", () -> 1);
        settings.add("cordon.smtp.security", () -> "NONE");
        settings.add("cordon.smtp.from", () -> "notices@fjordshop.example");
    }

    @Test
    void anHourAtTheDesk() throws InterruptedException {
        var id = store.takeIntoCare();
        for (var minute = 0; minute < 6; minute++) {
            raise(id, minute);
        }
        try (var chromium = Chromium.start()) {
            var rita = login(chromium);
            rita.locator("#nav-alerts").click();
            rita.evaluate("window.sameDocument = true");
            var sender = Thread.ofVirtual().start(() -> theHourPasses(id));

            try {
                whatIsDoneInAnHour(rita, id);
            } catch (Throwable failed) {
                Chromium.picture(rita, "desk-0-failed");
                throw failed;
            }

            sender.join();
            Assertions.assertThat(rita.evaluate("window.sameDocument === true")).isEqualTo(true);
            Assertions.assertThat(all()).isEqualTo(MINUTES + 1);
        }
    }

    private void whatIsDoneInAnHour(Page rita, StoreId id) {
        row(rita, "Scan of minute 1").waitFor();
        whatComesInIsSeenWithoutAsking(rita, id);
        oneIsTakenDismissedAndTakenBackByKeys(rita);
    }

    private void whatComesInIsSeenWithoutAsking(Page rita, StoreId id) {
        raise(id, "now", "A card was tried", AttackKind.CARD_TESTING, AlertSeverity.HIGH);
        assertThat(row(rita, "A card was tried"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(5_000));
        rita.keyboard().press("j");
        rita.locator("#alert").waitFor();
        Chromium.picture(rita, "desk-1-open");
    }

    private void oneIsTakenDismissedAndTakenBackByKeys(Page rita) {
        open(rita, "A card was tried");
        rita.keyboard().press("a");
        rita.locator("#alert-undo").waitFor();
        rita.keyboard().press("x");
        rita.locator("#dismiss-reason textarea").fill("the bank's own test");
        rita.locator("#dismiss-confirm").click();
        assertThat(rita.locator("#alert")).containsText("the bank's own test");
        rita.keyboard().press("u");
        assertThat(rita.locator("#alert")).not().containsText("the bank's own test");
    }

    private void theHourPasses(StoreId id) {
        for (var minute = 6; minute < MINUTES; minute++) {
            try {
                Thread.sleep(MINUTE);
            } catch (InterruptedException e) {
                return;
            }
            raise(id, minute);
        }
    }

    /** Each third one tries cards, which other than scans is nobody's own. */
    private void raise(StoreId id, int minute) {
        if (minute % 3 == 0) {
            raise(
                    id,
                    "m" + minute,
                    "Card testing of minute " + minute,
                    AttackKind.CARD_TESTING,
                    AlertSeverity.MEDIUM);
        } else {
            raise(
                    id,
                    "m" + minute,
                    "Scan of minute " + minute,
                    AttackKind.SCANNER,
                    AlertSeverity.LOW);
        }
    }

    private void raise(
            StoreId id, String reference, String title, AttackKind kind, AlertSeverity severity) {
        var number = reference.startsWith("m") ? reference.substring(1) : "200";
        Staff.as(
                "adam",
                Role.ADMINISTRATOR,
                () ->
                        report.report(
                                new ReportAlert.Command(
                                        id,
                                        "bank",
                                        reference,
                                        new AlertNote(title, "Seen at the bank.", null),
                                        kind,
                                        severity,
                                        clock.instant().minus(Duration.ofMinutes(5)),
                                        clock.instant(),
                                        List.of(Address.of("203.0.113." + number).orElseThrow()),
                                        List.of(),
                                        List.of("GET /checkout HTTP/1.1"))));
    }

    private int all() {
        return count(Alerts.Filter.EVERYTHING);
    }

    private int count(Alerts.Filter filter) {
        return Staff.as("rita", Role.RESPONDER, () -> alerts.count(filter));
    }

    private static Locator row(Page page, String name) {
        return page.locator("#alerts a")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^" + name + "$")))
                .first();
    }

    /** Whatever came in since: it is found by its name. */
    private static void open(Page page, String name) {
        page.locator("#alerts-search input").fill(name);
        row(page, name).click();
        title(page, name);
    }

    private static void title(Page page, String name) {
        assertThat(page.locator("#alert h2")).hasText(name);
    }

    private Page login(Chromium chromium) {
        var page = chromium.window();
        page.navigate("http://127.0.0.1:" + port + "/");
        page.locator("#username").fill("rita");
        page.locator("#password").fill(KeycloakServer.PASSWORD_PREFIX + "rita");
        page.locator("#kc-login").click();
        page.locator("#rail").waitFor();
        return page;
    }
}
