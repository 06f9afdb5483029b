package dev.cordon.infra.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CordonTest {

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    @TempDir private Path folder;

    @Test
    void theDoorLoadsNoSpring() throws Exception {
        var loaded = loadedBy("--help");

        assertThat(loaded)
                .anyMatch(line -> line.contains("dev.cordon.infra.bootstrap.Cordon "))
                .noneMatch(line -> line.contains(" org.springframework."))
                .noneMatch(line -> line.contains(" org.hibernate."));
    }

    @Test
    void itSaysWhatItCanDoWhenAskedForNothing() throws Exception {
        var said = run(List.of());

        assertThat(said).contains("demo", "run");
    }

    private List<String> loadedBy(String word) throws IOException, InterruptedException {
        var log = folder.resolve("loaded");

        run(List.of("-Xlog:class+load:file=" + log), word);

        return Files.readAllLines(log);
    }

    private String run(List<String> flags, String... words)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(JAVA.toString()));
        command.addAll(flags);
        command.addAll(List.of("-cp", classPath(), "dev.cordon.infra.bootstrap.Cordon"));
        command.addAll(List.of(words));
        var said = folder.resolve("said");
        var process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return Files.readString(said);
    }

    /** Surefire's own class path is a jar that only points at the real one. */
    private static String classPath() {
        return System.getProperty(
                "surefire.test.class.path", System.getProperty("java.class.path"));
    }
}
