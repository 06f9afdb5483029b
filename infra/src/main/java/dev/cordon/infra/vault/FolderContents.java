package dev.cordon.infra.vault;

import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.infra.folder.OwnerOnly;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Below one folder, on this machine or on a share: {@code INCIDENT/aa/bb/DIGEST/ID}, with two
 * levels in between so that no folder holds more names than people and tools can list.
 *
 * <p>Files are read-only from the first moment. Locking takes the right to write from the content's
 * folder too, so that nobody removes or replaces the file by mistake. It does not stop who may
 * change those rights: the user that Cordon runs as, and root. For that the storage has to lock.
 */
final class FolderContents implements Contents {

    private static final Logger LOG = LoggerFactory.getLogger(FolderContents.class);

    /** Incident, two levels, digest and the file itself. */
    private static final int DEPTH = 5;

    private static final SecureRandom CHANCE = new SecureRandom();

    private final Path content;
    private final Path incoming;

    /** Sweeps what a killed program left half-written; what another one writes now stays. */
    FolderContents(Path folder) throws IOException {
        this.content = OwnerOnly.folder(folder.resolve("content"));
        this.incoming = OwnerOnly.folder(folder.resolve("incoming"));
        Incoming.sweep(incoming);
    }

    @Override
    public Piece begin(IncidentId incident) throws IOException {
        return new FolderPiece(incident, Incoming.in(incoming));
    }

    private final class FolderPiece implements Piece {

        private final IncidentId incident;
        private final Incoming file;

        FolderPiece(IncidentId incident, Incoming file) {
            this.incident = incident;
            this.file = file;
        }

        @Override
        public int write(ByteBuffer bytes) throws IOException {
            return file.write(bytes);
        }

        @Override
        public String keep(Sha256 name) throws IOException {
            file.finish();
            var hex = name.hex();
            var place =
                    "%s/%s/%s/%s/%s"
                            .formatted(
                                    incident,
                                    hex.substring(0, 2),
                                    hex.substring(2, 4),
                                    hex,
                                    fresh());
            unlock(content.resolve(place));
            file.moveTo(content.resolve(place));
            return place;
        }

        @Override
        public boolean isOpen() {
            return file.isOpen();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }

    @Override
    public Optional<InputStream> open(String place) throws IOException {
        try {
            return Optional.of(Files.newInputStream(file(place)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public void lock(String place, Instant until) throws IOException {
        OwnerOnly.makeReadOnly(file(place));
        OwnerOnly.lockFolder(parent(file(place)));
    }

    /** A folder cannot tell its owner's deletes apart; Cordon deletes nothing that is held. */
    @Override
    public void hold(String place, boolean held) {}

    @Override
    public boolean isBound(String place) throws IOException {
        return OwnerOnly.isLocked(parent(file(place)));
    }

    @Override
    public boolean delete(String place) throws IOException {
        var file = file(place);
        unlock(file);
        if (Files.deleteIfExists(file)) {
            OwnerOnly.syncFolder(parent(file));
            removeIfEmpty(parent(file));
        }
        return true;
    }

    private static void removeIfEmpty(Path folder) throws IOException {
        try {
            Files.delete(folder);
        } catch (DirectoryNotEmptyException | FileAlreadyExistsException another) {
            // Equal content was collected anew and lies here too.
        }
    }

    private static void unlock(Path file) throws IOException {
        if (Files.exists(parent(file))) {
            OwnerOnly.unlockFolder(parent(file));
        }
    }

    @Override
    public int sweep(Instant before, Keep keep) throws IOException {
        int swept = 0;
        for (var file : files()) {
            var place = content.relativize(file).toString().replace('\\', '/');
            if (Files.getLastModifiedTime(file).toInstant().isBefore(before)
                    && !keep.isNeeded(place)) {
                delete(place);
                LOG.warn("removed bytes that nobody needs file={}", file);
                swept++;
            }
        }
        return swept;
    }

    private List<Path> files() throws IOException {
        try (var found = Files.walk(content, DEPTH)) {
            return found.filter(file -> content.relativize(file).getNameCount() == DEPTH)
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }

    @Override
    public String said(String place) {
        return file(place).toString();
    }

    private Path file(String place) {
        return file(content, place);
    }

    /** Where it lies below a folder, also if it was fetched there from another storage. */
    static Path file(Path content, String place) {
        int version = place.indexOf(' ');
        return content.resolve(version < 0 ? place : place.substring(0, version));
    }

    /** A name that nobody else has. */
    static String fresh() {
        var name = new byte[16];
        CHANCE.nextBytes(name);
        return HexFormat.of().formatHex(name);
    }

    private static Path parent(Path file) {
        return file.resolveSibling(".").normalize();
    }
}
