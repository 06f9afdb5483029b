package dev.cordon.infra.http;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.util.FileSystemUtils;

/**
 * A real WordPress, started once for all tests of a run:
 * {@code @ExtendWith(WordPressServer.class)}. Where it is not installed, the test is skipped.
 */
final class WordPressServer implements BeforeAllCallback {

    private static @Nullable WordPress running;

    static WordPress running() {
        return requireNonNull(running);
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        assumeThat(WordPress.isInstalled())
                .as("Debian's wordpress, php-cli, php-mysql and mariadb-server are installed")
                .isTrue();
        if (running == null) {
            var folder = Files.createTempDirectory("cordon-wordpress");
            var started = WordPress.start(folder);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(started, folder)));
            running = started;
        }
    }

    private static void end(WordPress started, Path folder) {
        try {
            started.close();
            FileSystemUtils.deleteRecursively(folder);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            System.out.println("could not tidy up " + folder + ": " + e);
        }
    }
}
