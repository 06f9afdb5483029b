package dev.cordon.application.notification;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.application.notification.MessageChannel.Unavailable;
import dev.cordon.application.people.PeopleDirectory;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
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
    private final StaffMail mail;
    private final UnitOfWork work;
    private final Caller caller;

    TellWebhookOwner(
            WebhookEndpoints endpoints,
            PeopleDirectory people,
            StaffMail mail,
            UnitOfWork work,
            Caller caller) {
        this.endpoints = endpoints;
        this.people = people;
        this.mail = mail;
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
        var owner = people.find(endpoint.owner().name()).filter(StaffMail::reaches);
        return owner.isPresent() ? send(endpoint, owner.get()) : Outcome.NOBODY_TO_TELL;
    }

    private Outcome send(WebhookEndpoint endpoint, Person owner) throws Unavailable {
        var sent =
                mail.send(
                        "<webhook-%s-%d@cordon>"
                                .formatted(endpoint.id(), endpoint.version().value()),
                        owner,
                        "A webhook was switched off: " + endpoint.wish().url().host(),
                        letter(endpoint, owner));
        return sent ? Outcome.TOLD : Outcome.REFUSED;
    }

    private static String letter(WebhookEndpoint endpoint, Person owner) {
        return """
                Hello %s,

                Cordon sends nothing to this webhook any more:

                %s

                %s

                What happened before the endpoint was switched off is kept for 30 days. When the
                receiver works again, switch the webhook on in Cordon under Settings, Webhooks, and
                send what it missed again from its deliveries.
                """
                .formatted(owner.displayName(), endpoint.wish().url(), why(endpoint));
    }

    private static String why(WebhookEndpoint endpoint) {
        return endpoint.state() == WebhookState.GONE
                ? "The receiver answered 410: it wants no more messages."
                : "For five days no message was taken.";
    }
}
