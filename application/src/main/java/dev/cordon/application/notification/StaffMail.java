package dev.cordon.application.notification;

import dev.cordon.application.notification.MessageChannel.Message;
import dev.cordon.application.notification.MessageChannel.Unavailable;
import dev.cordon.application.stereotype.Supporting;
import dev.cordon.domain.notification.Channel;
import dev.cordon.domain.people.Person;

/** Mail to people of this installation, from the program itself. */
@Supporting
class StaffMail {

    private final Channels channels;

    StaffMail(Channels channels) {
        this.channels = channels;
    }

    static boolean reaches(Person person) {
        return person.active() && !person.email().isBlank();
    }

    /**
     * True if it went out, or may have; false if the mail server refused it for good.
     *
     * @param messageId in the form of RFC 5322 section 3.6.4, the same whenever it is tried again
     * @throws Unavailable if there is no way out now; to be tried again
     */
    boolean send(String messageId, Person to, String subject, String body) throws Unavailable {
        return send(messageId, to, subject, body, "en");
    }

    /**
     * The same in a language.
     *
     * @param language ISO 639-1
     */
    boolean send(String messageId, Person to, String subject, String body, String language)
            throws Unavailable {
        var message =
                new Message(
                        messageId,
                        to.email(),
                        to.displayName(),
                        "Cordon",
                        to.email(),
                        subject,
                        body,
                        language);
        try (var connection = channels.open(Channel.EMAIL)) {
            return switch (connection.send(message)) {
                case DeliveryResult.Accepted _, DeliveryResult.Unknown _ -> true;
                case DeliveryResult.Refused _ -> false;
                case DeliveryResult.Deferred _ ->
                        throw new Unavailable("The mail server wants to be asked later.");
            };
        }
    }
}
