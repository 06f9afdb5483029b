package dev.cordon.infra.bootstrap.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Page;
import com.standardwebhooks.Webhook;
import com.sun.net.httpserver.HttpServer;
import dev.cordon.infra.bootstrap.CordonServer;
import dev.cordon.infra.database.TestDatabase;
import dev.cordon.infra.keycloak.KeycloakServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * An administrator adds a webhook in a real browser, tries it out, and is told by mail when its
 * receiver wants no more; sent by the program's own jobs. Pictures in {@code target/screenshots}.
 */
@SpringBootTest(
        classes = CordonServer.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"cordon.webhooks.loopback=true", "vaadin.productionMode=true"})
@ActiveProfiles("run")
@ExtendWith(KeycloakServer.class)
@ContextConfiguration(initializers = TestDatabase.class)
class WebhooksBrowserIT {

    private static final GreenMail MAIL = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));

    private record Received(HttpHeaders headers, String body) {}

    private final CompletableFuture<Received> first = new CompletableFuture<>();
    private final AtomicInteger status = new AtomicInteger(200);
    @LocalServerPort private int port;

    @DynamicPropertySource
    static void realParts(DynamicPropertyRegistry settings) {
        MAIL.start();
        settings.add("cordon.oidc.issuer", () -> KeycloakServer.issuer().toString());
        settings.add("cordon.oidc.client-secret", () -> KeycloakServer.CLIENT_SECRET);
        settings.add("cordon.oidc.directory-secret", () -> KeycloakServer.DIRECTORY_SECRET);
        settings.add("cordon.smtp.host", () -> "127.0.0.1");
        settings.add("cordon.smtp.port", () -> MAIL.getSmtp().getPort());
        settings.add("cordon.smtp.security", () -> "NONE");
        settings.add("cordon.smtp.from", () -> "notices@fjordshop.example");
    }

    @AfterAll
    static void stopMail() {
        MAIL.stop();
    }

    @Test
    void aWebhookIsAddedTriedOutAndSwitchedOffByItself() throws Exception {
        var receiver =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext(
                "/",
                exchange -> {
                    try (exchange) {
                        var body = exchange.getRequestBody().readAllBytes();
                        first.complete(
                                new Received(
                                        HttpHeaders.of(
                                                Map.copyOf(exchange.getRequestHeaders()),
                                                (_, _) -> true),
                                        new String(body, StandardCharsets.UTF_8)));
                        exchange.sendResponseHeaders(status.get(), -1);
                    }
                });
        receiver.start();
        try (var chromium = Chromium.start()) {
            var adam = login(chromium);
            go(adam, "/settings");
            adam.getByText("No program outside is told anything").waitFor();
            Chromium.picture(adam, "webhooks-1-empty");
            var secret = add(adam, "http://127.0.0.1:" + receiver.getAddress().getPort() + "/in");

            adam.locator(".open-webhook").click();
            adam.locator("#webhook-test").click();
            var message = first.get();
            new Webhook(secret).verify(message.body(), message.headers());
            lookUntil(adam, "taken");
            Chromium.picture(adam, "webhooks-3-taken");

            change(adam);

            status.set(410);
            adam.locator(".replay-webhook").click();
            lookUntil(adam, "it wants no more");
            Chromium.picture(adam, "webhooks-4-gone");
            adam.locator("#webhook-close").click();
            assertThat(adam.locator("#webhooks")).containsText("off: it is gone");
        } finally {
            receiver.stop(0);
        }
        await().until(() -> MAIL.getReceivedMessages().length == 1);
        Assertions.assertThat(Mails.subject(MAIL.getReceivedMessages()[0]))
                .isEqualTo("A webhook was switched off: 127.0.0.1");
    }

    private static String add(Page adam, String url) {
        adam.locator("#add-webhook").click();
        adam.locator("#webhook-url input").fill("http://receiver.example/");
        adam.locator("#webhook-confirm").click();
        assertThat(adam.locator("#webhook-problem")).containsText("https");
        adam.locator("#webhook-url input").fill(url);
        Chromium.picture(adam, "webhooks-2-add");
        adam.locator("#webhook-confirm").click();
        var secret = adam.locator("#webhook-secret-text").textContent();
        Assertions.assertThat(secret).startsWith("whsec_");
        adam.locator("#webhook-secret-kept").click();
        return secret;
    }

    /** It is told of less, at another address; a wrong one is refused and nothing is lost. */
    private static void change(Page adam) {
        var url = adam.locator("#webhook-open p").first().textContent();
        adam.locator("#webhook-change").click();
        assertThat(adam.locator("#webhook-url input")).hasValue(url);
        adam.locator("#webhook-url input").fill("http://receiver.example/");
        adam.locator("#change-webhook-confirm").click();
        assertThat(adam.locator("#webhook-problem")).containsText("Nothing was changed");
        adam.locator("#webhook-url input").fill(url + "/changed");
        adam.locator("#webhook-types vaadin-checkbox:has-text('an alert gets worse') input")
                .uncheck();
        Chromium.picture(adam, "webhooks-5-change");
        adam.locator("#change-webhook-confirm").click();
        assertThat(adam.locator("#webhook-open")).containsText("/in/changed");
        assertThat(adam.locator("#webhooks")).containsText("3 kinds of event");
    }

    private static void lookUntil(Page adam, String words) {
        await().until(
                        () -> {
                            adam.locator("#webhook-again").click();
                            return adam.locator("#webhook-open").textContent().contains(words);
                        });
    }

    private Page login(Chromium chromium) {
        var page = chromium.window();
        go(page, "/");
        page.locator("#username").fill("adam");
        page.locator("#password").fill(KeycloakServer.PASSWORD_PREFIX + "adam");
        page.locator("#kc-login").click();
        page.locator("#rail").waitFor();
        return page;
    }

    private void go(Page page, String path) {
        page.navigate("http://127.0.0.1:" + port + path);
    }
}
