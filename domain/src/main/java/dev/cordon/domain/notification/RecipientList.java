package dev.cordon.domain.notification;

import dev.cordon.domain.kernel.Canonical;
import dev.cordon.domain.kernel.Sha256;
import java.util.List;

/** What approval binds to of the frozen list: how many, and the hash over all of them in order. */
public record RecipientList(int count, Sha256 hash) {

    public static RecipientList of(List<Recipient> recipients) {
        var form = Canonical.tagged("cordon/recipients/v1");
        for (var recipient : recipients) {
            form.add(recipient.ordinal())
                    .add(recipient.ref())
                    .add(recipient.address())
                    .add(recipient.name())
                    .add(recipient.language());
        }
        return new RecipientList(recipients.size(), form.sha256());
    }
}
