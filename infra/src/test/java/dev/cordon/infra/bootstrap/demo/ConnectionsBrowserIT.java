package dev.cordon.infra.bootstrap.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.microsoft.playwright.Page;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.infra.bootstrap.CordonServer;
import dev.cordon.infra.database.TestDatabase;
import dev.cordon.infra.keycloak.KeycloakServer;
import dev.cordon.woocommerce.store.OpenSsh;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** The connections of a store, set up in a real browser. Pictures in {@code target/screenshots}. */
@SpringBootTest(
        classes = CordonServer.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"cordon.stores.loopback=true", "vaadin.productionMode=true"})
@ActiveProfiles("run")
@ExtendWith(KeycloakServer.class)
@ContextConfiguration(initializers = TestDatabase.class)
@Import(AttackedStore.class)
class ConnectionsBrowserIT {

    @Autowired private AttackedStore store;
    @LocalServerPort private int port;
    @TempDir private Path folder;

    private final Accessibility accessibility = new Accessibility();

    @DynamicPropertySource
    static void realParts(DynamicPropertyRegistry settings) {
        settings.add("cordon.oidc.issuer", () -> KeycloakServer.issuer().toString());
        settings.add("cordon.oidc.client-secret", () -> KeycloakServer.CLIENT_SECRET);
        settings.add("cordon.oidc.directory-secret", () -> KeycloakServer.DIRECTORY_SECRET);
    }

    @Test
    void aMerchantConnectsTheHostAndReadsWhatIsPossible() throws Exception {
        assumeThat(OpenSsh.SERVER).as("the system has no OpenSSH server").isExecutable();
        var shop = store.takeIntoCare();
        try (var host = OpenSsh.start(folder);
                var chromium = Chromium.start()) {
            var adam = login(chromium.window(), "adam", shop);
            adam.locator("#check").click();
            assertThat(adam.locator("#doctor-sum")).containsText("of 26 actions are possible");
            assertThat(adam.locator("[data-capability=ROTATE_SALTS]"))
                    .containsText("Would come with: SSH login");
            accessibility.look(adam, "connections-1-doctor");
            below(adam, "connections-1-matrix");

            adam.locator("#connect-SHELL").click();
            accessibility.look(adam, "connections-2-ssh");
            adam.locator("#connect-host input").fill("127.0.0.1");
            adam.locator("#connect-port input").fill(Integer.toString(host.port()));
            adam.locator("#connect-user input").fill(System.getProperty("user.name"));
            adam.locator("#connect-private-key textarea")
                    .fill(Files.readString(host.userKeyFile()));
            adam.locator("#connect-path input").fill(folder.toString());
            adam.locator("#connect-dialog-confirm").click();
            assertThat(adam.locator("#connect-outcome")).containsText("Nothing was stored");
            adam.locator("#connect-fetch").click();
            assertThat(adam.locator("#connect-fingerprint")).containsText("SHA256:");
            adam.locator("#connect-compared input").check();
            accessibility.look(adam, "connections-3-fingerprint");
            adam.locator("#connect-dialog-confirm").click();
            assertThat(adam.locator("#connect-dialog")).hasCount(0);
            assertThat(adam.locator("[data-connection=SHELL]")).containsText("Not checked yet");
            adam.locator("#check").click();
            assertThat(adam.locator("[data-connection=SHELL]")).containsText("works in part");
            assertThat(adam.locator("[data-capability=ROTATE_SALTS]"))
                    .containsText("There is no WordPress in");
            accessibility.look(adam, "connections-4-checked");

            var rita = login(chromium.window("de"), "rita", shop);
            assertThat(rita.locator("[data-capability=ROTATE_SALTS]"))
                    .containsText("liegt kein WordPress");
            assertThat(rita.locator("#connect-SHELL, #remove-SHELL, #edit")).hasCount(0);
            Chromium.picture(rita, "connections-5-german");
            below(rita, "connections-7-german");

            adam.locator("#remove-SHELL").click();
            adam.locator("#remove-connection-confirm").click();
            assertThat(adam.locator("[data-connection=SHELL]")).containsText("not connected");
            adam.locator("#edit").click();
            accessibility.look(adam, "connections-6-edit");
        }
        accessibility.assertNothingFound();
    }

    private static void below(Page page, String name) {
        page.locator("#abilities").evaluate("card => card.scrollIntoView()");
        Chromium.shot(page, name);
        page.setViewportSize(390, 844);
        page.locator("#abilities").evaluate("card => card.scrollIntoView()");
        Chromium.shot(page, name + "-phone");
        page.setViewportSize(1440, 900);
    }

    private Page login(Page page, String who, StoreId shop) {
        page.navigate("http://127.0.0.1:" + port + "/stores/" + shop);
        page.locator("#username").fill(who);
        page.locator("#password").fill(KeycloakServer.PASSWORD_PREFIX + who);
        page.locator("#kc-login").click();
        page.locator("#rail").waitFor();
        return page;
    }
}
