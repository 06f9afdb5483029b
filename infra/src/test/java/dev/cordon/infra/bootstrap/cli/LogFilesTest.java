package dev.cordon.infra.bootstrap.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import dev.cordon.domain.detection.log.LogFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFilesTest {

    @TempDir Path folder;
    private final List<String> notices = new ArrayList<>();
    private final LogFiles files = new LogFiles(null, ZoneOffset.UTC, notices::add);

    @Test
    void aFolderIsSearchedToItsDepths() throws Exception {
        log("access.log", 9, 12);
        log("old/2026/access.log.7", 8, 12);

        assertThat(found(folder.toString())).containsExactly("old/2026/access.log.7", "access.log");
    }

    @Test
    void whatIsHiddenInAFolderIsNobodysLog() throws Exception {
        log("access.log", 9, 12);
        log(".git/access.log", 8, 12);
        log(".hidden.log", 7, 12);

        assertThat(found(folder.toString())).containsExactly("access.log");
        assertThat(notices).isEmpty();
    }

    @Test
    void whatIsNoLogIsSaidOnceWithExamples() throws Exception {
        log("access.log", 9, 12);
        for (var name : List.of("a.txt", "b.txt", "c.txt", "d.txt", "e.txt")) {
            Files.writeString(folder.resolve(name), "words\nand more words\n");
        }

        found(folder.toString());

        assertThat(notices)
                .singleElement()
                .asString()
                .contains("a.txt", "b.txt", "c.txt and 2 more")
                .doesNotContain("d.txt");
    }

    @Test
    void aPatternMeansWhatAShellMakesOfIt() throws Exception {
        log("access.log", 9, 12);
        log("access.log.1", 8, 12);
        log("error.txt", 7, 12);
        log("deep/er/access.log", 6, 12);

        assertThat(found(folder + "/access.log*")).containsExactly("access.log.1", "access.log");
        assertThat(found(folder + "/access.log.?")).containsExactly("access.log.1");
        assertThat(found(folder + "/*/*/access.log")).containsExactly("deep/er/access.log");
        assertThat(found(folder + "/**/access.log")).containsExactly("deep/er/access.log");
        assertThat(found(folder + "/{error,no}.txt")).containsExactly("error.txt");
    }

    @Test
    void aFileWhoseNameLooksLikeAPatternIsThatFile() throws Exception {
        log("access[1].log", 9, 12);
        log("access1.log", 8, 12);

        assertThat(found(folder + "/access[1].log")).containsExactly("access[1].log");
    }

    @Test
    void whatNamesNothingIsRefused() {
        assertThatThrownBy(() -> found(folder + "/nothing.*"))
                .isInstanceOf(LogFile.Unreadable.class)
                .hasMessageContaining("holds no log that is known");
        assertThatThrownBy(() -> found(folder + "/{open"))
                .isInstanceOf(LogFile.Unreadable.class)
                .hasMessageContaining("names no file");
        assertThatThrownBy(() -> found("nul\0"))
                .isInstanceOf(LogFile.Unreadable.class)
                .hasMessageContaining("names no file");
    }

    @Test
    void aFileThatIsNamedTwiceIsReadOnce() throws Exception {
        var log = log("access.log", 9, 12);
        Files.createSymbolicLink(folder.resolve("current.log"), log);

        assertThat(found(log.toString(), log.toString(), folder.toString())).hasSize(1);
        assertThat(notices).isEmpty();
    }

    @Test
    void aLinkToAFolderIsThatFolderAndACircleHasAnEnd() throws Exception {
        log("logs/access.log", 9, 12);
        Files.createSymbolicLink(folder.resolve("here"), folder.resolve("logs"));
        Files.createSymbolicLink(folder.resolve("logs/again"), folder.resolve("logs"));

        assertThat(found(folder + "/here")).containsExactly("here/access.log");
    }

    @Test
    void serversThatOneMonitorLooksAtAreSeveral() throws Exception {
        var checks = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            checks.append("10.0.0.1 - - [24/Nov/2026:09:00:%02d +0000] ".formatted(i))
                    .append("\"GET /health HTTP/1.1\" 200 2 \"-\" \"monitor\"\n");
        }
        Files.writeString(folder.resolve("one.log"), checks);
        Files.writeString(folder.resolve("two.log"), checks);

        assertThat(found(folder.toString())).containsExactlyInAnyOrder("one.log", "two.log");
    }

    @Test
    void ofALogAndItsBeginningTheWholeIsRead() throws Exception {
        var whole = log("whole.log", 9, 40);
        var lines = Files.readAllLines(whole);
        Files.write(folder.resolve("beginning.log"), lines.subList(0, 20));

        assertThat(found(folder.toString())).containsExactly("whole.log");
    }

    @Test
    void aCopyIsReadOnceWhateverItIsCalled() throws Exception {
        var log = log("access.log", 9, 40);
        Files.write(folder.resolve("copy.zst"), Zstd.compress(Files.readAllBytes(log)));

        assertThat(found(folder.toString())).containsExactly("access.log");
        assertThat(notices)
                .singleElement()
                .asString()
                .contains("copy.zst holds the same as")
                .endsWith("access.log, which is read instead");
    }

    @Test
    void twoServersOfOneShopAreTwoLogs() throws Exception {
        log("one.log", 9, 40);
        log("two.log", 9, 41);
        Files.writeString(
                folder.resolve("two.log"),
                Files.readString(folder.resolve("two.log")).replace("/page-", "/other-"));

        assertThat(found(folder.toString())).hasSize(2);
    }

    @Test
    void afewEqualLinesAreNoTwins() throws Exception {
        log("one.log", 9, 9);
        log("two.log", 9, 9);

        assertThat(found(folder.toString())).hasSize(2);
    }

    @Test
    void theFormatIsRecognizedForEachFile() throws Exception {
        log("access.log", 9, 12);
        Files.writeString(
                folder.resolve("error.log"),
                "2026/11/23 08:09:07 [error] 7#7: *1 open() \"/x\" failed, client: 192.0.2.1, server: s, request: \"GET /x HTTP/1.1\", host: \"h\"\n");

        var logs = files.find(List.of(folder.toString()));

        assertThat(logs)
                .extracting(each -> each.format().text())
                .containsExactlyInAnyOrder("combined", "nginx-error");
    }

    @Test
    void aGivenFormatIsThatOfAll() throws Exception {
        log("access.log", 9, 12);
        var given = new LogFiles(LogFormat.of("common"), ZoneOffset.UTC, notices::add);

        assertThat(given.find(List.of(folder + "/access.log")).getFirst().format().text())
                .isEqualTo("common");
    }

    private List<String> found(String... names) throws LogFile.Unreadable {
        return new LogFiles(null, ZoneOffset.UTC, notices::add)
                .find(Arrays.asList(names)).stream()
                        .map(log -> folder.relativize(Path.of(log.name())).toString())
                        .toList();
    }

    private Path log(String name, int hour, int lines) throws IOException {
        var text = new StringBuilder();
        for (int i = 0; i < lines; i++) {
            text.append(
                    "192.0.2.%d - - [23/Nov/2026:%02d:09:%02d +0000] \"GET /page-%d HTTP/1.1\" 200 5 \"-\" \"B\"%n"
                            .formatted(i % 9, hour, i, i));
        }
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, text.toString().getBytes(UTF_8));
    }
}
