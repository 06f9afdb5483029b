package dev.cordon.infra.bootstrap;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A program in a process of its own, which is killed once it says that it stands still. */
public final class KilledProcess {

    private static final String READY = "all stand still";

    private KilledProcess() {}

    /** Kills it, as {@code kill -9} does, once it is where it should be. */
    public static void runAndKill(Class<?> main, List<String> settings)
            throws IOException, InterruptedException {
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                main.getName()));
        command.addAll(settings);
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new ArrayList<String>();
        try (var out =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            var line = out.readLine();
            while (line != null && !line.equals(READY)) {
                said.add(line);
                line = out.readLine();
            }
            if (line == null) {
                throw new IllegalStateException(String.join("\n", said));
            }
        } finally {
            process.destroyForcibly();
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the process survived");
            }
        }
    }

    /** Said by the program in the process, which goes no farther. */
    public static void standStill() {
        System.out.println(READY);
        System.out.flush();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
