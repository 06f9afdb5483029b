package dev.cordon.infra.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher in a project of one file, with a JDK and a Maven that only say what they were asked.
 */
class LauncherTest {

    @TempDir private Path folder;

    private Path project;
    private Path source;

    @BeforeEach
    void laysOutAProject() throws IOException {
        project = Files.createDirectories(folder.resolve("project"));
        source = write("project/domain/src/main/java/Incident.java", "record Incident() {}");
        write("project/pom.xml", "<project/>");
        write("project/domain/pom.xml", "<project/>");
        Files.copy(Path.of("../cordon"), project.resolve("cordon"));
        program(
                "bin/mvn",
                """
                echo "[INFO] Building Cordon: domain 1 [1/1]"
                echo "[ERROR] something is wrong" >&2
                [ ! -f "$(dirname "$0")/broken" ] || exit 1
                echo built >> "$(dirname "$0")/builds"
                """);
    }

    @Test
    void helpExplainsEveryWordInALine() throws Exception {
        var said = cordon("help");

        assertThat(said.code()).isZero();
        assertThat(said.out().lines().map(String::strip))
                .anyMatch(line -> line.startsWith("demo "))
                .anyMatch(line -> line.startsWith("run "))
                .anyMatch(line -> line.startsWith("scan "))
                .anyMatch(line -> line.startsWith("test "))
                .anyMatch(line -> line.startsWith("bench "));
    }

    @Test
    void anUnknownWordIsRefusedByName() throws Exception {
        var said = cordon("frobnicate");

        assertThat(said.code()).isEqualTo(64);
        assertThat(said.err()).contains("frobnicate");
    }

    @Test
    void withoutAJdkOneSentenceSaysWhatToInstall() throws Exception {
        jdk("jdks/old", "21.0.4");

        var said = cordon("scan", "access.log");

        assertThat(said.code()).isEqualTo(78);
        assertThat(said.err().strip()).hasLineCount(1).contains("JDK 25", "install");
    }

    @Test
    void aFittingJdkIsFoundAlthoughTheDefaultIsOlder() throws Exception {
        jdk("jdks/21", "21.0.4");
        jdk("jdks/27", "27");
        jdk("jdks/25", "25.0.3");

        var said = cordon("scan", "access.log");

        assertThat(said.code()).isZero();
        assertThat(said.out()).contains("jdks/25/bin/java", "scan access.log");
    }

    @Test
    void itBuildsOnceAndThenStartsAtOnce() throws Exception {
        jdk("jdks/25", "25.0.3");

        var first = cordon("scan", "access.log");
        var second = cordon("scan", "access.log");

        assertThat(first.err()).contains("Building Cordon", "domain", "Built in");
        assertThat(second.err()).isEmpty();
        assertThat(builds()).hasSize(1);
    }

    @Test
    void itBuildsAgainWhenASourceIsNewer() throws Exception {
        jdk("jdks/25", "25.0.3");
        cordon("scan", "access.log");

        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));
        cordon("scan", "access.log");

        assertThat(builds()).hasSize(2);
    }

    @Test
    void itBuildsAgainWhenASourceIsGone() throws Exception {
        jdk("jdks/25", "25.0.3");
        cordon("scan", "access.log");

        Files.delete(source);
        Files.setLastModifiedTime(source.getParent(), FileTime.from(Instant.now().plusSeconds(5)));
        cordon("scan", "access.log");

        assertThat(builds()).hasSize(2);
    }

    @Test
    void aFailedBuildSaysWhatMavenSaidAndWhereTheRestIs() throws Exception {
        jdk("jdks/25", "25.0.3");
        write("bin/broken", "");

        var said = cordon("scan", "access.log");

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).contains("something is wrong", ".cordon/build.log");
        assertThat(said.out()).isEmpty();
    }

    private List<String> builds() throws IOException {
        return Files.readAllLines(folder.resolve("bin/builds"));
    }

    /** Takes jars apart like the JDK's tool, and otherwise repeats its own name and arguments. */
    private void jdk(String name, String version) throws IOException {
        write(name + "/release", "JAVA_VERSION=\"" + version + "\"\n");
        program(name + "/bin/javac", "exit 0\n");
        program(
                name + "/bin/java",
                """
                if [ "$1" = -Djarmode=tools ]; then mkdir -p "$6" && touch "$6/cordon.jar"; exit; fi
                echo "$0 $*"
                """);
    }

    private record Said(int code, String out, String err) {}

    private Said cordon(String... words) throws IOException, InterruptedException {
        var builder =
                new ProcessBuilder(
                        Stream.concat(
                                        Stream.of("bash", project.resolve("cordon").toString()),
                                        Stream.of(words))
                                .toList());
        builder.environment().clear();
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("PATH", folder.resolve("bin") + ":/usr/bin:/bin");
        builder.environment().put("CORDON_JDK_FOLDERS", folder + "/jdks/*");
        var out = folder.resolve("out");
        var err = folder.resolve("err");
        var process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Said(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    private void program(String name, String body) throws IOException {
        var file = write(name, "#!/bin/bash\n" + body);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Path write(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
