package dev.cordon.bench;

import dev.cordon.application.evidence.EvidenceVault;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.Sha256;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.FileSystemUtils;

/**
 * How fast the folder vault takes evidence in, beside what hashing the same bytes and bringing them
 * to the same disk cost alone: {@code [MEBIBYTES]}, 1024 unless told.
 *
 * <p>The vault hashes and writes on one thread, so the sum of both is its floor. Every round has
 * other bytes: what the vault holds already it would not write again. While it runs it takes eight
 * times the size on the disk.
 */
final class VaultBenchmark {

    private static final int MEBIBYTE = 1 << 20;
    private static final int BUFFER = 1 << 18;
    private static final int ROUNDS = 5;
    private static final IncidentId INCIDENT = new IncidentId(new UUID(0, 1));

    private final long size;
    private final Path folder;
    private final EvidenceVault vault;

    private VaultBenchmark(long size, Path folder, EvidenceVault vault) {
        this.size = size;
        this.folder = folder;
        this.vault = vault;
    }

    public static void main(String... arguments) throws Exception {
        long size = (arguments.length == 0 ? 1024L : Long.parseLong(arguments[0])) * MEBIBYTE;
        // Beside the build, since a temporary folder may lie in memory.
        var folder = Files.createTempDirectory(Path.of("").toAbsolutePath(), "vault-benchmark");
        try (var program = program(folder)) {
            new VaultBenchmark(size, folder, program.getBean(EvidenceVault.class)).run();
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static AnnotationConfigApplicationContext program(Path folder) {
        var program = new AnnotationConfigApplicationContext();
        program.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("benchmark", Map.of("cordon.data", folder)));
        program.scan("dev.cordon.infra.vault");
        program.refresh();
        return program;
    }

    private void run() throws Exception {
        var hash = new double[ROUNDS];
        var copy = new double[ROUNDS];
        var store = new double[ROUNDS];
        round(-1);
        for (int i = 0; i < ROUNDS; i++) {
            var times = round(i);
            hash[i] = times[0];
            copy[i] = times[1];
            store[i] = times[2];
        }
        System.out.printf("%d MiB, best of %d rounds%n", size / MEBIBYTE, ROUNDS);
        double alone = say("SHA-256 alone", hash);
        double disk = say("copy and fsync", copy);
        double taken = say("vault", store);
        System.out.printf("vault: %.2f x the time of SHA-256 alone%n", taken / alone);
        System.out.printf("vault: %.2f x the time of copy and fsync%n", taken / disk);
        System.out.printf("vault: %.2f x the time of both in turn%n", taken / (alone + disk));
    }

    /** The two that write take turns in going first: a disk tires. */
    private double[] round(int seed) throws IOException {
        var source = folder.resolve("source");
        fill(source, seed);
        double hashed = seconds(source, this::hash);
        if (seed % 2 == 0) {
            double copied = copied(source);
            return new double[] {hashed, copied, stored(source)};
        }
        double stored = stored(source);
        return new double[] {hashed, copied(source), stored};
    }

    private double stored(Path source) throws IOException {
        return seconds(source, stream -> vault.store(INCIDENT, stream, size).content());
    }

    /** To the disk at once, or else the first who syncs would pay for it. */
    private void fill(Path source, int seed) throws IOException {
        var random = new Random(seed);
        var piece = new byte[MEBIBYTE];
        try (var out = new FileOutputStream(source.toFile())) {
            for (long written = 0; written < size; written += piece.length) {
                random.nextBytes(piece);
                out.write(piece);
            }
            out.getFD().sync();
        }
    }

    private double copied(Path source) throws IOException {
        var copy = folder.resolve("copy");
        double seconds = seconds(source, stream -> copy(stream, copy));
        Files.delete(copy);
        return seconds;
    }

    private Sha256 hash(InputStream stream) throws IOException {
        var digest = Sha256.newDigest();
        var buffer = new byte[BUFFER];
        for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
            digest.update(buffer, 0, read);
        }
        return Sha256.ofDigest(digest.digest());
    }

    private long copy(InputStream stream, Path copy) throws IOException {
        var buffer = new byte[BUFFER];
        try (var out =
                FileChannel.open(copy, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                for (var rest = ByteBuffer.wrap(buffer, 0, read); rest.hasRemaining(); ) {
                    out.write(rest);
                }
            }
            out.force(true);
            return out.size();
        }
    }

    private interface Work {
        Object of(InputStream stream) throws IOException;
    }

    private static double seconds(Path source, Work work) throws IOException {
        try (var stream = Files.newInputStream(source)) {
            long start = System.nanoTime();
            if (work.of(stream).equals(0L)) {
                throw new IllegalStateException("nothing was read");
            }
            return (System.nanoTime() - start) / 1e9;
        }
    }

    /** The best round counts: whoever shares the disk only ever takes time away. */
    private double say(String what, double[] seconds) {
        Arrays.sort(seconds);
        System.out.printf(
                "%-15s %6.0f MB/s (median %.0f)%n",
                what, size / 1e6 / seconds[0], size / 1e6 / seconds[ROUNDS / 2]);
        return seconds[0];
    }
}
