package dev.cordon.infra.detection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.domain.detection.rule.RuleFile;
import dev.cordon.domain.detection.rule.SigmaLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleFilesTest {

    private static final String RULE =
            """
            title: A rule
            logsource: {category: webserver}
            detection: {s: {sc-status: 200}, condition: s}
            """;

    @TempDir Path folder;

    @Test
    void everyRuleOfThePackIsUsed() {
        var set = SigmaLoader.load(RuleFiles.pack(), Map.of("account_paths", List.of("/a")));

        assertThat(set.refused()).isEmpty();
        assertThat(set.rules()).hasSizeGreaterThan(30);
    }

    @Test
    void aFolderIsReadWithWhatLiesInItByName() throws IOException {
        write("b.yml", RULE);
        write("a/c.yaml", RULE);
        write("a/d.txt", RULE);
        write(".git/e.yml", RULE);
        write(".f.yml", RULE);

        var files = RuleFiles.folder(folder);

        assertThat(files).extracting(RuleFile::name).containsExactly("a/c.yaml", "b.yml");
    }

    @Test
    void aFolderThatIsNotThereIsTheCallersAffair() {
        assertThatThrownBy(() -> RuleFiles.folder(folder.resolve("nothing")))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void aFileMayHoldSeveralDocuments() {
        assertThat(read(RULE + "---\n" + RULE + "---\n").documents()).hasSize(3);
    }

    @Test
    void aLinkWithinTheFolderIsFollowedAndOneThatLeadsOutIsNot(@TempDir Path elsewhere)
            throws IOException {
        var secret = Files.writeString(elsewhere.resolve("secret"), RULE);
        write("a.yml", RULE);
        Files.createSymbolicLink(folder.resolve("in.yml"), folder.resolve("a.yml"));
        Files.createSymbolicLink(folder.resolve("out.yml"), secret);
        Files.createSymbolicLink(folder.resolve("elsewhere"), elsewhere);

        var files = RuleFiles.folder(folder);

        assertThat(files).extracting(RuleFile::name).containsExactly("a.yml", "in.yml", "out.yml");
        assertThat(reason(files.getLast())).contains("leads out of the folder");
    }

    @Test
    void aLinkToNothingOrToAFolderIsRefused() throws IOException {
        Files.createSymbolicLink(folder.resolve("a.yml"), folder.resolve("nothing"));
        Files.createSymbolicLink(folder.resolve("b.yml"), folder);

        var files = RuleFiles.folder(folder);

        assertThat(reason(files.getFirst())).isEqualTo("the file cannot be read");
        assertThat(reason(files.getLast())).isEqualTo("it is no file");
    }

    @Test
    void aFileOfMoreThanAMebibyteIsRefused() throws IOException {
        write("a.yml", "# " + "x".repeat(1 << 20));

        assertThat(reason(RuleFiles.folder(folder).getFirst())).contains("larger than 1 MiB");
    }

    @Test
    void aFileThatIsNotUtf8IsRefused() {
        var file = RuleYaml.read("a.yml", "title: gefälscht".getBytes(ISO_8859_1));

        assertThat(reason(file)).isEqualTo("the file is not UTF-8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: b: c",
                "a: [b",
                "'",
                "a: b\n\tc: d",
                "}",
                "%YAML 9.9\n--- a",
                "&",
                "a\0b"
            })
    void whatIsNoYamlIsRefused(String text) {
        assertThat(reason(read(text))).contains("not YAML");
    }

    @Test
    void theReasonSaysInWhichLine() {
        assertThat(reason(read("title: A\ndetection: [b\n"))).contains("in line 3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "{a: 1, a: 2} → the key a stands there twice",
                "a: !!java.net.URL [x] → no values of the type",
                "a: !!binary aGk= → no values of the type",
                "? [a] : b → a key is not a text",
                "a: &x [*x] → repeats what is not there",
                "a: *x → repeats what is not there"
            })
    void whatRulesHaveNoUseForIsRefused(String text, String reason) {
        assertThat(reason(read(text))).contains(reason);
    }

    @Test
    void deepNestingIsRefusedBeforeItCostsAnything() {
        assertThat(reason(read("[".repeat(200_000)))).contains("too deeply nested");
        assertThat(reason(read("- ".repeat(200_000)))).contains("too deeply nested");
    }

    @Test
    void aFileThatRepeatsItselfEndlesslyIsRefusedByTheLoader() {
        var laughs = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            laughs.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(9)));
        }

        assertThat(reason(read(laughs.toString()))).contains("too large");
    }

    @Test
    void repeatedPartsAreReadAsOften() {
        var file = read("a: &x [1, 2]\nb: *x");

        assertThat(file.documents())
                .isEqualTo(List.of(Map.of("a", List.of(1L, 2L), "b", List.of(1L, 2L))));
    }

    @Test
    void valuesWithoutQuotesAreThoseOfYaml12() {
        var file =
                read(
                        "[1, -2, 0, 1.5, true, null, ~, no, off, 0777, 1_000, 1:30, 2026-11-24, 1e3, 1.50, 0x1F, +1, .5, '1', !!str 1, <<]");

        assertThat(file.documents())
                .isEqualTo(
                        List.of(
                                Arrays.asList(
                                        1L,
                                        -2L,
                                        0L,
                                        1.5,
                                        true,
                                        null,
                                        null,
                                        "no",
                                        "off",
                                        "0777",
                                        "1_000",
                                        "1:30",
                                        "2026-11-24",
                                        "1e3",
                                        "1.50",
                                        "0x1F",
                                        "+1",
                                        ".5",
                                        "1",
                                        "1",
                                        "<<")));
    }

    @Test
    void aByteOrderMarkDoesNoHarm() {
        assertThat(read("\ufefftitle: A").documents()).isEqualTo(List.of(Map.of("title", "A")));
    }

    private void write(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static RuleFile read(String text) {
        return RuleYaml.read("a.yml", text.getBytes(UTF_8));
    }

    private static String reason(RuleFile file) {
        var refused = SigmaLoader.load(List.of(file), Map.of()).refused();
        assertThat(refused).isNotEmpty();
        return refused.getFirst().reason();
    }
}
