package dev.cordon.infra.bootstrap.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import dev.cordon.application.detection.AlertQueries;
import dev.cordon.application.detection.Alerts;
import dev.cordon.application.evidence.EvidenceQueries;
import dev.cordon.application.incident.EscalateAlert;
import dev.cordon.application.incident.IncidentQueries;
import dev.cordon.domain.detection.AlertSeverity;
import dev.cordon.domain.detection.AttackKind;
import dev.cordon.domain.evidence.EvidenceItem;
import dev.cordon.domain.evidence.EvidenceKind;
import dev.cordon.domain.incident.Reference;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.people.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** Files become evidence in a real browser. Pictures in {@code target/screenshots}. */
class EvidenceUploadBrowserIT extends DeskInTheBrowser {

    private static final byte[] EXPORT = "card=4111111111111111&cvc=123\n".getBytes(UTF_8);
    private static final byte[] SHELL = "<?php system($_GET['c']);".getBytes(UTF_8);

    /** Eight pieces. */
    private static final long ARRIVED = 8L << 22;

    /** Each goes through the test itself, which takes seconds on a busy machine. */
    private static final LocatorAssertions.ContainsTextOptions WHILE_PIECES_ARE_SENT =
            new LocatorAssertions.ContainsTextOptions().setTimeout(240_000);

    @Autowired private AttackedStore stores;
    @Autowired private AlertQueries found;
    @Autowired private EscalateAlert escalate;
    @Autowired private IncidentQueries incidents;
    @Autowired private EvidenceQueries evidence;
    @TempDir Path folder;

    @Test
    void filesBecomeEvidence() throws IOException {
        var incident = incident("Cards were exported");
        var image = new byte[36_000_000];
        new Random(4).nextBytes(image);
        var disk = Files.write(folder.resolve("disk.img"), image);
        try (var chromium = Chromium.start()) {
            var rita = login(chromium, "rita");
            go(rita, "/incidents/" + incident + "/evidence");
            try {
                blotsOut(rita);
                goesOn(rita, disk);
                warns(rita);
                looksAt(rita);
                looksAtBytesOnAPhone(rita);
            } catch (Throwable failed) {
                Chromium.picture(rita, "evidence-upload-failed");
                throw failed;
            }
        }
    }

    @Test
    void whatIsPastedAndWhatIsDroppedBecomesEvidence() throws IOException {
        var incident = incident("A screen was copied");
        try (var chromium = Chromium.start()) {
            var rita = login(chromium, "rita");
            go(rita, "/incidents/" + incident + "/evidence");
            try {
                takesAPastedScreenshot(rita, incident);
                takesADroppedFile(rita, incident);
            } catch (Throwable failed) {
                Chromium.picture(rita, "evidence-upload-failed");
                throw failed;
            }
        }
    }

    /** As after the key that copies the screen: a picture is on the clipboard, and Ctrl+V. */
    private void takesAPastedScreenshot(Page rita, String incident) {
        rita.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        rita.evaluate(
                """
                async () => {
                  const picture = new OffscreenCanvas(300, 200);
                  picture.getContext('2d').fillText('paid twice', 20, 20);
                  const png = await picture.convertToBlob({ type: 'image/png' });
                  await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
                }
                """);
        open(rita);

        rita.keyboard().press("Control+V");

        assertThat(rita.locator(".piece-row")).containsText("arrived");
        assertThat(rita.locator(".piece-row")).containsText("screenshot-");
        say(rita, "What the customer saw");
        assertThat(rita.locator("#evidence-EV-0001")).containsText("screenshot-");
        var item = item(incident, "EV-0001");
        Assertions.assertThat(item.kind()).isEqualTo(EvidenceKind.SCREENSHOT);
        Assertions.assertThat(item.originalName()).matches("screenshot-[0-9TZ-]+\\.png");
        Assertions.assertThat(item.content()).isEqualTo(Sha256.of(onTheClipboard(rita)));
    }

    private static byte[] onTheClipboard(Page rita) {
        var base64 =
                rita.evaluate(
                        """
                        async () => {
                          const [first] = await navigator.clipboard.read();
                          const png = await (await first.getType('image/png')).arrayBuffer();
                          return btoa(String.fromCharCode(...new Uint8Array(png)));
                        }
                        """);
        return Base64.getDecoder().decode((String) base64);
    }

    /** The browser's own dragging, with a file as the desktop hands it over. */
    private void takesADroppedFile(Page rita, String incident) throws IOException {
        var file = folder.resolve("skimmer.bin");
        var content = new byte[100_000];
        new Random(9).nextBytes(content);
        Files.write(file, content);
        open(rita);

        drag(rita, file, "dragEnter");
        drag(rita, file, "dragOver");
        assertThat(rita.locator("#upload-zone.over")).isVisible();
        drag(rita, file, "drop");

        assertThat(rita.locator(".piece-row")).containsText("skimmer.bin");
        assertThat(rita.locator(".piece-row")).containsText("arrived");
        assertThat(rita.locator("#upload-zone.over")).hasCount(0);
        say(rita, "What lay there");
        assertThat(rita.locator("#evidence-EV-0002")).containsText("skimmer.bin");
        Assertions.assertThat(item(incident, "EV-0002").content()).isEqualTo(Sha256.of(content));
    }

    private static void drag(Page rita, Path file, String type) {
        var zone = rita.locator("#upload-zone").boundingBox();
        var files = new JsonArray();
        files.add(file.toString());
        var data = new JsonObject();
        data.add("items", new JsonArray());
        data.add("files", files);
        data.addProperty("dragOperationsMask", 1);
        var event = new JsonObject();
        event.addProperty("type", type);
        event.addProperty("x", zone.x + zone.width / 2);
        event.addProperty("y", zone.y + zone.height / 2);
        event.add("data", data);
        var session = rita.context().newCDPSession(rita);
        session.send("Input.dispatchDragEvent", event);
        session.detach();
    }

    private EvidenceItem item(String incident, String label) {
        return Staff.as(
                "rita",
                Role.RESPONDER,
                () -> {
                    var id = incidents.byReference(new Reference(incident)).id();
                    return evidence.of(id).stream()
                            .filter(item -> item.label().equals(label))
                            .findFirst()
                            .orElseThrow();
                });
    }

    private void blotsOut(Page rita) {
        open(rita);
        choose(rita, "export.csv", EXPORT);
        assertThat(rita.locator(".piece-row")).containsText("arrived");
        Chromium.picture(rita, "evidence-upload");
        rita.locator("#upload-more").click();
        Chromium.picture(rita, "evidence-upload-more");
        say(rita, "An export");
        assertThat(rita.locator("#evidence-EV-0001")).containsText("blotted out");
    }

    /**
     * Most of it arrives, the page is loaded anew, and the same file goes on, once it was checked
     * against what arrived: its row says how far that is.
     */
    private void goesOn(Page rita, Path disk) {
        rita.route(
                "**/*",
                route -> {
                    var offset = route.request().headers().get("x-cordon-offset");
                    if (offset != null && Long.parseLong(offset) >= ARRIVED) {
                        route.abort();
                    } else {
                        route.resume();
                    }
                });
        open(rita);
        rita.locator("#upload-file").setInputFiles(disk);
        assertThat(rita.locator(".piece-row")).containsText("trying again", WHILE_PIECES_ARE_SENT);
        rita.unroute("**/*");
        rita.reload();

        open(rita);
        listens(rita);
        var begun =
                rita.waitForRequest(
                        request -> (ARRIVED + "").equals(request.headers().get("x-cordon-offset")),
                        () -> rita.locator("#upload-file").setInputFiles(disk));
        begun.response();
        assertThat(rita.locator(".piece-row")).containsText("arrived");
        Assertions.assertThat(said(rita, "seen"))
                .startsWith(checking("0 B"), checking("4.2 MB"), checking("8.4 MB"))
                .contains(checking("33.6 MB"));
        Assertions.assertThat(said(rita, "heard"))
                .containsExactly(
                        checking("0 B"),
                        checking("8.4 MB"),
                        checking("16.8 MB"),
                        checking("25.2 MB"),
                        checking("33.6 MB"));
        say(rita, "A disk");
        assertThat(rita.locator("#evidence-EV-0002")).containsText("disk.img");
    }

    private static String checking(String done) {
        return "checking " + done + " of 33.6 MB already sent";
    }

    /** Keeps each text that its row shows to the eye, and each that it says to the ear. */
    private static void listens(Page rita) {
        rita.evaluate(
                """
                () => {
                  window.said = { seen: [], heard: [] };
                  const keep = (kept, element) => {
                    const text = element ? element.textContent : '';
                    if (text && kept.at(-1) !== text) kept.push(text);
                  };
                  new MutationObserver(() => {
                    const row = document.querySelector('.piece-row');
                    if (!row) return;
                    keep(window.said.seen, row.querySelector('[aria-hidden]'));
                    keep(window.said.heard, row.querySelector('[role=status]'));
                  }).observe(document.body, { subtree: true, childList: true, characterData: true });
                }
                """);
    }

    private static List<String> said(Page rita, String how) {
        var said = (List<?>) rita.evaluate("how => window.said[how]", how);
        return said.stream()
                .map(String::valueOf)
                .filter(text -> text.startsWith("checking"))
                .toList();
    }

    private void warns(Page rita) {
        open(rita);
        choose(rita, "shell.php", SHELL);
        assertThat(rita.locator(".piece-row")).containsText("arrived");
        say(rita, "A shell");
        assertThat(rita.locator("#evidence-EV-0003")).containsText("dangerous");
        Chromium.picture(rita, "evidence-dangerous");
        rita.locator("#evidence-view-EV-0003").click();
        assertThat(rita.locator("#view-evidence-dangerous")).containsText("infected");
        Chromium.picture(rita, "evidence-dangerous-download");
        rita.locator("#view-evidence-cancel").click();
    }

    /** Of the shell too: it is characters there, with the keyboard alone. */
    private void looksAt(Page rita) {
        rita.locator("#evidence-look-EV-0003").press("Enter");
        rita.locator("#look-confirm").press("Enter");
        assertThat(rita.locator("#look-reason")).hasAttribute("invalid", "");
        rita.locator("#look-reason textarea").fill("what it does");
        rita.locator("#look-confirm").press("Enter");
        assertThat(rita.locator("#beginning-content")).hasText(new String(SHELL, UTF_8));
        Chromium.picture(rita, "evidence-beginning");
        rita.keyboard().press("Escape");
        assertThat(rita.locator("#beginning-content")).hasCount(0);
        rita.locator("#evidence-custody-EV-0003").click();
        assertThat(rita.locator("#custody .chain")).containsText("what it does");
        rita.locator("#custody-close").click();
    }

    private void looksAtBytesOnAPhone(Page rita) {
        rita.setViewportSize(390, 844);
        rita.locator("#evidence-look-EV-0002").press("Enter");
        rita.locator("#look-reason textarea").fill("which disk it is");
        rita.locator("#look-confirm").press("Enter");
        assertThat(rita.locator("#beginning-content")).containsText("00000000  ");
        Chromium.picture(rita, "evidence-beginning-phone");
        rita.keyboard().press("Escape");
    }

    private static void open(Page rita) {
        rita.locator("#evidence-upload").click();
        rita.locator("#upload-file").waitFor();
    }

    private static void choose(Page rita, String name, byte[] content) {
        rita.locator("#upload-file")
                .setInputFiles(new FilePayload(name, "application/octet-stream", content));
    }

    private static void say(Page rita, String title) {
        rita.locator("#upload-title input").fill(title);
        rita.locator("#upload-source input").fill("web1");
        rita.locator("#upload-purpose input").fill("what was taken");
        rita.locator("#upload-confirm").click();
    }

    private String incident(String title) {
        var shop = stores.takeIntoCare();
        raise(shop, title, AttackKind.SCRAPING, AlertSeverity.HIGH);
        return Staff.as(
                "carla",
                Role.INCIDENT_COMMANDER,
                () -> {
                    var alert =
                            found.list(
                                            Alerts.Filter.OPEN,
                                            dev.cordon.application.kernel.Page.Request.first(1))
                                    .items()
                                    .getFirst();
                    var id =
                            escalate.escalate(
                                    new EscalateAlert.Command(alert.id(), alert.version(), title));
                    return incidents.incident(id).reference().toString();
                });
    }
}
