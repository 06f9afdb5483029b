package dev.cordon.infra.vault;

import dev.cordon.application.evidence.LedgerMirror;
import dev.cordon.domain.evidence.ledger.SignedCheckpoint;
import dev.cordon.infra.folder.OwnerOnly;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One file in a folder elsewhere, {@code checkpoints}, that is only ever added to: a line for each
 * checkpoint, its size and its note in base64. A line that a crash left without its end is ended by
 * the next one, and written again.
 */
final class FolderLedgerMirror implements LedgerMirror {

    /** No note is as long; more than a line is no line of ours. */
    private static final int LONGEST_LINE = 4096;

    private final @Nullable Path folder;

    FolderLedgerMirror(@Nullable Path folder) {
        this.folder = folder;
    }

    @Override
    public boolean isSet() {
        return folder != null;
    }

    private Path file() throws IOException {
        if (folder == null || !Files.isDirectory(folder)) {
            throw new IOException(
                    "The folder "
                            + folder
                            + " of the ledger's mirror is not there. Checkpoints are safe in the"
                            + " database and wait. Mount it again, or name another in"
                            + " CORDON_LEDGER_MIRROR.");
        }
        return folder.resolve("checkpoints");
    }

    @Override
    public Optional<SignedCheckpoint> last() throws IOException {
        var file = file();
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (var reading = new RandomAccessFile(file.toFile(), "r")) {
            long from = Math.max(0, reading.length() - 2 * LONGEST_LINE);
            var end = new byte[(int) (reading.length() - from)];
            reading.seek(from);
            reading.readFully(end);
            var text = new String(end, StandardCharsets.US_ASCII);
            var whole = List.of(text.substring(0, text.lastIndexOf('\n') + 1).split("\n"));
            for (var line : whole.reversed()) {
                var read = parse(line);
                if (read.isPresent()) {
                    return read;
                }
            }
            if (from > 0) {
                throw new IOException(
                        "The end of "
                                + file
                                + " is damaged. Checkpoints are safe in the database and wait. Move"
                                + " the file away as it is, and keep it.");
            }
            return Optional.empty();
        }
    }

    @Override
    public void add(List<SignedCheckpoint> checkpoints, boolean first) throws IOException {
        var file = file();
        boolean there = Files.exists(file);
        if (!there && !first) {
            throw new IOException(
                    "The file "
                            + file
                            + " of the ledger's mirror is gone, or its share is not mounted. A new"
                            + " one is not begun. Checkpoints are safe in the database and wait.");
        }
        var lines = new StringBuilder(there && !endsWithLine(file) ? "\n" : "");
        for (var checkpoint : checkpoints) {
            lines.append(checkpoint.size())
                    .append(' ')
                    .append(
                            Base64.getEncoder()
                                    .encodeToString(
                                            checkpoint.note().getBytes(StandardCharsets.UTF_8)))
                    .append('\n');
        }
        try (var channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            var bytes = ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        if (!there) {
            OwnerOnly.syncFolder(file.resolveSibling(".").normalize());
        }
    }

    private static boolean endsWithLine(Path file) throws IOException {
        try (var reading = new RandomAccessFile(file.toFile(), "r")) {
            if (reading.length() == 0) {
                return true;
            }
            reading.seek(reading.length() - 1);
            return reading.read() == '\n';
        }
    }

    @Override
    public boolean read(Consumer<SignedCheckpoint> checkpoint, Consumer<Long> damaged)
            throws IOException {
        var file = file();
        if (!Files.exists(file)) {
            return false;
        }
        try (var lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            String torn = null;
            long number = 1;
            for (var line = next(lines); line != null; line = next(lines)) {
                if (torn != null && !line.startsWith(torn)) {
                    damaged.accept(number - 1);
                }
                var read = parse(line);
                read.ifPresent(checkpoint);
                torn = read.isPresent() ? null : line;
                number++;
            }
            // The last line may be one that is being written.
            if (torn != null && endsWithLine(file)) {
                damaged.accept(number - 1);
            }
            return true;
        }
    }

    private static @Nullable String next(BufferedReader lines) throws IOException {
        var line = new StringBuilder();
        int read = lines.read();
        if (read < 0) {
            return null;
        }
        for (; read >= 0 && read != '\n'; read = lines.read()) {
            if (line.length() < LONGEST_LINE) {
                line.append((char) read);
            }
        }
        return line.toString();
    }

    private static Optional<SignedCheckpoint> parse(String line) {
        int space = line.indexOf(' ');
        if (space < 1 || line.length() >= LONGEST_LINE) {
            return Optional.empty();
        }
        try {
            var note = Base64.getDecoder().decode(line.substring(space + 1));
            var read =
                    new SignedCheckpoint(
                            Long.parseLong(line, 0, space, 10),
                            new String(note, StandardCharsets.UTF_8));
            return read.checkpoint().map(_ -> read);
        } catch (IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }
}
