package dev.cordon.application.evidence;

import java.io.IOException;
import java.util.Optional;

/**
 * The key that opens all evidence when the master key is lost. It exists on paper alone: here is
 * only its public half, which wraps and cannot unwrap.
 */
public interface RecoveryKeys {

    /**
     * A new one.
     *
     * @param printed the private half as people write it down; shown once and kept nowhere
     * @param id which one it is; not secret
     * @param contents so many contents it opens now
     */
    record Created(String printed, String id, int contents) {

        /** Without what nobody else may read. */
        @Override
        public String toString() {
            return "recovery key " + id;
        }
    }

    /** Is told of a new key before it counts; where it throws, nothing has changed. */
    @FunctionalInterface
    interface Before {
        void counts(String id);
    }

    /**
     * The fingerprint of the one that everything is wrapped for; empty if there is none yet.
     *
     * @throws IOException if the vault's keys cannot be reached
     */
    Optional<String> current() throws IOException;

    /**
     * Whether there was none when the vault was asked last, at the start of the program if not
     * since. Asks nothing, so that no page waits for a vault that is away.
     */
    boolean wasMissing();

    /**
     * Makes a recovery key in the place of the earlier one, and wraps the keys of all content for
     * it. Where that breaks off, the next start goes on with it.
     *
     * @throws IOException if not every key could be wrapped: the new recovery key is lost then, and
     *     another one has to be made
     */
    Created create(Before before) throws IOException;
}
