package dev.cordon.infra.bootstrap.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
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
 * The running program with two stores in care, whose bank reports alerts; one for all its tests.
 */
@SpringBootTest(
        classes = CordonServer.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "cordon.stores.loopback=true",
            "cordon.webhooks.loopback=true",
            "vaadin.productionMode=true"
        })
@ActiveProfiles("run")
@ExtendWith(KeycloakServer.class)
@ContextConfiguration(initializers = TestDatabase.class)
@Import(AttackedStore.class)
abstract class DeskInTheBrowser {

    /** In all of a story's alerts that are not told by their minute. */
    static final String ADDRESS = "203.0.113.200";

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

    final void raise(StoreId store, String title, AttackKind kind, AlertSeverity severity) {
        raise(store, title, kind, severity, ADDRESS);
    }

    final void raise(
            StoreId store, String title, AttackKind kind, AlertSeverity severity, String address) {
        Staff.as(
                "adam",
                Role.ADMINISTRATOR,
                () ->
                        report.report(
                                new ReportAlert.Command(
                                        store,
                                        "bank",
                                        title,
                                        new AlertNote(title, "Seen at the bank.", null),
                                        kind,
                                        severity,
                                        clock.instant().minus(Duration.ofMinutes(5)),
                                        clock.instant(),
                                        List.of(Address.of(address).orElseThrow()),
                                        List.of(),
                                        List.of("GET /checkout HTTP/1.1"))));
    }

    final int count(Alerts.Filter filter) {
        return Staff.as("rita", Role.RESPONDER, () -> alerts.count(filter));
    }

    final Page login(Chromium chromium, String who) {
        return login(chromium.window(), who);
    }

    final Page login(Page page, String who) {
        go(page, "/");
        page.locator("#username").fill(who);
        page.locator("#password").fill(KeycloakServer.PASSWORD_PREFIX + who);
        page.locator("#kc-login").click();
        page.locator("#rail").waitFor();
        return page;
    }

    final void go(Page page, String path) {
        page.navigate("http://127.0.0.1:" + port + path);
    }

    /** What the list shows under that name, no more and no less. */
    static Locator row(Page page, String name) {
        return page.locator("#alerts a:visible")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^" + name + "$")));
    }

    /** Whatever came in since: it is found by its name, once the list is of that name. */
    static void open(Page page, String name) {
        search(page, name);
        row(page, name).and(page.locator("[href*='q=']")).first().click();
        opened(page, name);
    }

    static void search(Page page, String words) {
        page.locator("#alerts-search input").fill(words);
        page.locator("#alerts-search input").press("Enter");
    }

    static void opened(Page page, String name) {
        assertThat(page.locator("#alert h2")).hasText(name);
    }

    static void choose(Page page, String choice, String option) {
        page.locator(choice).click();
        page.locator("vaadin-select-item:visible")
                .filter(new Locator.FilterOptions().setHasText(option))
                .click();
    }

    static void toast(Page page, String text) {
        assertThat(
                        page.locator("vaadin-notification-card")
                                .filter(new Locator.FilterOptions().setHasText(text))
                                .first())
                .isVisible();
    }
}
