package dev.cordon.infra.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cordon.application.evidence.EvidenceStage.Staged;
import dev.cordon.application.evidence.Upload;
import dev.cordon.application.evidence.Uploads;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.infra.crypto.ContentKeys;
import dev.cordon.infra.crypto.FileKey;
import dev.cordon.infra.crypto.SealedInput;
import dev.cordon.infra.crypto.SealedOutput;
import dev.cordon.infra.crypto.WrappedKey;
import dev.cordon.infra.folder.OwnerOnly;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder for each upload, whole from the first moment: its key, wrapped by the master key; what
 * is known of it; and a file for each piece, whole or not there, named by where it begins and how
 * long it is. Everything but the key is encrypted, and each piece bound to its place.
 */
final class FolderUploads implements Uploads {

    private static final Logger LOG = LoggerFactory.getLogger(FolderUploads.class);
    static final String KEY = "key";
    private static final String ABOUT = "about";
    private static final String NEW = ".new-";

    /** Where no content reaches, so that no piece passes for what is known of an upload. */
    private static final long BESIDE_THE_CONTENT = 1L << 62;

    private final Path folder;
    private final ContentKeys keys;

    FolderUploads(Path folder, ContentKeys keys) throws IOException {
        this.folder = OwnerOnly.folder(folder);
        this.keys = keys;
    }

    @Override
    public void begin(Upload upload) throws IOException {
        var place = OwnerOnly.folder(folder.resolve(NEW + upload.id()));
        var key = keys.fresh(name(upload.id()));
        var wrapped = keys.wrap(key, name(upload.id()), null);
        OwnerOnly.write(place.resolve(KEY), wrapped.master());
        var about =
                String.join(
                        "\n",
                        upload.incident().toString(),
                        upload.by(),
                        Long.toString(upload.size()),
                        upload.begunAt().toString(),
                        upload.name());
        seal(place.resolve(ABOUT), key, about.getBytes(UTF_8), BESIDE_THE_CONTENT);
        Files.move(place, of(upload.id()), StandardCopyOption.ATOMIC_MOVE);
        OwnerOnly.syncFolder(folder);
    }

    @Override
    public Optional<Upload> find(UUID id) throws IOException {
        var place = of(id);
        try {
            var key = key(id);
            var about = read(place.resolve(ABOUT), key, BESIDE_THE_CONTENT).split("\n", 5);
            var pieces = pieces(id);
            long received = pieces.isEmpty() ? 0 : pieces.getLast().end();
            return Optional.of(
                    new Upload(
                            id,
                            new IncidentId(UUID.fromString(about[0])),
                            about[1],
                            about[4],
                            Long.parseLong(about[2]),
                            received,
                            Instant.parse(about[3]),
                            Files.getLastModifiedTime(place).toInstant()));
        } catch (NoSuchFileException notBegunOrGone) {
            return Optional.empty();
        }
    }

    @Override
    public List<Upload> all() throws IOException {
        var all = new ArrayList<Upload>();
        for (var id : begun(folder)) {
            try {
                var found = find(id);
                found.ifPresent(all::add);
                if (found.isEmpty()) {
                    remove(id); // what a kill left of its removal
                }
            } catch (IOException e) {
                LOG.warn("an upload that does not open stays upload={}", id, e);
            }
        }
        return all;
    }

    /** Of what lies there, that which is named as an upload is. */
    static List<UUID> begun(Path folder) throws IOException {
        var all = new ArrayList<UUID>();
        for (var place : OwnerOnly.files(folder, "[!.]*")) {
            var name = String.valueOf(place.getFileName());
            try {
                var id = UUID.fromString(name);
                if (id.toString().equals(name) && Files.isDirectory(place)) {
                    all.add(id);
                }
            } catch (IllegalArgumentException somethingElse) {
                LOG.debug("no upload is named so name={}", name);
            }
        }
        return all;
    }

    @Override
    public void sweep(Instant before) throws IOException {
        for (var place : OwnerOnly.files(folder, NEW + "*")) {
            if (Files.getLastModifiedTime(place).toInstant().isBefore(before)) {
                remove(place);
            }
        }
    }

    @Override
    public void put(Upload upload, byte[] piece) throws IOException {
        var file = of(upload.id()).resolve("%016x-%d".formatted(upload.received(), piece.length));
        seal(file, key(upload.id()), piece, upload.received());
    }

    @Override
    public Staged content(Upload upload) throws IOException {
        return new Pieces(
                upload.received(), of(upload.id()), key(upload.id()), pieces(upload.id()));
    }

    /** The key first: what a kill leaves behind then nobody can open. */
    @Override
    public void remove(UUID id) throws IOException {
        remove(of(id));
    }

    private static void remove(Path place) throws IOException {
        Files.deleteIfExists(place.resolve(KEY));
        if (Files.isDirectory(place)) {
            for (var file : OwnerOnly.files(place, "*")) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(place);
        }
    }

    /** Those that follow each other from the beginning on. */
    private List<Piece> pieces(UUID id) throws IOException {
        var pieces = new ArrayList<Piece>();
        long end = 0;
        for (var file : OwnerOnly.files(of(id), "????????????????-*")) {
            var piece = Piece.of(String.valueOf(file.getFileName()));
            if (piece != null && piece.begin() == end) {
                pieces.add(piece);
                end = piece.end();
            }
        }
        return pieces;
    }

    private record Piece(String name, long begin, long length) {
        private static final Pattern NAME = Pattern.compile("([0-9a-f]{16})-([1-9][0-9]{0,17})");

        /** Null if nothing is named so. */
        static @Nullable Piece of(String name) {
            var parts = NAME.matcher(name);
            return parts.matches()
                    ? new Piece(
                            name,
                            Long.parseUnsignedLong(parts.group(1), 16),
                            Long.parseLong(parts.group(2)))
                    : null;
        }

        long end() {
            return begin + length;
        }
    }

    private FileKey key(UUID id) throws IOException {
        var wrapped = Files.readString(of(id).resolve(KEY));
        return keys.unwrap(new WrappedKey(wrapped, null, null), name(id), name(id));
    }

    private static void seal(Path file, FileKey key, byte[] plain, long position)
            throws IOException {
        OwnerOnly.write(
                file,
                out -> {
                    var sealing = new SealedOutput(key, out, position);
                    sealing.write(plain, 0, plain.length);
                    sealing.finish();
                });
    }

    private static String read(Path file, FileKey key, long position) throws IOException {
        try (var in = open(file, key, position)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    private static InputStream open(Path file, FileKey key, long position) throws IOException {
        return SealedInput.growing(key, FileChannel.open(file), position, position);
    }

    private Path of(UUID id) {
        return folder.resolve(id.toString());
    }

    static String name(UUID id) {
        return "upload/" + id;
    }

    private record Pieces(long size, Path place, FileKey key, List<Piece> pieces)
            implements Staged {

        @Override
        public InputStream open() {
            return new Joined(place, key, pieces);
        }

        @Override
        public void close() {}
    }

    private static final class Joined extends InputStream {

        private final Path place;
        private final FileKey key;
        private final List<Piece> pieces;
        private InputStream current = InputStream.nullInputStream();
        private int next;
        private long left;

        Joined(Path place, FileKey key, List<Piece> pieces) {
            this.place = place;
            this.key = key;
            this.pieces = pieces;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int got = current.read(into, from, length);
            while (got < 0) {
                if (left != 0) {
                    throw new IOException(
                            "What lies in %s is not as long as its name says"
                                    .formatted(place.resolve(pieces.get(next - 1).name())));
                }
                if (next == pieces.size()) {
                    return -1;
                }
                current.close();
                var piece = pieces.get(next++);
                left = piece.length();
                current = FolderUploads.open(place.resolve(piece.name()), key, piece.begin());
                got = current.read(into, from, length);
            }
            left -= got;
            return got;
        }

        @Override
        public void close() throws IOException {
            current.close();
        }
    }
}
