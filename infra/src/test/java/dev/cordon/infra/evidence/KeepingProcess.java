package dev.cordon.infra.evidence;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The keeping program in a process of its own, in which many are at work and each stands still
 * somewhere. Then it is killed.
 */
final class KeepingProcess {

    private static final String READY = "all stand still";

    private KeepingProcess() {}

    /** Kills it, as {@code kill -9} does, once everybody is where they should be. */
    static void runAndKill(List<String> settings) throws IOException, InterruptedException {
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                KeepingProcess.class.getName()));
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

    /** The same program, in this process. */
    static ConfigurableApplicationContext here(List<String> settings, Class<?>... further) {
        var program = new SpringApplication(KeepingProgram.class);
        program.addPrimarySources(List.of(further));
        program.setWebApplicationType(WebApplicationType.NONE);
        return program.run(settings.toArray(String[]::new));
    }

    public static void main(String... settings) throws Exception {
        var steps = new EvidenceSteps(here(List.of(settings)));
        steps.declare();
        for (var work : Work.values()) {
            steps.prepare(work);
        }
        steps.sequence();
        for (var work : Work.values()) {
            stand(work, steps);
        }
        System.out.println(READY);
        System.out.flush();
        new CountDownLatch(1).await();
    }

    /** One after the other: each waits at its point, and holds there what it holds. */
    private static void stand(Work work, EvidenceSteps steps) throws InterruptedException {
        var reached = new CountDownLatch(1);
        var thread =
                Thread.ofPlatform()
                        .daemon()
                        .start(
                                () -> {
                                    StandingStill.at(work.point(), reached::countDown);
                                    steps.go(work);
                                });
        while (!reached.await(100, TimeUnit.MILLISECONDS)) {
            if (!thread.isAlive()) {
                System.err.println(work + " never was " + work.point());
                Runtime.getRuntime().halt(1);
            }
        }
    }
}
