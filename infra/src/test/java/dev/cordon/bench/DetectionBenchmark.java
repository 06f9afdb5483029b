package dev.cordon.bench;

import dev.cordon.domain.detection.engine.DetectionEngine;
import dev.cordon.domain.detection.engine.DetectionSettings;
import dev.cordon.domain.detection.engine.Pack;
import dev.cordon.domain.detection.engine.Samples;
import dev.cordon.domain.detection.log.LogFormat;
import dev.cordon.domain.detection.log.LogReader;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntSupplier;

/**
 * How many lines a second of one processor detection reads, beside what it costs this JVM to count
 * the line ends of the same bytes. CPU time of the thread, so that a busy machine does not show.
 *
 * <p>The log: the recorded days of a shop, with and without attacks, each repeat an hour later and
 * from other addresses, as a shop has them.
 */
public final class DetectionBenchmark {

    private static final List<String> SAMPLES =
            List.of("normal", "benign-lookalikes", "credential-stuffing", "bruteforce-wp-login");
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT);
    private static final int SIZE = 128 * 1024 * 1024;
    private static final int PIECE = 1024 * 1024;
    private static final int ROUNDS = 9;
    private static final Instant NOW = Instant.parse("2100-01-01T00:00:00Z");

    private DetectionBenchmark() {}

    public static void main(String... arguments) {
        byte[] log = log();
        int lines = countLines(log);
        System.out.printf("%d lines, %d MiB%n", lines, log.length >> 20);
        double floor = measure("count line ends", lines, () -> countLines(log));
        double read = measure("read", lines, () -> read(log));
        double detect = measure("read and detect", lines, () -> detect(log));
        System.out.printf("read:            %.1f x the cost of counting line ends%n", read / floor);
        System.out.printf("read and detect: %.1f x%n", detect / floor);
        var memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        long before = memory.getHeapMemoryUsage().getUsed();
        var engine = engine();
        var source = feed(engine, log);
        memory.gc();
        System.out.printf(
                "state after %d lines: %d KiB%n",
                source.counts().lines(), memory.getHeapMemoryUsage().getUsed() - before >> 10);
    }

    private static double measure(String what, int lines, IntSupplier work) {
        var threads = ManagementFactory.getThreadMXBean();
        var times = new long[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long start = threads.getCurrentThreadCpuTime();
            if (work.getAsInt() < 0) {
                throw new IllegalStateException("nothing was read");
            }
            times[i] = threads.getCurrentThreadCpuTime() - start;
        }
        Arrays.sort(times);
        double median = times[ROUNDS / 2];
        System.out.printf(
                "%-16s %7.0f ns a line, %7.3f million lines a CPU second (best %.3f)%n",
                what, median / lines, lines * 1e3 / median, lines * 1e3 / times[0]);
        return median;
    }

    private static int countLines(byte[] log) {
        int lines = 0;
        for (byte b : log) {
            lines += b == '\n' ? 1 : 0;
        }
        return lines;
    }

    private static int read(byte[] log) {
        var limits = DetectionSettings.DEFAULTS.limits();
        var posts = new int[1];
        var reader =
                new LogReader(
                        LogFormat.COMBINED,
                        ZoneOffset.UTC,
                        limits.longestLine(),
                        Duration.ZERO,
                        line -> posts[0] += line.isPost() ? 1 : 0);
        for (int at = 0; at < log.length; at += PIECE) {
            reader.feed(log, at, Math.min(log.length, at + PIECE), NOW);
        }
        return posts[0];
    }

    private static int detect(byte[] log) {
        var engine = engine();
        feed(engine, log);
        return engine.news().size();
    }

    private static DetectionEngine engine() {
        var settings = DetectionSettings.DEFAULTS;
        return new DetectionEngine(Pack.rules(settings), settings, 42);
    }

    private static DetectionEngine.Source feed(DetectionEngine engine, byte[] log) {
        var source = engine.open("access", LogFormat.COMBINED, ZoneOffset.UTC);
        for (int at = 0; at < log.length; at += PIECE) {
            source.feed(log, at, Math.min(log.length, at + PIECE), NOW);
        }
        return source;
    }

    private static byte[] log() {
        var recorded =
                SAMPLES.stream()
                        .flatMap(sample -> text(sample).lines())
                        .map(Recorded::of)
                        .sorted((a, b) -> a.at.compareTo(b.at))
                        .toList();
        var random = new Random(7);
        var log = new ByteArrayOutputStream(SIZE);
        for (int repeat = 0; log.size() < SIZE - (4 << 20); repeat++) {
            int salt = random.nextInt(1 << 16);
            for (var line : recorded) {
                log.writeBytes(line.repeated(repeat, salt));
            }
        }
        return log.toByteArray();
    }

    private static String text(String sample) {
        return new String(Samples.log(sample), StandardCharsets.ISO_8859_1);
    }

    private record Recorded(String address, OffsetDateTime at, String rest) {

        static Recorded of(String line) {
            int open = line.indexOf('[');
            return new Recorded(
                    line.substring(0, line.indexOf(' ')),
                    OffsetDateTime.parse(line.substring(open + 1, open + 27), STAMP),
                    line.substring(open + 27));
        }

        byte[] repeated(int repeat, int salt) {
            int mixed = address.hashCode() * 31 ^ salt;
            var who =
                    address.contains(":")
                            ? "2001:db8:%x:%x::%x".formatted(salt, repeat, mixed & 0xffff)
                            : "10.%d.%d.%d".formatted(salt >> 8, mixed >> 8 & 0xff, mixed & 0xff);
            var when = STAMP.format(at.plusHours(repeat).withOffsetSameInstant(ZoneOffset.UTC));
            return (who + " - - [" + when + rest + "\n").getBytes(StandardCharsets.ISO_8859_1);
        }
    }
}
