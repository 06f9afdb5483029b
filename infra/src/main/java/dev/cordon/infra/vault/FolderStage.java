package dev.cordon.infra.vault;

import dev.cordon.application.evidence.EvidenceStage;
import dev.cordon.infra.crypto.ContentKeys;
import dev.cordon.infra.crypto.FileKey;
import dev.cordon.infra.folder.OwnerOnly;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Keeps what waits in files beside the vault's, each encrypted under a key that only this run of
 * the program knows and no disk.
 */
final class FolderStage implements EvidenceStage {

    /** Is left to whatever else writes there. */
    private static final long RESERVE = 64L << 20;

    private final Path folder;
    private final ContentKeys keys;

    FolderStage(Path folder, ContentKeys keys) throws IOException {
        this.folder = OwnerOnly.folder(folder);
        this.keys = keys;
        Incoming.sweep(this.folder);
    }

    @Override
    public Staged take(InputStream content, long limit) throws IOException {
        var file = Incoming.in(folder);
        try {
            var key = keys.fresh("evidence that waits");
            var taken = SealedContent.take(content::transferTo, limit, key, file);
            file.flush();
            return new InFile(file, key, taken.size());
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    @Override
    public void requireRoom(long more) throws IOException {
        long needed = more + RESERVE;
        long free = Files.getFileStore(folder).getUsableSpace();
        if (free < needed) {
            throw new NoRoom(needed, free);
        }
    }

    private record InFile(Incoming file, FileKey key, long size) implements Staged {

        @Override
        public InputStream open() throws IOException {
            return SealedContent.open(key, file.open(), "what waits to be taken in");
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
