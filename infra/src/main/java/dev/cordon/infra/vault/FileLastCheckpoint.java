package dev.cordon.infra.vault;

import dev.cordon.application.evidence.LastCheckpoint;
import dev.cordon.domain.evidence.ledger.SignedCheckpoint;
import dev.cordon.infra.folder.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A small file: the size in the first line, then the note. */
final class FileLastCheckpoint implements LastCheckpoint {

    private final Path file;

    FileLastCheckpoint(Path file) {
        this.file = file;
    }

    @Override
    public Optional<SignedCheckpoint> read() throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var text = Files.readString(file);
        int end = text.indexOf('\n');
        try {
            return Optional.of(
                    new SignedCheckpoint(
                            Long.parseLong(text, 0, Math.max(end, 0), 10),
                            text.substring(end + 1)));
        } catch (NumberFormatException damaged) {
            throw new IOException(
                    "The last checkpoint in "
                            + file
                            + " is damaged. The ledger itself is in the database and untouched. Put"
                            + " the file back from your backup, or move it away.",
                    damaged);
        }
    }

    @Override
    public void keep(SignedCheckpoint signed) throws IOException {
        OwnerOnly.write(file, signed.size() + "\n" + signed.note());
    }
}
