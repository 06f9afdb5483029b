package dev.cordon.infra.evidence;

import dev.cordon.infra.bootstrap.KilledProcess;
import java.io.IOException;
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

    private KeepingProcess() {}

    /** Kills it, as {@code kill -9} does, once everybody is where they should be. */
    static void runAndKill(List<String> settings) throws IOException, InterruptedException {
        KilledProcess.runAndKill(KeepingProcess.class, settings);
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
        KilledProcess.standStill();
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
