package dev.cordon.infra.bootstrap.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import dev.cordon.application.detection.AlertQueries;
import dev.cordon.application.detection.Alerts;
import dev.cordon.application.incident.EscalateAlert;
import dev.cordon.application.incident.IncidentQueries;
import dev.cordon.domain.detection.AlertSeverity;
import dev.cordon.domain.detection.AttackKind;
import dev.cordon.domain.people.Role;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Files become evidence in a real browser. Pictures in {@code target/screenshots}. */
class EvidenceUploadBrowserIT extends DeskInTheBrowser {

    private static final byte[] EXPORT = "card=4111111111111111&cvc=123\n".getBytes(UTF_8);
    private static final byte[] SHELL = "<?php system($_GET['c']);".getBytes(UTF_8);

    @Autowired private AttackedStore stores;
    @Autowired private AlertQueries found;
    @Autowired private EscalateAlert escalate;
    @Autowired private IncidentQueries incidents;

    @Test
    void filesBecomeEvidence() {
        var incident = incident();
        var image = new byte[9_000_000];
        new Random(4).nextBytes(image);
        try (var chromium = Chromium.start()) {
            var rita = login(chromium, "rita");
            go(rita, "/incidents/" + incident + "/evidence");
            try {
                blotsOut(rita);
                goesOn(rita, image);
                warns(rita);
            } catch (Throwable failed) {
                Chromium.picture(rita, "evidence-upload-failed");
                throw failed;
            }
        }
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

    /** Half of it arrives, the page is loaded anew, and the same file goes on. */
    private void goesOn(Page rita, byte[] image) {
        rita.route(
                "**/*",
                route -> {
                    var offset = route.request().headers().get("x-cordon-offset");
                    if (offset != null && !offset.equals("0")) {
                        route.abort();
                    } else {
                        route.resume();
                    }
                });
        open(rita);
        choose(rita, "disk.img", image);
        assertThat(rita.locator(".piece-row")).containsText("trying again");
        rita.unroute("**/*");
        rita.reload();

        open(rita);
        var begun =
                rita.waitForRequest(
                        request -> "4194304".equals(request.headers().get("x-cordon-offset")),
                        () -> choose(rita, "disk.img", image));
        begun.response();
        assertThat(rita.locator(".piece-row")).containsText("arrived");
        say(rita, "A disk");
        assertThat(rita.locator("#evidence-EV-0002")).containsText("disk.img");
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

    private String incident() {
        var shop = stores.takeIntoCare();
        raise(shop, "Cards were exported", AttackKind.SCRAPING, AlertSeverity.HIGH);
        return Staff.as(
                "carla",
                Role.INCIDENT_COMMANDER,
                () -> {
                    var alert =
                            found.list(
                                            Alerts.Filter.EVERYTHING,
                                            dev.cordon.application.kernel.Page.Request.first(1))
                                    .items()
                                    .getFirst();
                    var id =
                            escalate.escalate(
                                    new EscalateAlert.Command(
                                            alert.id(), alert.version(), "Cards were exported"));
                    return incidents.incident(id).reference().toString();
                });
    }
}
