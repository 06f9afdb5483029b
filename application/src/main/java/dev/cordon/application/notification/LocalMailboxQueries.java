package dev.cordon.application.notification;

import dev.cordon.application.kernel.Page;
import dev.cordon.application.stereotype.Queries;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.people.Permission;
import org.jspecify.annotations.Nullable;

/**
 * What customers got, in a demonstration. It holds made-up people alone and knows no stores;
 * elsewhere there is no such mailbox.
 */
@Queries
public class LocalMailboxQueries {

    private final @Nullable LocalMailbox mailbox;

    LocalMailboxQueries(@Nullable LocalMailbox mailbox) {
        this.mailbox = mailbox;
    }

    /** Whether this installation catches its mail. */
    @Requires(Permission.CAMPAIGN_READ)
    public boolean isThere() {
        return mailbox != null;
    }

    @Requires(Permission.CAMPAIGN_READ)
    public Page<LocalMailbox.Mail> list(Page.Request page) {
        return required().list(page);
    }

    @Requires(Permission.CAMPAIGN_READ)
    public LocalMailbox.Mail mail(String id) {
        return required().find(id).orElseThrow(() -> new NotFound("mail " + id));
    }

    @Requires(Permission.CAMPAIGN_READ)
    public int count() {
        return mailbox == null ? 0 : mailbox.count();
    }

    private LocalMailbox required() {
        if (mailbox == null) {
            throw new NotFound("a local mailbox");
        }
        return mailbox;
    }
}
