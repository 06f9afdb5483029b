package dev.cordon.infra.vault;

import dev.cordon.application.evidence.RecoveryKeys;
import dev.cordon.infra.crypto.ContentKeys;
import dev.cordon.infra.crypto.RecoveryKey;
import dev.cordon.infra.crypto.RecoveryRecipient;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the public half on the shelf of the vault's keys first; then what is there is wrapped. */
final class VaultRecoveryKeys implements RecoveryKeys {

    private static final Logger LOG = LoggerFactory.getLogger(VaultRecoveryKeys.class);

    private final RecoveryNote note;
    private final Rewrapping rewrapping;
    private volatile boolean missing;

    VaultRecoveryKeys(KeyShelf shelf, ContentKeys keys) {
        this.note = new RecoveryNote(shelf, keys);
        this.rewrapping = new Rewrapping(shelf, keys);
    }

    /** As the program starts. */
    static VaultRecoveryKeys lookedFor(KeyShelf shelf, ContentKeys keys) {
        var found = new VaultRecoveryKeys(shelf, keys);
        try {
            if (found.current().isEmpty()) {
                LOG.warn("there is no recovery key: with the encryption key all evidence is lost");
            }
        } catch (IOException e) {
            LOG.warn("whether there is a recovery key cannot be read", e);
        }
        return found;
    }

    @Override
    public Optional<String> current() throws IOException {
        var found = Optional.ofNullable(note.recipient()).map(RecoveryRecipient::id);
        missing = found.isEmpty();
        return found;
    }

    @Override
    public boolean wasMissing() {
        return missing;
    }

    @Override
    public Created create(Before before) throws IOException {
        var key = RecoveryKey.create();
        before.counts(key.recipient().id());
        note.keep(key.recipient());
        missing = false;
        var done = rewrapping.run();
        if (done.broken() > 0) {
            throw new IOException(
                    "%d keys of evidence do not open and could not be wrapped for the new recovery"
                                    .formatted(done.broken())
                            + " key, which is lost. They are named in the log: put them back from your"
                            + " backup, and make another recovery key.");
        }
        LOG.info("made a recovery key id={} contents={}", key.recipient().id(), done.current());
        return new Created(key.printed(), key.recipient().id(), done.current());
    }
}
