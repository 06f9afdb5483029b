package dev.cordon.notify.notification;

import dev.cordon.application.notification.DeliveryResult;
import dev.cordon.application.notification.MessageChannel;
import dev.cordon.domain.notification.Channel;
import dev.cordon.domain.notification.SmsSegments;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.channels.UnresolvedAddressException;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Text messages through a gateway that takes JSON by HTTP: {@code to}, {@code from}, {@code text}
 * and {@code reference}, with an {@code Idempotency-Key} per message.
 */
public final class HttpSmsChannel implements MessageChannel {

    /** A text message in more parts is a letter, and costs like one. */
    static final int MOST_SEGMENTS = 10;

    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

    private final SmsSettings settings;
    private final InstantSource clock;
    private final JsonMapper json = JsonMapper.shared();

    public HttpSmsChannel(SmsSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    /** Nothing is asked yet: HTTP has no greeting. What is wrong shows with the first message. */
    @Override
    public Connection open() {
        var http =
                HttpClient.newBuilder()
                        .connectTimeout(settings.connect())
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(Redirect.NEVER)
                        .build();
        return new Gateway(http);
    }

    private final class Gateway implements Connection {

        private final HttpClient http;

        Gateway(HttpClient http) {
            this.http = http;
        }

        @Override
        public DeliveryResult send(Message message) throws Unavailable {
            if (!E164.matcher(message.to()).matches()) {
                return refused(
                        "not handed over: the number is not in E.164 form, like +4915112345");
            }
            if (SmsSegments.of(message.body()).count() > MOST_SEGMENTS) {
                return refused(
                        "not handed over: the text takes more than %d messages"
                                .formatted(MOST_SEGMENTS));
            }
            return ask(message);
        }

        private DeliveryResult ask(Message message) throws Unavailable {
            var answer = new GatewayAnswer(message.messageId(), settings.server(), clock);
            var asked = http.sendAsync(request(message), answer);
            try {
                asked.get(settings.message().toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                asked.cancel(true);
            } catch (ExecutionException e) {
                if (!answer.hasBegun()) {
                    requireConnected(e.getCause());
                }
            } catch (InterruptedException e) {
                asked.cancel(true);
                Thread.currentThread().interrupt();
            }
            return answer.meaning();
        }

        /** Before a connection stands nothing was sent; afterwards nobody knows. */
        private void requireConnected(@Nullable Throwable failure) throws Unavailable {
            if (failure instanceof ConnectException
                    || failure instanceof HttpConnectTimeoutException
                    || failure instanceof UnresolvedAddressException
                    || failure instanceof SSLHandshakeException
                    || failure instanceof IOException
                            && failure.getCause() instanceof UnresolvedAddressException) {
                throw new Unavailable(
                        "The SMS gateway %s cannot be reached: %s. Nothing was sent. Check cordon.sms.url."
                                .formatted(settings.server(), failure),
                        failure);
            }
        }

        @Override
        public void close() {
            http.shutdownNow();
        }
    }

    private HttpRequest request(Message message) {
        var body =
                json.writeValueAsString(
                        Map.of(
                                "to", message.to(),
                                "from", settings.sender(),
                                "text", message.body(),
                                "reference", message.messageId()));
        return HttpRequest.newBuilder(settings.url())
                .timeout(settings.message())
                .header("Authorization", "Bearer " + settings.token())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", message.messageId())
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private DeliveryResult refused(String why) {
        return new DeliveryResult.Refused(why, settings.server());
    }
}
