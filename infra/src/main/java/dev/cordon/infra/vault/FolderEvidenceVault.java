package dev.cordon.infra.vault;

import dev.cordon.application.evidence.EvidenceVault;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.infra.folder.OwnerOnly;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;

/** Keeps evidence below one folder, on this machine or on a share. */
final class FolderEvidenceVault implements EvidenceVault {

    /** Large enough that neither hashing nor the disk waits for calls. */
    private static final int BUFFER = 1 << 18;

    private final Path content;
    private final Path incoming;

    /** Sweeps what a killed program left half-written; what another one writes now stays. */
    FolderEvidenceVault(Path folder) throws IOException {
        this.content = OwnerOnly.folder(folder.resolve("content"));
        this.incoming = OwnerOnly.folder(folder.resolve("incoming"));
        Incoming.sweep(incoming);
    }

    @Override
    public Stored store(IncidentId incident, InputStream stream, long limit) throws IOException {
        try (var file = Incoming.in(incoming)) {
            var digest = Sha256.newDigest();
            long size = take(stream, limit, digest, file);
            var stored = new Stored(Sha256.ofDigest(digest.digest()), size);
            keep(file, incident, stored.content());
            return stored;
        }
    }

    private static long take(InputStream stream, long limit, MessageDigest digest, Incoming file)
            throws IOException {
        var buffer = new byte[BUFFER];
        long size = 0;
        for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
            size += read;
            if (size > limit) {
                throw new TooLarge(limit);
            }
            digest.update(buffer, 0, read);
            file.write(ByteBuffer.wrap(buffer, 0, read));
        }
        return size;
    }

    private void keep(Incoming file, IncidentId incident, Sha256 name) throws IOException {
        var place = place(incident, name);
        file.finish();
        if (!Files.exists(place)) {
            file.moveTo(place);
        } else if (!rehash(incident, name).equals(Optional.of(name))) {
            throw new IOException(
                    "The vault already holds something under the digest "
                            + name
                            + ", and it was changed. Nothing was stored or overwritten. Verify the"
                            + " evidence that uses it.");
        }
    }

    @Override
    public InputStream open(IncidentId incident, Sha256 name) throws IOException {
        return Files.newInputStream(place(incident, name));
    }

    @Override
    public Optional<Sha256> rehash(IncidentId incident, Sha256 name) throws IOException {
        try (var stream = open(incident, name)) {
            var digest = Sha256.newDigest();
            var buffer = new byte[BUFFER];
            for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return Optional.of(Sha256.ofDigest(digest.digest()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Files are read-only from the first moment: only their being there is left to look at. */
    @Override
    public void seal(IncidentId incident, Sha256 name, Instant until) throws IOException {
        open(incident, name).close();
    }

    @Override
    public Destroyed destroy(IncidentId incident, Sha256 name) throws IOException {
        var place = place(incident, name);
        if (!Files.deleteIfExists(place)) {
            return Destroyed.NOTHING_THERE;
        }
        OwnerOnly.syncFolder(place.resolveSibling(".").normalize());
        return Destroyed.KEY_AND_BYTES;
    }

    /** Two levels of folders, so that none holds more names than people and tools can list. */
    private Path place(IncidentId incident, Sha256 name) {
        var hex = name.hex();
        return content.resolve(incident.toString())
                .resolve(hex.substring(0, 2))
                .resolve(hex.substring(2, 4))
                .resolve(hex);
    }
}
