package dev.cordon.infra.vault;

import dev.cordon.infra.crypto.ContentKeys;
import dev.cordon.infra.crypto.RecoveryRecipient;
import dev.cordon.infra.crypto.SealBroken;
import dev.cordon.infra.crypto.WrappedKey;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wraps the keys of all content by the master key and for the recovery key of now. Each key file
 * changes as a whole and opens before and after, so that it can break off anywhere and begin again;
 * what is done already is passed over. No content is touched.
 */
final class Rewrapping {

    private static final Logger LOG = LoggerFactory.getLogger(Rewrapping.class);

    /** Says for which keys all was done the last time, so that a start need not look. */
    static final String DONE = "wrapped-for";

    private static final String BOUND_TO = "rewrapping";

    private final KeyShelf shelf;
    private final ContentKeys keys;

    /**
     * @param current so many keys are wrapped as now
     * @param broken so many do not open
     */
    record Done(int current, int broken) {}

    Rewrapping(KeyShelf shelf, ContentKeys keys) {
        this.shelf = shelf;
        this.keys = keys;
    }

    /** Goes on where it broke off or a key has changed since; nothing to do is the usual case. */
    void resume() throws IOException {
        var now = keys.wrappingNow(recipient()) + "\n";
        if (!shelf.find(DONE).equals(Optional.of(now)) && run().broken() == 0) {
            LOG.info("wrapped the keys of all evidence anew");
        }
    }

    /** A recovery key may have been made between wrapping this one and putting it there. */
    void look(String name) throws IOException {
        wrap(name, recipient());
    }

    Done run() throws IOException {
        var recipient = recipient();
        int current = 0;
        int broken = 0;
        for (var name : shelf.contents()) {
            try {
                current += wrap(name, recipient) ? 1 : 0;
            } catch (SealBroken e) {
                broken++;
                LOG.error("a key of evidence does not open and stays as it is key={}", name, e);
            }
        }
        if (broken == 0) {
            remember(keys.wrappingNow(recipient) + "\n");
        }
        return new Done(current, broken);
    }

    /** Whether there is a key; one that somebody else changed meanwhile is looked at again. */
    private boolean wrap(String name, @Nullable RecoveryRecipient recipient) throws IOException {
        while (true) {
            var text = shelf.find(name);
            if (text.isEmpty()) {
                if (shelf.isHidden(name)) {
                    throw keys.broken("The deleted key file of " + name);
                }
                return false;
            }
            var note =
                    KeyNote.of(text.get())
                            .orElseThrow(() -> keys.broken("The key file of " + name));
            var wrapped = note.key();
            if (wrapped == null) {
                return false;
            }
            if (keys.isCurrent(wrapped, recipient)
                    || shelf.replace(name, text.get(), anew(name, note, wrapped, recipient))) {
                return true;
            }
        }
    }

    private String anew(
            String name, KeyNote note, WrappedKey wrapped, @Nullable RecoveryRecipient recipient)
            throws SealBroken {
        var key = keys.unwrap(wrapped, name, BOUND_TO);
        return note.with(keys.wrap(key, name, recipient)).text();
    }

    private void remember(String now) throws IOException {
        var before = shelf.find(DONE);
        boolean kept =
                before.isEmpty() ? shelf.add(DONE, now) : shelf.replace(DONE, before.get(), now);
        if (!kept) {
            LOG.debug("another instance has wrapped the keys of evidence too");
        }
    }

    private @Nullable RecoveryRecipient recipient() throws IOException {
        return new RecoveryNote(shelf, keys).recipient();
    }
}
