package dev.cordon.infra.notification;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/** The sending program in a process of its own, so that it can be killed without warning. */
final class SendingProcess implements AutoCloseable {

    private final Process process;

    private SendingProcess(Process process) {
        this.process = process;
    }

    static SendingProcess start(List<String> settings) throws IOException {
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                SendingProcess.class.getName()));
        command.addAll(settings);
        return new SendingProcess(new ProcessBuilder(command).inheritIO().start());
    }

    /** As {@code kill -9}: nothing is said good-bye to, nothing is cleaned up. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the process survived");
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** The same program, in this process. */
    static ConfigurableApplicationContext here(List<String> settings) {
        var program = new SpringApplication(SendingProgram.class);
        program.setWebApplicationType(WebApplicationType.NONE);
        return program.run(settings.toArray(String[]::new));
    }

    public static void main(String... settings) throws InterruptedException {
        here(List.of(settings));
        new CountDownLatch(1).await();
    }
}
