package dev.cordon.infra.bootstrap.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoFolderTest {

    @TempDir private Path around;

    @Test
    void whatADemonstrationMadeIsThrownAway() throws IOException {
        var folder = around.resolve("data");
        DemoFolder.mark(folder);
        Files.createDirectories(folder.resolve("vault/ab"));
        Files.writeString(folder.resolve("vault/ab/item"), "evidence");

        var refusal = DemoFolder.clear(folder);

        assertThat(refusal).isEmpty();
        assertThat(folder).doesNotExist();
        assertThat(around).exists();
    }

    @Test
    void folderOfSomebodyElseIsLeftAlone() throws IOException {
        Files.writeString(around.resolve("letter.txt"), "dear");
        Files.createDirectory(around.resolve("demo"));

        var refusal = DemoFolder.clear(around);

        assertThat(refusal).get().asString().contains("nothing was deleted");
        assertThat(around.resolve("letter.txt")).exists();
    }

    @Test
    void folderThatWasNotEmptyIsNeverMarked() throws IOException {
        Files.writeString(around.resolve("letter.txt"), "dear");

        DemoFolder.mark(around);

        assertThat(DemoFolder.clear(around)).isPresent();
        assertThat(around.resolve("letter.txt")).exists();
    }

    @Test
    void runningDemonstrationKeepsItsData() throws IOException {
        var folder = around.resolve("data");
        DemoFolder.mark(folder);
        var lock = Files.createDirectories(folder.resolve("postgresql")).resolve("lock");
        try (var channel =
                        FileChannel.open(
                                lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = channel.lock()) {
            assertThat(held.isValid()).isTrue();

            // In one JVM the lock is refused by an exception, between two by an answer.
            assertThat(DemoFolder.clear(folder)).get().asString().contains("Stop it first");
        }
        assertThat(folder).exists();
    }

    @Test
    void nothingToClearIsNoFault() throws IOException {
        assertThat(DemoFolder.clear(around.resolve("never"))).isEmpty();
    }
}
