package dev.cordon.infra.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** The log files that the server under test follows. */
final class FollowedFiles implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    static final String SOURCE = "followed-file";
    static final Path LOG = folder().resolve("access.log");
    static final String SLOW_SOURCE = "followed-slowly";
    static final Path SLOW_LOG = folder().resolve("slow.log");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "cordon.tail.files[0].source=" + SOURCE,
                        "cordon.tail.files[0].path=" + LOG,
                        "cordon.tail.files[1].source=" + SLOW_SOURCE,
                        "cordon.tail.files[1].path=" + SLOW_LOG,
                        "cordon.tail.pace=50ms")
                .applyTo(context);
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("followed");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
