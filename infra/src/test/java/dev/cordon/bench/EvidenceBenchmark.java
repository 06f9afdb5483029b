package dev.cordon.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.cordon.application.evidence.EvidenceVault;
import dev.cordon.application.evidence.intake.Look;
import dev.cordon.application.evidence.intake.Unpacking;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.infra.vault.TestVaults;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.util.FileSystemUtils;

/**
 * What storing evidence in the vault costs, {@code [MEBIBYTES]} of it, 4096 unless told: read once,
 * hashed, encrypted, and safe on the disk. Taking it in costs more: it waits on the disk and is
 * looked through before; what the look for card numbers does in a second is said beside. Its
 * processor time is held against that of Java's own SHA-256 and AES-256-GCM over the same bytes,
 * its time against a plain copy that does both and syncs.
 *
 * <p>Rounds differ in their bytes and take turns in who goes first; the best of each counts, since
 * whoever shares the machine only ever takes time away. Three times the size is on the disk.
 */
final class EvidenceBenchmark {

    private static final int MEBIBYTE = 1 << 20;
    private static final int BUFFER = 1 << 18;
    private static final int ROUNDS = 3;
    private static final long LONGEST = 1L << 30;
    private static final long TEXT = 256L << 20;
    private static final double ALLOWED = 1.3;
    private static final IncidentId INCIDENT = new IncidentId(new UUID(0, 1));
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final List<String> missed = new ArrayList<>();
    private final long size;
    private final Path folder;
    private final Path source;

    /** Seconds of the clock and of the processors, of one piece of work. */
    private record Cost(double wall, double processor) {}

    private EvidenceBenchmark(long size, Path folder) {
        this.size = size;
        this.folder = folder;
        this.source = folder.resolve("source");
    }

    public static void main(String... arguments) throws Exception {
        long size = (arguments.length == 0 ? 4096L : Long.parseLong(arguments[0])) * MEBIBYTE;
        // Beside the build, since a temporary folder may lie in memory.
        var folder = Files.createTempDirectory(Path.of("").toAbsolutePath(), "evidence-benchmark");
        try {
            new EvidenceBenchmark(size, folder).run();
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private void run() throws Exception {
        var bare = new Cost[ROUNDS];
        var copy = new Cost[ROUNDS];
        var vault = new Cost[ROUNDS];
        for (int round = -1; round < ROUNDS; round++) {
            fill(round);
            int at = Math.max(0, round);
            bare[at] = cost(this::hashAndEncrypt);
            if (round % 2 == 0) {
                copy[at] = copied();
                vault[at] = stored();
            } else {
                vault[at] = stored();
                copy[at] = copied();
            }
        }
        say(bare, copy, vault);
        search("bytes at random");
        DumpRun.write(source, Math.min(size, TEXT));
        search("text of a dump");
        if (!missed.isEmpty()) {
            throw new IllegalStateException("missed: " + missed);
        }
    }

    /** What looking for card numbers costs beside, before anything is stored. */
    private void search(String what) throws Exception {
        long length = Files.size(source);
        var seen = new Look.Seen[1];
        var cost =
                cost(
                        _ ->
                                seen[0] =
                                        Look.at(
                                                new Source(source, length),
                                                source.toString(),
                                                false,
                                                () -> {
                                                    throw new IllegalStateException("packed");
                                                },
                                                OutputStream.nullOutputStream()));
        System.out.printf(
                "search for card numbers, %s: %.0f MB/s, %d found%n",
                what, length / 1e6 / cost.wall(), seen[0].found());
    }

    private record Source(Path file, long size) implements Unpacking.Anew {
        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(file);
        }
    }

    private void say(Cost[] bare, Cost[] copy, Cost[] vault) {
        System.out.printf("%d MiB, best of %d rounds%n", size / MEBIBYTE, ROUNDS);
        say("SHA-256 and AES-GCM alone", bare);
        say("plain copy that does both", copy);
        say("vault", vault);
        double processor = best(vault, false) / best(bare, false);
        double wall = best(vault, true) / best(copy, true);
        System.out.printf(
                "vault: %.2f x the processor time of both alone (%s)%n", processor, met(processor));
        System.out.printf("vault: %.2f x the time of the copy (%s)%n", wall, met(wall));
        System.out.printf("heap at most %d MiB%n", heapPeak() / MEBIBYTE);
        System.out.printf(
                "load of the machine %.1f on %d processors%n",
                SYSTEM.getSystemLoadAverage(), SYSTEM.getAvailableProcessors());
        if (processor > ALLOWED) {
            missed.add("processor");
        }
        if (wall > ALLOWED) {
            missed.add("time");
        }
    }

    private static String met(double ratio) {
        return "asked %.1f: %s".formatted(ALLOWED, ratio <= ALLOWED ? "met" : "NOT MET");
    }

    private void say(String what, Cost[] costs) {
        System.out.printf(
                "%-26s %6.2f s, %6.2f s of processor, %5.0f MB/s%n",
                what, best(costs, true), best(costs, false), size / 1e6 / best(costs, true));
    }

    private static double best(Cost[] costs, boolean wall) {
        return Arrays.stream(costs)
                .mapToDouble(cost -> wall ? cost.wall() : cost.processor())
                .min()
                .orElseThrow();
    }

    private static long heapPeak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }

    private interface Work {
        void on(InputStream stream) throws Exception;
    }

    private Cost cost(Work work) throws Exception {
        try (var stream = Files.newInputStream(source)) {
            long processor = SYSTEM.getProcessCpuTime();
            long wall = System.nanoTime();
            work.on(stream);
            return new Cost(
                    (System.nanoTime() - wall) / 1e9,
                    (SYSTEM.getProcessCpuTime() - processor) / 1e9);
        }
    }

    /** To the disk at once, or else the first who syncs would pay for it. */
    private void fill(int seed) throws IOException {
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

    /** Each file gone before the next one is measured, so that the disk is as full for both. */
    private Cost stored() throws Exception {
        var place = folder.resolve("vault");
        EvidenceVault vault = TestVaults.inFolder(place, folder.resolve("master.json"));
        var cost =
                cost(
                        stream -> {
                            if (vault.store(INCIDENT, stream, size).size() != size) {
                                throw new IllegalStateException("not all was stored");
                            }
                        });
        FileSystemUtils.deleteRecursively(place);
        return cost;
    }

    private Cost copied() throws Exception {
        var copy = folder.resolve("copy");
        var cost = cost(stream -> copy(stream, copy));
        Files.delete(copy);
        return cost;
    }

    private void hashAndEncrypt(InputStream stream) throws Exception {
        var digest = Sha256.newDigest();
        var cipher = new Encrypting();
        var buffer = new byte[BUFFER];
        var sealed = new byte[BUFFER + BUFFER];
        for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
            digest.update(buffer, 0, read);
            cipher.update(buffer, read, sealed);
        }
        cipher.end();
        Sha256.ofDigest(digest.digest());
    }

    private void copy(InputStream stream, Path copy) throws Exception {
        var digest = Sha256.newDigest();
        var cipher = new Encrypting();
        var buffer = new byte[BUFFER];
        var sealed = new byte[BUFFER + BUFFER];
        try (var out =
                FileChannel.open(copy, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                digest.update(buffer, 0, read);
                int length = cipher.update(buffer, read, sealed);
                write(out, ByteBuffer.wrap(sealed, 0, length));
            }
            write(out, ByteBuffer.wrap(cipher.end()));
            out.force(true);
        }
        Sha256.ofDigest(digest.digest());
    }

    private static void write(FileChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }

    /** Java's own cipher takes two gibibytes at most as one message. */
    private static final class Encrypting {
        private Cipher cipher = cipher();
        private long length;

        private Encrypting() throws GeneralSecurityException {}

        int update(byte[] plain, int some, byte[] sealed) throws GeneralSecurityException {
            if (length + some > LONGEST) {
                cipher.doFinal();
                cipher = cipher();
                length = 0;
            }
            length += some;
            return cipher.update(plain, 0, some, sealed, 0);
        }

        byte[] end() throws GeneralSecurityException {
            return cipher.doFinal();
        }
    }

    private static Cipher cipher() throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.ENCRYPT_MODE,
                new SecretKeySpec(new byte[32], "AES"),
                new GCMParameterSpec(128, new byte[12]));
        return cipher;
    }
}
