package dev.cordon.infra.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cordon.application.evidence.EvidenceVault.Unreadable;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.infra.crypto.RecoveryKey;
import dev.cordon.infra.crypto.SealBroken;
import dev.cordon.infra.folder.OwnerOnly;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Gives all content back with the recovery key, from the vault's folder alone: no database, no
 * master key, no Cordon that runs. Only reads the vault. What it gives back was held against its
 * digest; what was given back before is not read again.
 */
public final class EvidenceRecovery {

    private final Path vault;
    private final Path to;
    private final RecoveryKey key;

    /** What became of one content. */
    public enum Outcome {
        RECOVERED,
        THERE_BEFORE,
        DAMAGED,
        MISSING,
        /** Its key was never wrapped for this recovery key. */
        OF_ANOTHER_KEY
    }

    /** Is told of each content as it goes. */
    public interface Progress {

        /**
         * @param name the incident's id and the content's digest
         * @param why empty if it was given back
         */
        void done(String name, Outcome outcome, String why);
    }

    /**
     * @param vault the folder with {@code content} and {@code keys}
     * @param to made where it is missing; content becomes {@code INCIDENT/DIGEST} there, in clear
     */
    public EvidenceRecovery(Path vault, Path to, RecoveryKey key) {
        this.vault = vault;
        this.to = to;
        this.key = key;
    }

    /** Whether the folder is a vault. */
    public boolean hasKeys() {
        return Files.isDirectory(vault.resolve("keys"))
                && Files.isDirectory(vault.resolve("content"));
    }

    /**
     * @throws IOException if the vault cannot be read or what is given back not be written
     */
    public void run(Progress progress) throws IOException {
        for (var name : FolderKeyShelf.contents(vault.resolve("keys"))) {
            try {
                progress.done(name, recover(name), "");
            } catch (NotGivenBack e) {
                progress.done(name, e.outcome, e.getMessage());
            }
        }
    }

    private Outcome recover(String name) throws IOException, NotGivenBack {
        var content = new Sha256(name.substring(name.indexOf('/') + 1));
        var file = to.resolve(name);
        if (Files.exists(file)) {
            return Outcome.THERE_BEFORE;
        }
        var keyFile = vault.resolve("keys").resolve(name);
        var note = KeyNote.of(text(keyFile));
        if (note.isEmpty()) {
            throw new NotGivenBack(Outcome.DAMAGED, keyFile + " is no key file any more");
        }
        var wrapped = note.get().key();
        if (wrapped == null) {
            throw new NotGivenBack(Outcome.MISSING, "it was destroyed on purpose");
        }
        var recovery = wrapped.recovery();
        if (recovery == null || !key.recipient().id().equals(wrapped.recipient())) {
            throw new NotGivenBack(
                    Outcome.OF_ANOTHER_KEY,
                    recovery == null
                            ? "it was stored before there was a recovery key"
                            : "it opens with the recovery key " + wrapped.recipient());
        }
        var sealed = FolderContents.file(vault.resolve("content"), note.get().place());
        if (!Files.exists(sealed)) {
            throw new NotGivenBack(Outcome.MISSING, sealed + " is not there");
        }
        write(name, content, recovery, sealed, file);
        return Outcome.RECOVERED;
    }

    /** One file that the disk does not give out keeps nothing else back. */
    private static String text(Path keyFile) throws NotGivenBack {
        try {
            return new String(Files.readAllBytes(keyFile), UTF_8);
        } catch (IOException e) {
            throw new NotGivenBack(Outcome.DAMAGED, keyFile + " cannot be read: " + e.getMessage());
        }
    }

    private void write(String name, Sha256 content, String recovery, Path sealed, Path file)
            throws IOException, NotGivenBack {
        var incident = IncidentId.of(name.substring(0, name.indexOf('/')));
        try {
            var fileKey = key.unwrap(recovery, name, SealedContent.boundTo(incident));
            OwnerOnly.write(
                    file,
                    out -> {
                        try (var in =
                                SealedContent.open(
                                        fileKey, Files.newInputStream(sealed), sealed.toString())) {
                            var found = SealedContent.copy(in, Channels.newOutputStream(out));
                            if (!found.equals(content)) {
                                throw new Unreadable(sealed.toString(), 0, null);
                            }
                        }
                    });
        } catch (SealBroken | Unreadable e) {
            throw new NotGivenBack(Outcome.DAMAGED, String.valueOf(e.getMessage()));
        }
    }

    private static final class NotGivenBack extends Exception {

        private final Outcome outcome;

        NotGivenBack(Outcome outcome, String why) {
            super(why);
            this.outcome = outcome;
        }

        @Override
        public String getMessage() {
            return String.valueOf(super.getMessage());
        }
    }
}
