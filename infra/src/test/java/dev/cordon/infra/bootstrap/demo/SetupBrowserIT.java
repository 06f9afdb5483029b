package dev.cordon.infra.bootstrap.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import dev.cordon.infra.bootstrap.CordonServer;
import dev.cordon.infra.database.TestDatabase;
import dev.cordon.infra.keycloak.KeycloakServer;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * An administrator sets an empty installation up, finds that there is no recovery key, makes one,
 * prints it, and replaces it. Pictures in {@code target/screenshots}.
 */
@SpringBootTest(
        classes = CordonServer.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "vaadin.productionMode=true")
@ActiveProfiles("run")
@ExtendWith(KeycloakServer.class)
@ContextConfiguration(initializers = TestDatabase.class)
class SetupBrowserIT {

    private static final String KEY = "([0-9A-Z]{5}[- ]){12}[0-9A-Z]{5}";

    @TempDir static Path vault;

    @LocalServerPort private int port;

    private final Accessibility accessibility = new Accessibility();

    @DynamicPropertySource
    static void realParts(DynamicPropertyRegistry settings) {
        settings.add("cordon.oidc.issuer", () -> KeycloakServer.issuer().toString());
        settings.add("cordon.oidc.client-secret", () -> KeycloakServer.CLIENT_SECRET);
        settings.add("cordon.oidc.directory-secret", () -> KeycloakServer.DIRECTORY_SECRET);
        settings.add("cordon.vault.folder", () -> vault.toString());
    }

    @Test
    void aRecoveryKeyIsMissedMadePrintedAndReplaced() {
        try (var chromium = Chromium.start()) {
            var adam = login(chromium, "adam");
            assertThat(adam.locator("#recovery-key-wanted")).containsText("no recovery key");
            Chromium.picture(adam, "recovery-key-0-wanted");
            adam.locator("#recovery-key-wanted a").click();
            assertThat(adam.locator("#recovery-key-missing")).isVisible();
            Chromium.picture(adam, "recovery-key-1-missing");

            adam.locator("#make-recovery-key").click();
            var first = make(adam, "recovery-key-2-shown");
            assertThat(adam.locator("#recovery-key-missing")).hasCount(0);
            assertThat(adam.locator("#recovery-key")).containsText("made by Adam");
            var id = adam.locator("#recovery-key-id").textContent();
            Assertions.assertThat(id).matches("([0-9a-f]{4} ){3}[0-9a-f]{4}");
            Chromium.picture(adam, "recovery-key-4-made");
            go(adam, "/settings");
            assertThat(adam.locator("#recovery-key-id")).hasText(id);
            Assertions.assertThat(adam.content()).doesNotContain(first);

            adam.locator("#make-recovery-key").click();
            typing(adam, "ffff ");
            assertThat(adam.locator("#recovery-key-ask-typed")).hasAttribute("invalid", "");
            Chromium.picture(adam, "recovery-key-5-not-typed");
            adam.locator("#recovery-key-ask-typed input").fill(id.substring(0, 4));
            var second = make(adam, "recovery-key-6-replaced");
            Assertions.assertThat(second).isNotEqualTo(first);
            assertThat(adam.locator("#recovery-key-id")).not().hasText(id);
            whoReplacesAnotherThanTheySawIsRefused(adam, chromium);
            go(adam, "/");
            assertThat(adam.locator("#rail")).isVisible();
            assertThat(adam.locator("#recovery-key-wanted:visible")).hasCount(0);
        }
    }

    @Test
    void anEmptyInstallationSaysWhatIsMissingAndGoesOnWhereItWasLeft() {
        try (var chromium = Chromium.start()) {
            var adam = login(chromium, "adam");
            adam.locator("#setup-go").click();
            assertThat(adam.locator("#setup-team")).containsText("done");
            assertThat(adam.locator("#setup-team")).containsText("Adam");
            assertThat(adam.locator("#setup-store")).containsText("open");
            assertThat(adam.locator("#setup-baseline"))
                    .containsText("Take a store into care first");
            adam.locator("#test-mail").click();
            assertThat(adam.locator("#test-mail-outcome")).containsText("Nothing was sent");
            accessibility.look(adam, "setup-1-open");

            adam.locator("#setup-add-store").click();
            adam.locator("#store-name input").fill("Fjordshop");
            adam.locator("#store-url input").fill("https://shop.example");
            adam.locator("#store-contact input").fill("privacy@shop.example");
            adam.locator("#add-store-dialog-confirm").click();
            adam.waitForURL("**/stores/*");
            go(adam, "/");
            adam.locator("#setup-go").click();
            assertThat(adam.locator("#setup-store")).containsText("done");
            assertThat(adam.locator("#setup-connections a")).hasText("Fjordshop");
            accessibility.look(adam, "setup-2-store");

            var rita = login(chromium, "rita");
            assertThat(rita.locator(".situation").first()).isVisible();
            assertThat(rita.locator("#setup-wanted")).hasCount(0);
        }
        accessibility.assertNothingFound();
    }

    @Test
    void whoCannotMakeOneIsNotToldTo() {
        try (var chromium = Chromium.start()) {
            var rita = login(chromium, "rita");

            assertThat(rita.locator("#open-incidents, .situation").first()).isVisible();
            assertThat(rita.locator("#recovery-key-wanted")).hasCount(0);
        }
    }

    /** Who asked before somebody else replaced it meant another one. */
    private void whoReplacesAnotherThanTheySawIsRefused(Page adam, Chromium chromium) {
        var other = login(chromium, "adam");
        go(adam, "/settings");
        go(other, "/settings");
        adam.locator("#make-recovery-key").click();
        adam.locator("#recovery-key-ask-typed input").fill(seen(adam));
        other.locator("#make-recovery-key").click();
        other.locator("#recovery-key-ask-typed input").fill(seen(other));
        make(other, "recovery-key-7-by-another");

        adam.locator("#recovery-key-ask-confirm").click();

        assertThat(adam.locator("#recovery-key-problem")).containsText("Nothing was changed");
        Chromium.picture(adam, "recovery-key-8-another");
    }

    private static String seen(Page page) {
        return page.locator("#recovery-key-id").textContent().substring(0, 4);
    }

    private static void typing(Page adam, String text) {
        adam.locator("#recovery-key-ask-typed input").fill(text);
        adam.locator("#recovery-key-ask-confirm").click();
    }

    private static String make(Page adam, String picture) {
        adam.locator("#recovery-key-ask-confirm").click();
        var shown = adam.locator("#recovery-key-text").textContent();
        Assertions.assertThat(shown).matches(KEY);
        Assertions.assertThat(adam.url()).endsWith("/settings");
        Chromium.picture(adam, picture);
        onPaper(adam, shown);
        adam.locator("#recovery-key-kept").click();
        assertThat(adam.locator("#recovery-key-text")).hasCount(0);
        return shown;
    }

    /** All of it is on the sheet, and nothing else. */
    private static void onPaper(Page adam, String shown) {
        adam.evaluate("window.print = () => {}");
        adam.locator("#recovery-key-print").click();
        var sheet = adam.locator(".print-sheet");
        assertThat(sheet).hasCount(1);
        adam.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(sheet.locator(".printed-key")).hasText(shown);
        assertThat(adam.locator("#rail")).not().isVisible();
        assertThat(adam.locator("#recovery-key-kept")).not().isVisible();
        Assertions.assertThat(sheet.boundingBox().height)
                .isGreaterThan(sheet.locator(".paper").boundingBox().height);
        Chromium.picture(adam, "recovery-key-3-paper");
        adam.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        adam.evaluate("window.dispatchEvent(new Event('afterprint'))");
        assertThat(sheet).hasCount(0);
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
