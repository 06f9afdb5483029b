package dev.cordon.application.notification;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.application.notification.MessageChannel.Message;
import dev.cordon.application.notification.MessageChannel.Unavailable;
import dev.cordon.application.people.PeopleDirectory;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.domain.notification.Channel;
import dev.cordon.domain.notification.WebhookEndpoint;
import dev.cordon.domain.notification.WebhookEndpointId;
import dev.cordon.domain.notification.WebhookState;
import dev.cordon.domain.people.Permission;
import dev.cordon.domain.people.Person;

/** Writes to the owner of an endpoint that was switched off by itself. */
@StreamingUseCase
public class TellWebhookOwner {

    /** What came of it. */
    public enum Outcome {
        TOLD,
        /** It is on again, or taken away. */
        NOT_NEEDED,
        /** The owner left, or the directory knows no address. */
        NOBODY_TO_TELL,
        /** The mail server refused it for good. */
        REFUSED
    }

    private final WebhookEndpoints endpoints;
    private final PeopleDirectory people;
    private final Channels channels;
    private final UnitOfWork work;
    private final Caller caller;

    TellWebhookOwner(
            WebhookEndpoints endpoints,
            PeopleDirectory people,
            Channels channels,
            UnitOfWork work,
            Caller caller) {
        this.endpoints = endpoints;
        this.people = people;
        this.channels = channels;
        this.work = work;
        this.caller = caller;
    }

    /**
     * @throws Unavailable if there is no way out now; to be tried again
     */
    @Requires(Permission.WEBHOOK_MANAGE)
    public Outcome tell(WebhookEndpointId id) throws Unavailable {
        var found = work.commit(() -> endpoints.find(id, caller.scope()));
        if (found.isEmpty() || !found.get().wasDisabled()) {
            return Outcome.NOT_NEEDED;
        }
        var endpoint = found.get();
        var owner = people.find(endpoint.owner().name()).filter(TellWebhookOwner::canBeTold);
        return owner.isPresent() ? send(endpoint, owner.get()) : Outcome.NOBODY_TO_TELL;
    }

    private static boolean canBeTold(Person person) {
        return person.active() && !person.email().isBlank();
    }

    private Outcome send(WebhookEndpoint endpoint, Person owner) throws Unavailable {
        try (var connection = channels.open(Channel.EMAIL)) {
            return switch (connection.send(letter(endpoint, owner))) {
                case DeliveryResult.Accepted _, DeliveryResult.Unknown _ -> Outcome.TOLD;
                case DeliveryResult.Refused _ -> Outcome.REFUSED;
                case DeliveryResult.Deferred _ ->
                        throw new Unavailable("The mail server wants to be asked later.");
            };
        }
    }

    private static Message letter(WebhookEndpoint endpoint, Person owner) {
        return new Message(
                "<webhook-%s-%d@cordon>".formatted(endpoint.id(), endpoint.version().value()),
                owner.email(),
                owner.displayName(),
                "Cordon",
                owner.email(),
                "A webhook was switched off: " + endpoint.wish().url().host(),
                """
                Hello %s,

                Cordon sends nothing to this webhook any more:

                %s

                %s

                What happened before the endpoint was switched off is kept for 30 days. When the
                receiver works again, switch the webhook on in Cordon under Settings, Webhooks, and
                send what it missed again from its deliveries.
                """
                        .formatted(owner.displayName(), endpoint.wish().url(), why(endpoint)),
                "en");
    }

    private static String why(WebhookEndpoint endpoint) {
        return endpoint.state() == WebhookState.GONE
                ? "The receiver answered 410: it wants no more messages."
                : "For five days no message was taken.";
    }
}
