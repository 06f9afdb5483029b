package dev.cordon.infra.bootstrap.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import dev.cordon.application.detection.AddLogSource;
import dev.cordon.application.detection.LogSpool;
import dev.cordon.domain.detection.log.LogFormat;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.kernel.Mode;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.people.Role;
import dev.cordon.infra.bootstrap.CordonServer;
import dev.cordon.infra.database.TestDatabase;
import dev.cordon.infra.keycloak.KeycloakServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
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
 * time that was not seen, and what people say about the log and its lines. Then another log from
 * being added to its old files. Pictures in {@code target/screenshots}.
 */
@SpringBootTest(
        classes = CordonServer.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "cordon.stores.loopback=true",
            "cordon.sensors.every=1s",
            "cordon.address=https://cordon.example",
            "vaadin.productionMode=true"
        })
@ActiveProfiles("run")
@ExtendWith(KeycloakServer.class)
@ContextConfiguration(initializers = TestDatabase.class)
@Import(AttackedStore.class)
class SensorsBrowserIT {

    private static final String NEW_LOG = "fjordshop-example-errors";
    private static final String ERRORS =
            "2026/11/23 08:00:00 [error] 7#7: *1 open() \"/x\" failed (2: No such file or directory), client: 192.0.2.7, server: shop, request: \"GET /x HTTP/1.1\"\n"
                    .repeat(40);
    private static final String UNREADABLE = "<134> this is another format\n".repeat(60);

    @Autowired private AttackedStore store;
    @Autowired private AddLogSource addLogSource;
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
    void aLogThatBecomesUnreadableIsSeenEverywhereAndAnotherIsAdded() throws IOException {
        var shop = store.takeIntoCare();
        store.attack(clock.instant());
        try (var chromium = Chromium.start()) {
            var rita = login(chromium, "rita");
            escalate(rita);
            spool.append(
                    new SourceId("fjordshop-access"),
                    null,
                    new ByteArrayInputStream(UNREADABLE.getBytes(StandardCharsets.UTF_8)));

            theTimelineSaysWhatWasNotSeen(rita);
            var adam = login(chromium, "adam");
            anAdministratorSaysWhatIsExpected(adam);
            aResponderHoldsTheLines(rita);
            theAuditorReadsAndChangesNothing(login(chromium, "amira"));
            anAdministratorAddsALogAndItsSender(adam);
            andHandsItsOldFilesIn(adam);
            inGermanToo(login(chromium.window("de"), "adam"));
            addLogOfPayments(shop);
            anAdministratorLetsAPaymentProviderIn(adam);
        }
    }

    private void addLogOfPayments(StoreId of) {
        var unused =
                Staff.as(
                        "adam",
                        Role.ADMINISTRATOR,
                        () ->
                                addLogSource.add(
                                        new AddLogSource.Command(
                                                new SourceId("fjordshop-payments"),
                                                of,
                                                "Payments",
                                                LogFormat.of("events"),
                                                ZoneOffset.UTC,
                                                Mode.LIVE)));
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

    /** Webhooks need a log of events; at one, an administrator lets a provider in. */
    private void anAdministratorLetsAPaymentProviderIn(Page adam) {
        go(adam, "/");
        adam.locator("#doors-fjordshop-access").click();
        assertThat(adam.locator("#payment-webhooks")).containsText("add a log of events");
        assertThat(adam.locator("#payment-add")).hasCount(0);
        adam.locator("#source-doors-cancel").click();
        assertThat(adam.locator("#source-doors")).hasCount(0);

        adam.locator("#doors-fjordshop-payments").click();
        assertThat(adam.locator("#payment-address input"))
                .hasValue(
                        Pattern.compile(
                                "https?://.+/ingest/v1/fjordshop-payments/webhooks/stripe"));
        adam.locator("#payment-secret input").fill("sk_live_this_is_the_wrong_one");
        adam.locator("#payment-add").click();
        assertThat(adam.locator("#payment-webhooks")).containsText("begins with whsec_");
        Chromium.picture(adam, "sensors-7-payment-wrong");
        adam.locator("#payment-secret input").fill("whsec_of_the_fjordshop");
        adam.locator("#payment-add").click();
        assertThat(adam.locator("#payment-webhooks")).containsText("taken since");
        assertThat(adam.locator("#payment-secret input")).hasValue("");
        Chromium.picture(adam, "sensors-8-payment-set");
        adam.locator("#payment-webhooks [id^=remove-]").click();
        adam.locator("#remove-payment-secret-confirm").click();
        assertThat(adam.locator("#payment-webhooks [id^=remove-]")).hasCount(0);
        adam.locator("#source-doors-cancel").click();
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

    private void anAdministratorAddsALogAndItsSender(Page adam) {
        go(adam, "/");
        adam.locator("#add-source").click();
        adam.locator("#source-sample textarea").fill(ERRORS.lines().findFirst().orElseThrow());
        assertThat(adam.locator("#source-recognized")).hasText("Recognized: Error log of nginx.");
        assertThat(adam.locator("#source-id input")).hasValue(NEW_LOG);
        Chromium.picture(adam, "logs-1-add");
        adam.locator("#add-source-dialog-confirm").click();

        assertThat(adam.locator("#source-added")).containsText("Two steps are left");
        adam.locator("#sender-kind").click();
        adam.locator("vaadin-select-item").getByText("Fluent Bit").click();
        assertThat(adam.locator("#sender-told")).containsText("/ingest/v1/" + NEW_LOG + "/events");
        assertThat(adam.locator("#sender-told")).containsText("cordon.example");
        Chromium.picture(adam, "logs-2-senders");
        adam.locator("#source-token-name input").fill("fluent-bit web-1");
        adam.locator("#source-doors-confirm").click();
        assertThat(adam.locator("#secret-text")).containsText("cordon_source_");
        adam.locator("#secret-kept").click();
        adam.locator("#source-doors-cancel").click();
        assertThat(adam.locator("#source-doors")).hasCount(0);
        assertThat(adam.locator("#sensors")).containsText("Error log");
    }

    private void andHandsItsOldFilesIn(Page adam) throws IOException {
        adam.locator("#log-file-" + NEW_LOG).click();
        var told = adam.locator("#log-file-told");
        hand(adam, "error.log.1.gz", gzip(ERRORS));
        assertThat(told).containsText("40 lines: 40 understood, 0 not");
        hand(adam, "error.log.1", ERRORS.getBytes(StandardCharsets.UTF_8));
        assertThat(told).containsText("was taken before");
        hand(adam, "notes.txt", "what is this\n".getBytes(StandardCharsets.UTF_8));
        assertThat(told).containsText("Nothing was taken. Look whether it is a file of this log.");
        Chromium.picture(adam, "logs-3-upload");
        org.assertj.core.api.Assertions.assertThat(spool.kept(new SourceId(NEW_LOG)).to())
                .isEqualTo(ERRORS.length());
    }

    private static void hand(Page page, String name, byte[] content) {
        page.locator("#log-file-upload input[type=file]")
                .setInputFiles(new FilePayload(name, "application/octet-stream", content));
    }

    private static byte[] gzip(String text) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(out)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    private void inGermanToo(Page adam) {
        go(adam, "/");
        adam.locator("#add-source").click();
        adam.locator("#source-sample textarea").fill("what is this");
        assertThat(adam.locator("#source-recognized")).containsText("keinem bekannten Format");
        Chromium.picture(adam, "logs-4-add-de");
        adam.locator("#add-source-dialog-cancel").click();
        assertThat(adam.locator("#add-source-dialog")).hasCount(0);
        adam.locator("#doors-" + NEW_LOG).click();
        assertThat(adam.locator("#source-tokens")).containsText("fluent-bit web-1");
        Chromium.picture(adam, "logs-5-senders-de");
        adam.locator("#source-doors-cancel").click();
        assertThat(adam.locator("#source-doors")).hasCount(0);
        adam.locator("#log-file-" + NEW_LOG).click();
        hand(adam, "error.log.1", ERRORS.getBytes(StandardCharsets.UTF_8));
        assertThat(adam.locator("#log-file-told")).containsText("schon genommen");
        Chromium.picture(adam, "logs-6-upload-de");
    }

    private Page login(Chromium chromium, String who) {
        return login(chromium.window(), who);
    }

    private Page login(Page page, String who) {
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
