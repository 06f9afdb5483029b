package dev.cordon.application.notification;

import dev.cordon.application.notification.MessageChannel.Message;
import dev.cordon.application.stereotype.Supporting;
import dev.cordon.domain.notification.Campaign;
import dev.cordon.domain.notification.Delivery;
import java.util.Objects;

/** Writes a campaign's message to each recipient. */
@Supporting
class NoticeLetters {

    private final NoticeRenderer renderer;
    private final NoticeValues values;

    NoticeLetters(NoticeRenderer renderer, NoticeValues values) {
        this.renderer = renderer;
        this.values = values;
    }

    Letters of(Campaign campaign) {
        return new Letters(renderer, campaign, values.of(campaign));
    }

    /** The letters of one campaign; what they share was read once. */
    record Letters(NoticeRenderer renderer, Campaign campaign, NoticeValues.Shared shared) {

        Message to(Delivery claimed) {
            var recipient = claimed.recipient();
            var written =
                    Objects.requireNonNull(
                            campaign.texts().get(recipient.language()),
                            "cleared: there is a text in every recipient's language");
            var text = renderer.render(written, shared.forRecipient(recipient));
            var store = shared.store();
            return new Message(
                    claimed.messageId(),
                    recipient.address(),
                    recipient.name(),
                    store.name(),
                    store.contact().value(),
                    text.subject(),
                    text.body(),
                    recipient.language());
        }

        /** Where the ids of these letters belong: a domain of the sender. */
        String domain() {
            var contact = shared.store().contact().value();
            return contact.substring(contact.lastIndexOf('@') + 1);
        }
    }
}
