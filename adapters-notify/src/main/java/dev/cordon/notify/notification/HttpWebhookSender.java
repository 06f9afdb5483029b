package dev.cordon.notify.notification;

import dev.cordon.application.notification.WebhookSender;
import dev.cordon.domain.notification.WebhookDelivery;
import dev.cordon.domain.notification.WebhookDelivery.Attempt;
import dev.cordon.domain.notification.WebhookMessage;
import dev.cordon.domain.notification.WebhookUrl;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Webhooks by HTTP as Standard Webhooks 1.0 has them. A connection serves one message; nothing is
 * followed, retried, unpacked or remembered, and of an answer its beginning is read.
 */
public final class HttpWebhookSender implements WebhookSender, AutoCloseable {

    /** Enough to see what went wrong, in characters. */
    static final int LONGEST_EXCERPT = 500;

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVICE_UNAVAILABLE = 503;

    private final WebhookSettings settings;
    private final WebhookBody body;
    private final CloseableHttpClient http;
    private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();

    public HttpWebhookSender(WebhookSettings settings) {
        this(settings, new GuardedNames(settings.loopback()));
    }

    HttpWebhookSender(WebhookSettings settings, GuardedNames names) {
        this.settings = settings;
        this.body = new WebhookBody(settings.base());
        this.http = client(settings, names);
    }

    private static CloseableHttpClient client(WebhookSettings settings, GuardedNames names) {
        var connections =
                PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(names)
                        .setDefaultConnectionConfig(
                                ConnectionConfig.custom()
                                        .setConnectTimeout(Timeout.of(settings.connect()))
                                        .setSocketTimeout(Timeout.of(settings.answer()))
                                        .build())
                        .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setConnectionReuseStrategy((_, _, _) -> false)
                .setDefaultRequestConfig(
                        RequestConfig.custom()
                                .setResponseTimeout(Timeout.of(settings.answer()))
                                .build())
                .setUserAgent("Cordon (+incident response; Standard Webhooks)")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }

    /** What an answer came to. */
    private record Answer(int status, String text, String retryAfter) {}

    @Override
    public Attempt send(WebhookUrl url, WebhookMessage message, List<String> secrets, Instant at) {
        var begun = System.nanoTime();
        var request = request(url, message, secrets, at);
        var call = calls.submit(() -> exchange(request));
        try {
            var answer = call.get(settings.answer().toMillis(), TimeUnit.MILLISECONDS);
            var taken = answer.status() / 100 == 2;
            return new Attempt(
                    at, taken, answer.status(), answer.text(), since(begun), notBefore(answer, at));
        } catch (TimeoutException e) {
            return failed(at, "no answer within " + seconds(settings.answer()), begun);
        } catch (ExecutionException e) {
            return failed(at, why(e.getCause()), begun);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed(at, "the program ended meanwhile", begun);
        } finally {
            request.cancel();
            call.cancel(true);
        }
    }

    private HttpPost request(
            WebhookUrl url, WebhookMessage message, List<String> secrets, Instant at) {
        var text = body.of(message);
        var id = message.id().toString();
        var seconds = at.getEpochSecond();
        var request = new HttpPost(URI.create(url.value()));
        request.setHeader("webhook-id", id);
        request.setHeader("webhook-timestamp", Long.toString(seconds));
        request.setHeader("webhook-signature", WebhookSignature.of(secrets, id, seconds, text));
        request.setEntity(new StringEntity(text, ContentType.APPLICATION_JSON));
        return request;
    }

    /** Closing an answer would read it to its end; cancelling its request closes the connection. */
    private Answer exchange(HttpPost request) throws IOException, URISyntaxException {
        var response = http.executeOpen(HttpHost.create(request.getUri()), request, null);
        try {
            var wish = response.getFirstHeader("Retry-After");
            return new Answer(
                    response.getCode(), excerpt(response), wish == null ? "" : wish.getValue());
        } finally {
            request.cancel();
        }
    }

    /** Of those that are too busy alone: a redirect may carry it too, and is not followed. */
    private static @Nullable Instant notBefore(Answer answer, Instant at) {
        if (answer.status() != TOO_MANY_REQUESTS && answer.status() != SERVICE_UNAVAILABLE) {
            return null;
        }
        var wish = RetryAfter.of(answer.retryAfter(), at);
        var most = WebhookDelivery.LONGEST_WISH;
        return wish.isZero() ? null : at.plus(wish.compareTo(most) > 0 ? most : wish);
    }

    private static String excerpt(ClassicHttpResponse response) throws IOException {
        var entity = response.getEntity();
        if (entity == null) {
            return "";
        }
        var read = entity.getContent().readNBytes(LONGEST_EXCERPT);
        return PlainText.line(new String(read, StandardCharsets.UTF_8));
    }

    private static String why(@Nullable Throwable problem) {
        return switch (problem) {
            case GuardedNames.Forbidden forbidden -> String.valueOf(forbidden.getMessage());
            case UnknownHostException _ -> "the name is not known";
            case SSLException tls -> PlainText.line("TLS failed: " + tls.getMessage());
            case null -> "the call failed";
            default -> PlainText.line("no answer: " + problem.getMessage());
        };
    }

    private static Attempt failed(Instant at, String why, long begun) {
        return new Attempt(
                at, false, null, PlainText.shortened(why, LONGEST_EXCERPT), since(begun), null);
    }

    private static String seconds(Duration time) {
        return time.toMillis() / 1000.0 + " s";
    }

    private static int since(long begun) {
        return (int) Duration.ofNanos(System.nanoTime() - begun).toMillis();
    }

    @Override
    public void close() throws IOException {
        calls.shutdownNow();
        http.close();
    }
}
