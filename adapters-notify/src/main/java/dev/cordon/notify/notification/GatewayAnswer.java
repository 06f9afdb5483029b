package dev.cordon.notify.notification;

import dev.cordon.application.notification.DeliveryResult;
import dev.cordon.application.notification.MessageChannel.Unavailable;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway answered, as far as it came: the status counts even if the rest never arrives.
 */
final class GatewayAnswer implements BodyHandler<Void> {

    /** Enough for a proof, in bytes. */
    static final int LONGEST_PROOF = 2_000;

    /** More is nobody's answer to a text message, in bytes. */
    static final int LONGEST_ANSWER = 1 << 20;

    private final String messageId;
    private final String server;
    private final InstantSource clock;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private volatile @Nullable ResponseInfo info;

    GatewayAnswer(String messageId, String server, InstantSource clock) {
        this.messageId = messageId;
        this.server = server;
        this.clock = clock;
    }

    @Override
    public BodySubscriber<Void> apply(ResponseInfo head) {
        info = head;
        return BodySubscribers.limiting(
                BodySubscribers.ofByteArrayConsumer(part -> part.ifPresent(this::keep)),
                LONGEST_ANSWER);
    }

    private void keep(byte[] part) {
        synchronized (body) {
            body.write(part, 0, Math.min(part.length, LONGEST_PROOF - body.size()));
        }
    }

    boolean hasBegun() {
        return info != null;
    }

    DeliveryResult meaning() throws Unavailable {
        var head = info;
        if (head == null) {
            return unknown("the message was handed over, and no answer came back");
        }
        return switch (head.statusCode()) {
            case 429, 503 -> new DeliveryResult.Deferred(reply(head), server, wish(head.headers()));
            case 401, 403, 404, 405 -> throw misdirected(head);
            case 408, 409, 425 ->
                    unknown("the gateway did not say whether it took it: " + reply(head));
            default -> byClass(head);
        };
    }

    private DeliveryResult byClass(ResponseInfo head) throws Unavailable {
        return switch (head.statusCode() / 100) {
            case 2 -> new DeliveryResult.Accepted(messageId, reply(head), server);
            case 3 -> throw misdirected(head);
            case 4 -> new DeliveryResult.Refused(reply(head), server);
            default ->
                    unknown(
                            "the gateway failed and did not say whether it took it: "
                                    + reply(head));
        };
    }

    /** The same for every recipient: the settings are wrong, not the number. */
    private Unavailable misdirected(ResponseInfo head) {
        return new Unavailable(
                "The SMS gateway %s takes nothing from us: \"%s\". Nothing was sent. Check cordon.sms.url and cordon.sms.token."
                        .formatted(server, reply(head)));
    }

    private DeliveryResult unknown(String why) {
        return new DeliveryResult.Unknown(messageId, why, server);
    }

    private String reply(ResponseInfo head) {
        synchronized (body) {
            var text = PlainText.line(body.toString(StandardCharsets.UTF_8));
            return (head.statusCode() + " " + text).strip();
        }
    }

    private Duration wish(HttpHeaders headers) {
        return RetryAfter.of(headers.firstValue("Retry-After").orElse("0"), clock.instant());
    }
}
