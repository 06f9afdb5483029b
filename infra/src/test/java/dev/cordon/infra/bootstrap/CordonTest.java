package dev.cordon.infra.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
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

    @Test
    void whatIsGivenWronglyIsToldInOneSentence() throws Exception {
        assertThat(run(List.of(), "scan", "--zone", "Mars/Base", "access.log").lines())
                .singleElement(as(STRING))
                .startsWith("cordon scan: ")
                .contains("no zone is called Mars/Base")
                .doesNotContain("java");
        assertThat(run(List.of(), "scan", "--bogus", "access.log").lines()).hasSize(1);
        assertThat(run(List.of(), "scan").lines()).hasSize(1);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskIsNoSuccess() throws Exception {
        var log = Files.writeString(folder.resolve("access.log"), "");
        var process =
                new ProcessBuilder(
                                JAVA.toString(),
                                "-cp",
                                classPath(),
                                "dev.cordon.infra.bootstrap.Cordon",
                                "scan",
                                log.toString())
                        .redirectOutput(Path.of("/dev/full").toFile())
                        .start();

        var said = new String(process.getErrorStream().readAllBytes(), UTF_8);

        assertThat(process.waitFor()).isEqualTo(2);
        assertThat(said).contains("could not be written to its end");
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
