package dev.cordon.infra.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.infra.pack.TamperCorpus;
import dev.cordon.infra.pack.VerifierPage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

class VerifyCommandTest {

    @TempDir Path folder;

    private record Said(int code, String out, String err) {}

    @BeforeEach
    void aPackage() throws IOException {
        Files.write(folder.resolve("package.zip"), TamperCorpus.untouched());
    }

    @Test
    void underTheKeyThatIsKnownItIsIntact() {
        var said = verify("--key", TamperCorpus.fingerprint(), "package.zip");

        assertThat(said.code()).isZero();
        assertThat(said.out())
                .startsWith("Intact: ")
                .contains("INC-2026-0001", "EV-0001", "Court of Hamburg")
                .contains("key         " + TamperCorpus.fingerprint());
        assertThat(said.err()).isEmpty();
    }

    @Test
    void aKeyThatNobodyVouchedForIsNeverIntact() {
        var unnamed = verify("package.zip");
        var another = verify("--key", "0".repeat(64), "package.zip");

        assertThat(unnamed.code()).isEqualTo(3);
        assertThat(unnamed.out()).startsWith("Signer unknown: ").contains("You named no key");
        assertThat(another.code()).isEqualTo(3);
        assertThat(another.out()).contains("signed by another key than the one you know");
    }

    /** Its signature holds, and anybody can make one whose signature holds. */
    @Test
    void aTimeStampThatNobodyVouchedForIsNeverProven() {
        var known = TamperCorpus.fingerprint();

        var read = verify("--key", known, "package.zip");
        var german = verify("--language", "de", "--key", known, "package.zip");
        var json = JsonMapper.shared().readTree(verify("--json", "package.zip").out());

        assertThat(read.out())
                .contains("by CN=Test Authority, whom nobody vouched for here")
                .contains("It proves no time.", "anybody can make such stamps");
        assertThat(german.out())
                .contains("von CN=Test Authority, für den hier niemand bürgt")
                .contains("Das beweist keine Zeit.", "kann jeder machen");
        assertThat(json.at("/timeStamps/0/proven").asBoolean(true)).isFalse();
        assertThat(json.at("/timeStamps/0/sentence").asString())
                .contains("whom nobody vouched for here");
    }

    @Test
    void whatIsVouchedForByARootIsSaidToBe() throws Exception {
        Files.write(folder.resolve("root.txt"), TamperCorpus.root());

        var said = verify("--json", "--tsa-root", "root.txt", "package.zip");

        var stamp = JsonMapper.shared().readTree(said.out()).at("/timeStamps/0");
        assertThat(stamp.at("/proven").asBoolean(false)).isTrue();
        assertThat(stamp.at("/sentence").asString()).contains("leads to the root you gave");
        assertThat(said.out()).doesNotContain("proves no time");
    }

    @Test
    void whatIsBrokenIsNamedToPeopleAndToPrograms() throws IOException {
        var row = row("change a purpose");
        Files.write(folder.resolve("package.zip"), row.file());

        var read = verify("--key", TamperCorpus.fingerprint(), "package.zip");
        var german = verify("--language", "de", "package.zip");
        var parsed = verify("--json", "package.zip");

        var json = JsonMapper.shared().readTree(parsed.out());
        assertThat(json.at("/digest").asString()).matches("[0-9a-f]{64}");
        assertThat(read.out()).contains(json.at("/digest").asString());
        assertThat(read.code()).isEqualTo(1);
        assertThat(read.out()).contains("The link EV-0001/2 of the chain of custody was changed");
        assertThat(german.out()).contains("Das Glied EV-0001/2 der Beweiskette wurde geändert");
        assertThat(parsed.code()).isEqualTo(1);
        assertThat(json.at("/findings/0/what").asString()).isEqualTo(row.what());
        assertThat(json.at("/findings/0/where").asString()).isEqualTo(row.where());
    }

    @Test
    void whatIsNoPackageOrNotThereIsUnreadable() throws IOException {
        Files.writeString(folder.resolve("note.txt"), "no package");

        assertThat(verify("note.txt").code()).isEqualTo(2);
        assertThat(verify("nowhere.zip").err()).contains("it does not exist");
        assertThat(verify("nowhere.zip").code()).isEqualTo(2);
        assertThat(verify("--key", "short", "package.zip").err()).contains("64 hexadecimal");
        assertThat(verify("--checkpoint", "note.txt", "package.zip").code()).isEqualTo(2);
        assertThat(verify("--tsa-root", "note.txt", "package.zip").code()).isEqualTo(2);
    }

    @Test
    void thePageForBrowsersIsWrittenAndNothingIsWrittenOver() throws IOException {
        var written = verify("--page", "page.txt");
        var again = verify("--page", "page.txt");
        var nothing = verify();

        assertThat(written.code()).isZero();
        assertThat(folder.resolve("page.txt")).hasBinaryContent(VerifierPage.bytes());
        assertThat(again.code()).isEqualTo(2);
        assertThat(again.err()).contains("exists already");
        assertThat(nothing.code()).isEqualTo(2);
        assertThat(nothing.err()).contains("PACKAGE is missing");
    }

    private static TamperCorpus.Row row(String change) {
        return TamperCorpus.rows().filter(row -> row.change().equals(change)).findFirst().get();
    }

    /** Names of files are those in the folder. */
    private Said verify(String... words) {
        var args = words.clone();
        for (int i = 0; i < args.length; i++) {
            if (args[i].endsWith(".zip") || args[i].endsWith(".txt")) {
                args[i] = folder.resolve(args[i]).toString();
            }
        }
        var out = new StringWriter();
        var err = new StringWriter();
        int code =
                new CommandLine(new VerifyCommand())
                        .setOut(new PrintWriter(out))
                        .setErr(new PrintWriter(err, true))
                        .execute(args);
        return new Said(code, out.toString(), err.toString());
    }
}
