package dev.cordon.ui.evidence;

import dev.cordon.domain.evidence.intake.MailHead;
import dev.cordon.ui.kernel.Moments;
import dev.cordon.ui.kernel.Words;

/**
 * The title that is suggested for a mail. A title is hashed and outlives the content, so it names
 * neither who wrote nor what about.
 */
final class MailTitle {

    private MailTitle() {}

    /** What it is and when it was received, in the viewer's zone; when it was written otherwise. */
    static String suggested(MailHead mail) {
        var words = Words.here();
        var at = mail.received() == null ? mail.date() : mail.received();
        return at == null
                ? words.text("upload.mail")
                : words.text("upload.mail.of", Moments.here().exact(at));
    }
}
