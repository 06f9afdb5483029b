package dev.cordon.infra.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;

/** Another program that starts on the same folder and sweeps it. */
final class SweepingProgram {

    private SweepingProgram() {}

    public static void main(String... folder) throws IOException {
        Incoming.sweep(Path.of(folder[0]));
    }

    /** How many files it removed, but for locks. */
    static int sweeps(Path folder) throws IOException, InterruptedException {
        int before = files(folder);
        var program =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:-UsePerfData",
                                "-cp",
                                System.getProperty("java.class.path"),
                                SweepingProgram.class.getName(),
                                folder.toString())
                        .redirectErrorStream(true)
                        .start();
        var said = new String(program.getInputStream().readAllBytes(), UTF_8);
        Assertions.assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();
        Assertions.assertThat(program.exitValue()).as(said).isZero();
        return before - files(folder);
    }

    private static int files(Path folder) throws IOException {
        try (var found = Files.list(folder)) {
            return (int) found.filter(file -> !file.toString().endsWith(".lock")).count();
        }
    }
}
