package dev.cordon.application.notification;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.domain.notification.WebhookDelivery;
import dev.cordon.domain.notification.WebhookDelivery.Attempt;
import dev.cordon.domain.notification.WebhookEndpoint;
import dev.cordon.domain.notification.WebhookEndpointId;
import dev.cordon.domain.notification.WebhookState;
import dev.cordon.domain.people.Permission;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Sends an endpoint what waits for it, the oldest first. What was sent and not yet written down
 * when the program ended is sent again, under the same id.
 *
 * <p>To be run by one job at a time. An endpoint that does not answer holds nothing up: after three
 * failures in a row all that waits for it waits on. One that asks to be left alone is left alone,
 * with whatever comes in meanwhile.
 */
@StreamingUseCase
public class DeliverWebhooks {

    /** After so long with nothing but failure an endpoint is switched off. */
    public static final Duration FAILING_FOR = Duration.ofDays(5);

    /** So long one can look up what was sent. */
    public static final Duration KEPT_FOR = Duration.ofDays(30);

    private static final int MOST_FAILURES = 3;
    private static final int GONE = 410;

    /**
     * @param goOn asked between two messages; false ends the run, to be gone on with
     */
    public record Command(WebhookEndpointId endpoint, BooleanSupplier goOn) {}

    private final WebhookEndpoints endpoints;
    private final WebhookDeliveries deliveries;
    private final WebhookSecrets secrets;
    private final WebhookSender sender;
    private final UnitOfWork work;
    private final Caller caller;
    private final InstantSource clock;

    DeliverWebhooks(
            WebhookEndpoints endpoints,
            WebhookDeliveries deliveries,
            WebhookSecrets secrets,
            WebhookSender sender,
            UnitOfWork work,
            Caller caller,
            InstantSource clock) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.secrets = secrets;
        this.sender = sender;
        this.work = work;
        this.caller = caller;
        this.clock = clock;
    }

    private record Due(WebhookEndpoint endpoint, WebhookDelivery delivery, List<String> secrets) {}

    /**
     * @return when to go on; empty if nothing waits
     */
    @Requires(Permission.WEBHOOK_MANAGE)
    public Optional<Instant> deliver(Command command) {
        int failures = 0;
        while (failures < MOST_FAILURES && command.goOn().getAsBoolean()) {
            var due = work.commit(() -> due(command.endpoint()));
            if (due.isEmpty()) {
                break;
            }
            failures = send(due.get()) ? 0 : failures + 1;
        }
        boolean rests = failures == MOST_FAILURES;
        return work.commit(() -> next(command.endpoint(), rests));
    }

    private Optional<Due> due(WebhookEndpointId id) {
        var now = clock.instant();
        var endpoint = on(id);
        if (endpoint.isEmpty()) {
            deliveries.giveUp(id, now.plus(WebhookDelivery.TRIED_FOR));
            return Optional.empty();
        }
        if (isLeftAlone(id, now)) {
            deliveries.giveUp(id, now.minus(WebhookDelivery.TRIED_FOR));
            return Optional.empty();
        }
        return deliveries
                .due(id, now)
                .map(delivery -> new Due(endpoint.get(), delivery, secrets.of(id, now)));
    }

    private Optional<WebhookEndpoint> on(WebhookEndpointId id) {
        return endpoints.find(id, caller.scope()).filter(WebhookEndpoint::isOn);
    }

    private boolean isLeftAlone(WebhookEndpointId id, Instant now) {
        return deliveries.leftAloneUntil(id).filter(until -> until.isAfter(now)).isPresent();
    }

    private boolean send(Due due) {
        var attempt =
                sender.send(
                        due.endpoint().wish().url(),
                        due.delivery().message(),
                        due.secrets(),
                        clock.instant());
        work.run(() -> keep(due.delivery(), attempt));
        return attempt.taken();
    }

    private void keep(WebhookDelivery delivery, Attempt attempt) {
        var now = clock.instant();
        deliveries.tried(
                attempt.taken() ? delivery.delivered() : delivery.failed(now, attempt.notBefore()),
                attempt);
        if (attempt.taken()) {
            return;
        }
        on(delivery.endpoint())
                .ifPresent(
                        endpoint -> {
                            if (isGone(attempt)) {
                                disable(endpoint, WebhookState.GONE, now);
                            } else if (hasFailedForLong(endpoint, now)) {
                                disable(endpoint, WebhookState.FAILING, now);
                            }
                        });
    }

    private void disable(WebhookEndpoint endpoint, WebhookState why, Instant now) {
        endpoints.save(endpoint.disable(why, caller.actor(), now));
    }

    private static boolean isGone(Attempt attempt) {
        return attempt.status() != null && attempt.status() == GONE;
    }

    private boolean hasFailedForLong(WebhookEndpoint endpoint, Instant now) {
        return deliveries
                .failingSince(endpoint.id(), endpoint.onSince())
                .filter(since -> !since.plus(FAILING_FOR).isAfter(now))
                .isPresent();
    }

    private Optional<Instant> next(WebhookEndpointId id, boolean rests) {
        var now = clock.instant();
        deliveries.forget(id, now.minus(KEPT_FOR));
        if (rests) {
            deliveries.giveUp(id, now.minus(WebhookDelivery.TRIED_FOR));
            rest(id, now);
        }
        var alone = deliveries.leftAloneUntil(id).orElse(now);
        return deliveries.next(id).map(next -> next.isBefore(alone) ? alone : next);
    }

    private void rest(WebhookEndpointId id, Instant now) {
        var since = deliveries.failingSince(id, Instant.EPOCH).orElse(now);
        deliveries.postpone(id, now.plus(restAfter(Duration.between(since, now))));
    }

    /** The longer it fails, the seldomer it is asked: between half a minute and three hours. */
    private static Duration restAfter(Duration failing) {
        var half = failing.dividedBy(2);
        var least = Duration.ofSeconds(30);
        var most = Duration.ofHours(3);
        if (half.compareTo(least) < 0) {
            return least;
        }
        return half.compareTo(most) > 0 ? most : half;
    }
}
