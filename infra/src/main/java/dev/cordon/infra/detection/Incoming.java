package dev.cordon.infra.detection;

import dev.cordon.application.detection.LogSpool.BatchTooLarge;
import dev.cordon.application.detection.LogSpool.Stretch;
import dev.cordon.infra.crypto.FileKey;
import dev.cordon.infra.crypto.SealedInput;
import dev.cordon.infra.crypto.SealedOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A batch that has arrived whole, and waits to be written: in memory while it is small, put aside
 * in an encrypted file otherwise. Settled once, by whoever writes it.
 */
final class Incoming implements AutoCloseable {

    private static final int PIECE = 64 * 1024;
    private static final int SMALL = 1 << 20;

    private final String name;
    private byte[] bytes = new byte[PIECE];
    private int held;
    private @Nullable Staged staged;
    private long size;
    private boolean endsLine;
    private boolean settled;
    private @Nullable Stretch taken;
    private @Nullable IOException failure;

    private Incoming(String name) {
        this.name = name;
    }

    /** A file for a batch that is too large for memory; its key goes with this process. */
    record Staged(Path file, FileKey key) {}

    /** Makes a new one. */
    interface Staging {
        Staged newFile() throws IOException;
    }

    /**
     * @param name empty if its sender has none
     * @throws BatchTooLarge if there is more than {@code most}
     */
    static Incoming read(InputStream lines, String name, long most, Staging staging)
            throws IOException {
        var batch = new Incoming(name);
        try {
            batch.fill(lines, most, staging);
            return batch;
        } catch (IOException | RuntimeException e) {
            batch.close();
            throw e;
        }
    }

    String name() {
        return name;
    }

    /** In bytes, with the line end that may have to be added. */
    long size() {
        return size + (endsLine || size == 0 ? 0 : 1);
    }

    void writeTo(OutputStream out) throws IOException {
        if (staged == null) {
            out.write(bytes, 0, held);
        } else {
            var channel = FileChannel.open(staged.file(), StandardOpenOption.READ);
            try (var in = SealedInput.finished(staged.key(), channel)) {
                in.transferTo(out);
            }
        }
        if (!endsLine) {
            out.write('\n');
        }
    }

    /** Its bytes are safe there; null if they were taken before. */
    void settle(@Nullable Stretch stretch) {
        taken = stretch;
        settled = true;
    }

    /** None of its bytes was kept. */
    void fail(IOException reason) {
        failure = reason;
        settled = true;
    }

    boolean isSettled() {
        return settled;
    }

    /**
     * Where it lies; empty if it was taken before.
     *
     * @throws IOException if none of it was kept
     * @throws IllegalStateException if nobody has settled it
     */
    Optional<Stretch> outcome() throws IOException {
        if (!settled) {
            throw new IllegalStateException("nobody knows what became of the batch");
        }
        if (failure != null) {
            throw new IOException("the batch could not be kept", failure);
        }
        return Optional.ofNullable(taken);
    }

    @Override
    public void close() throws IOException {
        if (staged != null) {
            Files.deleteIfExists(staged.file());
        }
    }

    private void fill(InputStream lines, long most, Staging staging) throws IOException {
        while (held < SMALL) {
            if (held == bytes.length) {
                bytes = Arrays.copyOf(bytes, 2 * bytes.length);
            }
            int got = lines.read(bytes, held, bytes.length - held);
            if (got < 0) {
                return;
            }
            held += got;
            count(bytes, held, got, most);
        }
        putAside(lines, most, staging);
    }

    private void putAside(InputStream lines, long most, Staging staging) throws IOException {
        var aside = staging.newFile();
        staged = aside;
        try (var channel = FileChannel.open(aside.file(), StandardOpenOption.WRITE)) {
            var out = new SealedOutput(aside.key(), channel, 0);
            out.write(bytes, 0, held);
            bytes = new byte[PIECE];
            for (int got = lines.read(bytes); got >= 0; got = lines.read(bytes)) {
                count(bytes, got, got, most);
                out.write(bytes, 0, got);
            }
            out.finish();
        }
        bytes = new byte[0];
    }

    private void count(byte[] piece, int to, int got, long most) throws BatchTooLarge {
        size += got;
        endsLine = got > 0 ? piece[to - 1] == '\n' : endsLine;
        if (size > most) {
            throw new BatchTooLarge(most);
        }
    }

    static void write(FileChannel out, ByteBuffer left) throws IOException {
        while (left.hasRemaining()) {
            out.write(left);
        }
    }
}
