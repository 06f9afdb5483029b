package dev.cordon.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.cordon.application.detection.LogSpool;
import dev.cordon.application.detection.LogSpool.Stretch;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.infra.detection.Spools;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;

/**
 * What it costs that lines lie encrypted: batches into the spool, each flushed to disk, beside the
 * same batches and flushes into plain files; then all of it read again. Rounds of both take turns,
 * so that whatever else the machine does meets both.
 *
 * <p>{@code spool [BYTES OF A BATCH]}
 */
final class SpoolBenchmark {

    private static final SourceId LOG = new SourceId("shop");
    private static final int ROUNDS = 9;
    private static final long ROUND = 64L << 20;

    /** What 50,000 lines a second are, in bytes. */
    private static final double ASKED = 15e6;

    private final Path folder = Files.createTempDirectory("cordon-bench");
    private final byte[] batch;
    private final int batches;

    /** Seconds that passed, and seconds of a core. */
    private record Cost(double wall, double cpu) {}

    private interface Step {
        void run() throws IOException;
    }

    private SpoolBenchmark(int bytes) throws IOException {
        batch = lines(bytes);
        batches = (int) (ROUND / bytes);
    }

    public static void main(String... args) throws Exception {
        new SpoolBenchmark(args.length > 0 ? Integer.parseInt(args[0]) : 512 * 1024).run();
    }

    private void run() throws IOException {
        var plain = new Cost[2][ROUNDS];
        var encrypted = new Cost[2][ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            var file = folder.resolve("plain-" + round);
            var spool = Spools.in(folder.resolve("spool-" + round));
            plain[0][round] = cost(() -> writePlain(file));
            encrypted[0][round] = cost(() -> append(spool));
            plain[1][round] = cost(() -> drain(Files.newInputStream(file)));
            encrypted[1][round] =
                    cost(() -> drain(spool.open(LOG, new Stretch(0, spool.kept(LOG).to()))));
            Files.delete(file);
            spool.release(LOG, spool.kept(LOG).to());
            spool.turnOver(LOG);
            for (var piece : spool.pieces(LOG)) {
                if (piece.stretch().to() > piece.stretch().from()) {
                    spool.delete(LOG, piece.stretch());
                }
            }
        }
        print("append and flush", plain[0], encrypted[0]);
        print("read", plain[1], encrypted[1]);
    }

    private void writePlain(Path file) throws IOException {
        try (var data =
                        FileChannel.open(
                                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var list =
                        FileChannel.open(
                                folder.resolve("list"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE)) {
            for (int i = 0; i < batches; i++) {
                var arrived = new ByteArrayInputStream(batch).readAllBytes();
                write(data, arrived);
                data.force(false);
                write(list, "12345678 12345678 -\n".getBytes(US_ASCII));
                list.force(false);
            }
        }
    }

    private void append(LogSpool spool) throws IOException {
        for (int i = 0; i < batches; i++) {
            var unused = spool.append(LOG, null, new ByteArrayInputStream(batch));
        }
    }

    private static void drain(InputStream from) throws IOException {
        try (var in = from) {
            var piece = new byte[256 * 1024];
            while (in.read(piece) >= 0) {
                // Only the reading counts.
            }
        }
    }

    private static void write(FileChannel out, byte[] bytes) throws IOException {
        for (var left = ByteBuffer.wrap(bytes); left.hasRemaining(); ) {
            out.write(left);
        }
    }

    private static Cost cost(Step step) throws IOException {
        var threads = ManagementFactory.getThreadMXBean();
        long cpu = threads.getCurrentThreadCpuTime();
        long begun = System.nanoTime();
        step.run();
        return new Cost(
                (System.nanoTime() - begun) / 1e9, (threads.getCurrentThreadCpuTime() - cpu) / 1e9);
    }

    /** The middle of the later rounds: the first ones are not compiled yet. */
    private static Cost middle(Cost[] rounds) {
        var later = Arrays.copyOfRange(rounds, ROUNDS / 3, ROUNDS);
        var wall = Arrays.stream(later).mapToDouble(Cost::wall).sorted().toArray();
        var cpu = Arrays.stream(later).mapToDouble(Cost::cpu).sorted().toArray();
        return new Cost(wall[wall.length / 2], cpu[cpu.length / 2]);
    }

    private void print(String what, Cost[] plainly, Cost[] encrypted) {
        var one = middle(plainly);
        var other = middle(encrypted);
        double bytes = (double) batches * batch.length;
        System.out.printf(
                Locale.ROOT,
                """
                %s, %,d bytes at once: plain %,.0f MB/s, encrypted %,.0f MB/s: %.2f times as long
                  of one core at %.0f MB/s: plain %.2f %%, encrypted %.2f %%, load of the machine %.1f
                """,
                what,
                batch.length,
                bytes / one.wall() / 1e6,
                bytes / other.wall() / 1e6,
                other.wall() / one.wall(),
                ASKED / 1e6,
                100 * one.cpu() * ASKED / bytes,
                100 * other.cpu() * ASKED / bytes,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static byte[] lines(int bytes) {
        var chance = new Random(1);
        var lines = new byte[bytes];
        for (int i = 0; i < bytes; i++) {
            lines[i] = (byte) (i % 200 == 199 || i == bytes - 1 ? '\n' : 32 + chance.nextInt(90));
        }
        return lines;
    }
}
