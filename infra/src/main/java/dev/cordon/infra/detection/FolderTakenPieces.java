package dev.cordon.infra.detection;

import dev.cordon.application.detection.TakenPieces;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.kernel.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * A file for each source with the digests of its pieces, one behind the other, 32 bytes each. What
 * a kill left of one is overwritten by the next.
 */
final class FolderTakenPieces implements TakenPieces {

    private static final int ONE = 32;
    private static final int MANY = 2_048 * ONE;

    private final Path folder;

    FolderTakenPieces(Path folder) {
        this.folder = folder;
    }

    @Override
    public synchronized boolean has(SourceId source, Sha256 piece) throws IOException {
        var file = file(source);
        if (!Files.exists(file)) {
            return false;
        }
        try (var pieces = FileChannel.open(file, StandardOpenOption.READ)) {
            return holds(pieces, piece.bytes());
        }
    }

    private static boolean holds(FileChannel pieces, byte[] piece) throws IOException {
        var some = ByteBuffer.allocate(MANY);
        long whole = pieces.size() / ONE * ONE;
        for (long at = 0; at < whole; at += some.limit()) {
            some.clear().limit((int) Math.min(MANY, whole - at));
            while (some.hasRemaining()) {
                if (pieces.read(some, at + some.position()) < 0) {
                    throw new IOException("the list of pieces became shorter while it was read");
                }
            }
            for (int from = 0; from < some.limit(); from += ONE) {
                if (Arrays.equals(some.array(), from, from + ONE, piece, 0, ONE)) {
                    return true;
                }
            }
        }
        return false;
    }

    @Override
    public synchronized void add(SourceId source, Sha256 piece) throws IOException {
        if (has(source, piece)) {
            return;
        }
        Files.createDirectories(folder);
        try (var pieces =
                FileChannel.open(
                        file(source), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            var bytes = ByteBuffer.wrap(piece.bytes());
            long end = pieces.size() / ONE * ONE;
            while (bytes.hasRemaining()) {
                pieces.write(bytes, end + bytes.position());
            }
            pieces.force(true);
        }
    }

    private Path file(SourceId source) {
        return folder.resolve(source.value());
    }
}
