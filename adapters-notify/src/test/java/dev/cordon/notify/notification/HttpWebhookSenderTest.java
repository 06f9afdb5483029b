package dev.cordon.notify.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.cordon.domain.kernel.Mode;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.notification.WebhookDelivery.Attempt;
import dev.cordon.domain.notification.WebhookMessage;
import dev.cordon.domain.notification.WebhookType;
import dev.cordon.domain.notification.WebhookUrl;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpWebhookSenderTest {

    private static final String SECRET = secret((byte) 7);
    private static final String OLD = secret((byte) 9);
    private static final StoreId STORE = new StoreId(new UUID(0, 5));

    private final Queue<Received> received = new ConcurrentLinkedQueue<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private HttpServer receiver;
    private HttpWebhookSender sender;

    private record Received(String path, Map<String, List<String>> headers, String body) {}

    private interface Answering {
        void to(HttpExchange exchange) throws Exception;
    }

    @BeforeEach
    void start() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        receiver.start();
        sender = new HttpWebhookSender(settings(true));
    }

    @AfterEach
    void stop() throws IOException {
        ended.countDown();
        sender.close();
        receiver.stop(0);
    }

    @Test
    void aReceiverWithTheLibraryTakesTheMessageWithEitherSecret() throws Exception {
        answering("/in", exchange -> exchange.sendResponseHeaders(204, -1));

        var attempt = send("/in", List.of(SECRET, OLD));

        assertThat(attempt.taken()).isTrue();
        assertThat(attempt.status()).isEqualTo(204);
        var message = received.remove();
        new Webhook(SECRET).verify(message.body(), headers(message));
        new Webhook(OLD).verify(message.body(), headers(message));
        assertThatThrownBy(
                        () ->
                                new Webhook(secret((byte) 1))
                                        .verify(message.body(), headers(message)))
                .isInstanceOf(WebhookVerificationException.class);
        assertThatThrownBy(() -> new Webhook(SECRET).verify(message.body() + " ", headers(message)))
                .isInstanceOf(WebhookVerificationException.class);
        assertThat(message.body())
                .isEqualTo(
                        ("{\"type\":\"alert.raised\",\"timestamp\":\"2026-11-23T12:00:00Z\","
                                        + "\"data\":{\"id\":\"%s\",\"reference\":\"crowd/1\","
                                        + "\"url\":\"https://cordon.example/api/v1/alerts/%s\","
                                        + "\"store\":\"%s\",\"mode\":\"live\",\"production\":true}}")
                                .formatted(new UUID(0, 3), new UUID(0, 3), STORE));
    }

    @Test
    void theSameMessageHasTheSameIdAndTheSameWordsEachTime() {
        answering("/in", exchange -> exchange.sendResponseHeaders(200, -1));

        send("/in", List.of(SECRET));
        send("/in", List.of(SECRET));

        assertThat(received).extracting(Received::body).containsOnly(received.peek().body());
        assertThat(received)
                .extracting(message -> message.headers().get("Webhook-id"))
                .containsOnly(List.of(new UUID(0, 2).toString()));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 410, 429, 500, 503})
    void anyOtherAnswerIsAFailureWithItsBeginning(int status) {
        answering("/in", exchange -> answer(exchange, status, "no, \n thanks".repeat(500)));

        var attempt = send("/in", List.of(SECRET));

        assertThat(attempt.taken()).isFalse();
        assertThat(attempt.status()).isEqualTo(status);
        assertThat(attempt.excerpt())
                .startsWith("no,   thanks")
                .hasSizeLessThanOrEqualTo(HttpWebhookSender.LONGEST_EXCERPT);
    }

    @ParameterizedTest
    @CsvSource({
        "429, 17, PT17S",
        "503, 17, PT17S",
        "503, 'Mon, 23 Nov 2026 12:05:00 GMT', PT5M",
        "429, 99999999999, PT1H",
        "429, 'Mon, 23 Nov 2099 12:05:00 GMT', PT1H"
    })
    void aBusyReceiverIsLeftAloneForAsLongAsItAsksAndForAnHourAtMost(
            int status, String wish, Duration left) {
        answering("/in", exchange -> busy(exchange, status, wish));
        var noon = Instant.parse("2026-11-23T12:00:00Z");

        var attempt = sender.send(new WebhookUrl(url("/in")), message(), List.of(SECRET), noon);

        assertThat(attempt.notBefore()).isEqualTo(attempt.at().plus(left));
    }

    @ParameterizedTest
    @CsvSource({
        "429, 0",
        "429, soon",
        "429, -5",
        "503, 'Mon, 23 Nov 2026 11:00:00 GMT'",
        "500, 17",
        "200, 17"
    })
    void whatIsNoWishOfABusyReceiverIsNotHeeded(int status, String wish) {
        answering("/in", exchange -> busy(exchange, status, wish));
        var noon = Instant.parse("2026-11-23T12:00:00Z");

        var attempt = sender.send(new WebhookUrl(url("/in")), message(), List.of(SECRET), noon);

        assertThat(attempt.status()).isEqualTo(status);
        assertThat(attempt.notBefore()).isNull();
    }

    @Test
    void aRedirectIsNotFollowed() {
        answering(
                "/in",
                exchange -> {
                    exchange.getResponseHeaders().set("Location", "/elsewhere");
                    exchange.sendResponseHeaders(307, -1);
                });
        answering("/elsewhere", exchange -> exchange.sendResponseHeaders(200, -1));

        var attempt = send("/in", List.of(SECRET));

        assertThat(attempt.taken()).isFalse();
        assertThat(attempt.status()).isEqualTo(307);
        assertThat(received).extracting(Received::path).containsExactly("/in");
    }

    @Test
    void aReceiverThatHangsIsLeftAfterAWhile() throws IOException {
        sender.close();
        sender = new HttpWebhookSender(settings(true, Duration.ofSeconds(1)));
        answering("/in", _ -> ended.await());

        var attempt = send("/in", List.of(SECRET));

        assertThat(attempt.taken()).isFalse();
        assertThat(attempt.status()).isNull();
        assertThat(attempt.excerpt()).contains("no answer");
        assertThat(attempt.millis()).isBetween(500, 60_000);
    }

    @Test
    void anAnswerWithoutEndIsReadAtItsBeginningAlone() {
        answering(
                "/in",
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    var out = exchange.getResponseBody();
                    while (true) {
                        out.write("more and ".getBytes(StandardCharsets.UTF_8));
                    }
                });

        var attempt = send("/in", List.of(SECRET));

        assertThat(attempt.taken()).isTrue();
        assertThat(attempt.excerpt()).startsWith("more and");
    }

    @Test
    void thisMachineIsNotCalledUnlessThatIsAllowed() throws IOException {
        answering("/in", exchange -> exchange.sendResponseHeaders(200, -1));
        try (var strict = new HttpWebhookSender(settings(false))) {
            var attempt = send(strict, url("/in"));

            assertThat(attempt.taken()).isFalse();
            assertThat(attempt.excerpt()).contains("private or reserved network");
            assertThat(received).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://10.0.0.1/",
                "https://192.168.1.1/",
                "https://169.254.169.254/latest/meta-data",
                "https://[::1]/",
                "https://[fd00::1]/",
                "https://127.0.0.1/"
            })
    void noPrivateNetworkIsCalled(String url) throws IOException {
        try (var strict = new HttpWebhookSender(settings(false))) {
            assertThat(send(strict, url).excerpt()).contains("private or reserved network");
        }
    }

    /** The client connects to what was judged: it asks once, so a second answer is never heard. */
    @Test
    void aNameThatChangesItsMindGainsNothing() throws IOException {
        var answers = new ArrayDeque<InetAddress>();
        answers.add(InetAddress.getByName("10.1.2.3"));
        answers.add(InetAddress.getLoopbackAddress());
        answering("/in", exchange -> exchange.sendResponseHeaders(200, -1));
        try (var guarded =
                new HttpWebhookSender(settings(true), new GuardedNames(true, changing(answers)))) {
            var attempt =
                    send(
                            guarded,
                            "https://name.example:" + receiver.getAddress().getPort() + "/in");

            assertThat(attempt.excerpt()).contains("private or reserved network");
            assertThat(answers).hasSize(1);
            assertThat(received).isEmpty();
        }
    }

    @Test
    void aNameThatNobodyKnowsIsSaidSo() {
        assertThat(send(sender, "https://no-such-host.invalid/").excerpt())
                .isEqualTo("the name is not known");
    }

    private static DnsResolver changing(Queue<InetAddress> answers) {
        return new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                return new InetAddress[] {answers.remove()};
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
    }

    private Attempt send(String path, List<String> secrets) {
        return sender.send(new WebhookUrl(url(path)), message(), secrets, now());
    }

    private static Attempt send(HttpWebhookSender by, String url) {
        return by.send(new WebhookUrl(url), message(), List.of(SECRET), now());
    }

    /** The library takes no message that was signed long ago. */
    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }

    private static WebhookMessage message() {
        return new WebhookMessage(
                new UUID(0, 2),
                WebhookType.ALERT_RAISED,
                Instant.parse("2026-11-23T12:00:00Z"),
                new UUID(0, 3),
                "crowd/1",
                STORE,
                Mode.LIVE,
                true);
    }

    private static java.net.http.HttpHeaders headers(Received message) {
        return java.net.http.HttpHeaders.of(message.headers(), (_, _) -> true);
    }

    private void answering(String path, Answering answer) {
        receiver.createContext(
                path,
                exchange -> {
                    var body =
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8);
                    received.add(
                            new Received(path, Map.copyOf(exchange.getRequestHeaders()), body));
                    try (exchange) {
                        answer.to(exchange);
                    } catch (Exception e) {
                        throw new IOException(e);
                    }
                });
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static void busy(HttpExchange exchange, int status, String wish) throws IOException {
        exchange.getResponseHeaders().set("Retry-After", wish);
        exchange.sendResponseHeaders(status, -1);
    }

    private String url(String path) {
        return "http://127.0.0.1:" + receiver.getAddress().getPort() + path;
    }

    private static WebhookSettings settings(boolean loopback) {
        return settings(loopback, Duration.ofMinutes(1));
    }

    private static WebhookSettings settings(boolean loopback, Duration patience) {
        return new WebhookSettings(
                URI.create("https://cordon.example/"), loopback, patience, patience);
    }

    private static String secret(byte filling) {
        var bits = new byte[32];
        java.util.Arrays.fill(bits, filling);
        return "whsec_" + Base64.getEncoder().encodeToString(bits);
    }
}
