package dev.cordon.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program that is run and measured: the processor's time of all its processes, user and system,
 * as Linux accounts for it.
 */
final class Program {

    private static final Path PROC = Path.of("/proc");
    private static final int TICKS_A_SECOND = 100;
    private static final int WAITED_FOR_USER = 13;
    private static final int WAITED_FOR_SYSTEM = 14;

    private final List<String> command;

    Program(String... command) {
        this.command = List.of(command);
    }

    /**
     * @param cpu user and system
     * @param peakKib the most memory that its first process held
     */
    record Run(Duration cpu, Duration wall, long peakKib, Path out, Path err, int code) {

        double cpuSeconds() {
            return cpu.toNanos() / 1e9;
        }

        double wallSeconds() {
            return wall.toNanos() / 1e9;
        }
    }

    static boolean isInstalled(String name) {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    }

    /** Runs it so often in turn, as one measurement. */
    Run run(int times) {
        try {
            var out = Files.createTempFile(Path.of(""), "bench", ".out");
            var err = Files.createTempFile(Path.of(""), "bench", ".err");
            out.toFile().deleteOnExit();
            err.toFile().deleteOnExit();
            long before = childrenTicks();
            long begun = System.nanoTime();
            long peak = 0;
            int code = 0;
            for (int i = 0; i < times && code == 0; i++) {
                var process =
                        new ProcessBuilder(command)
                                .redirectOutput(out.toFile())
                                .redirectError(err.toFile())
                                .start();
                process.getOutputStream().close();
                while (!process.waitFor(20, TimeUnit.MILLISECONDS)) {
                    peak = Math.max(peak, peakKib(process.pid()));
                }
                code = process.exitValue();
            }
            var wall = Duration.ofNanos((System.nanoTime() - begun) / times);
            long ticks = childrenTicks() - before;
            var cpu = Duration.ofNanos(ticks * 1_000_000_000L / TICKS_A_SECOND / times);
            return new Run(cpu, wall, peak, out, err, code);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What all children that have ended have used. */
    private static long childrenTicks() throws IOException {
        var stat = Files.readString(PROC.resolve("self/stat"));
        // After the name, which may hold spaces, come the fields from the third on.
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return Long.parseLong(fields[WAITED_FOR_USER]) + Long.parseLong(fields[WAITED_FOR_SYSTEM]);
    }

    private static long peakKib(long pid) {
        try (var lines = Files.lines(PROC.resolve(pid + "/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException | UncheckedIOException e) {
            return 0;
        }
    }
}
