package dev.cordon.infra.vault;

import dev.cordon.infra.crypto.ContentKeys;
import dev.cordon.infra.crypto.RecoveryRecipient;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The public half of the recovery key, kept beside the keys that are wrapped for it, and vouched
 * for by the master key: who could put another one there would be given everything that comes in.
 */
final class RecoveryNote {

    /** Its name on the shelf. */
    static final String NAME = "recovery-key";

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9+/]{40,}={0,2}\n");

    private final KeyShelf shelf;
    private final ContentKeys keys;

    RecoveryNote(KeyShelf shelf, ContentKeys keys) {
        this.shelf = shelf;
        this.keys = keys;
    }

    /** Whether it has the form of one. */
    static boolean isNote(String text) {
        return FORM.matcher(text).matches();
    }

    /** Null if there is none yet. */
    @Nullable RecoveryRecipient recipient() throws IOException {
        var text = shelf.find(NAME);
        return text.isEmpty() ? null : keys.vouched(text.get().strip());
    }

    void keep(RecoveryRecipient recipient) throws IOException {
        var text = keys.vouch(recipient) + "\n";
        var before = shelf.find(NAME);
        boolean kept =
                before.isEmpty() ? shelf.add(NAME, text) : shelf.replace(NAME, before.get(), text);
        if (!kept) {
            throw new IOException(
                    "Somebody else made a recovery key at the same time. Nothing was changed. Throw"
                            + " this one away; theirs counts.");
        }
    }
}
