package dev.cordon.infra.bootstrap.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.detection.engine.Samples;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ScanCommandTest {

    @TempDir Path folder;

    @Test
    void eachAlertIsOneLineOfJsonWithEveryAddress() throws IOException {
        var said = scan("--json", "--store", "Fjord Shop", sample("credential-stuffing"));

        var alert = only(said);
        assertThat(said.code).isZero();
        assertThat(alert.required("kind").asString()).isEqualTo("CREDENTIAL_STUFFING");
        assertThat(alert.required("store").asString()).isEqualTo("Fjord Shop");
        assertThat(alert.required("techniques").get(0).asString()).isEqualTo("T1110.004");
        assertThat(alert.required("addresses").valueStream())
                .extracting(each -> each.required("address").asString())
                .containsExactlyInAnyOrderElementsOf(Samples.attackers("credential-stuffing"));
        assertThat(alert.required("logins")).hasSize(2);
    }

    @Test
    void aPersonReadsWhoAndWhenInTheirZone() throws IOException {
        var said = scan("--zone", "Europe/Berlin", sample("bruteforce-wp-login"));

        assertThat(said.out)
                .startsWith("HIGH  Password guessing on /wp-login.php")
                .contains("2026-11-23 09:16:31 +01:00")
                .contains("203.0.113.51 got in at 2026-11-23 09:17:25 +01:00")
                .contains("203.0.113.50 203.0.113.51");
        assertThat(said.err).isEqualToIgnoringNewLines("862 lines read, all understood.");
    }

    @Test
    void harmlessTrafficIsNoAlertAndInJsonNoLine() throws IOException {
        var said = scan(sample("normal"));
        var json = scan("--json", sample("normal"));

        assertThat(said.out).isEqualToIgnoringNewLines("No alerts.");
        assertThat(json.out).isEmpty();
        assertThat(json.code).isZero();
    }

    @Test
    void aMissingFileIsOneSentenceAndCodeTwo() {
        var said = scan("--json", folder.resolve("nowhere.log").toString());

        assertThat(said.code).isEqualTo(2);
        assertThat(said.out).isEmpty();
        assertThat(said.err.lines())
                .containsExactly(
                        "cordon scan: " + folder.resolve("nowhere.log") + " does not exist.");
    }

    @Test
    void aFolderIsOneSentenceAndCodeTwo() {
        var said = scan(folder.toString());

        assertThat(said.code).isEqualTo(2);
        assertThat(said.err.lines()).singleElement().asString().contains("is a folder");
    }

    @Test
    void aCompressedLogIsKnownByItsFirstBytes() throws IOException {
        var file = folder.resolve("access.log.1");
        Files.write(file, gzip(Samples.log("credential-stuffing")));

        assertThat(only(scan("--json", file.toString())).required("addressCount").asInt())
                .isEqualTo(40);
    }

    @Test
    void aCompressedLogThatBreaksOffStillTellsWhatItHeld() throws IOException {
        var whole = gzip(Samples.log("credential-stuffing"));
        var file = folder.resolve("access.log.gz");
        Files.write(file, Arrays.copyOf(whole, whole.length - 100));

        var said = scan("--json", file.toString());

        assertThat(said.code).isEqualTo(2);
        assertThat(only(said).required("addressCount").asInt()).isEqualTo(40);
        assertThat(said.err).contains("cannot be read to its end: it breaks off.");
    }

    @Test
    void rotatedFilesAreOneLogInWhateverOrderTheyAreNamed() throws IOException {
        var lines = new String(Samples.log("credential-stuffing"), UTF_8).lines().toList();
        var old = folder.resolve("access.log.1");
        var current = folder.resolve("access.log");
        Files.write(old, lines.subList(0, 500));
        Files.write(current, lines.subList(500, lines.size()));

        var said = scan("--json", current.toString(), old.toString());

        assertThat(only(said)).isEqualTo(only(scan("--json", sample("credential-stuffing"))));
    }

    @Test
    void aDashReadsWhatIsPipedIn() {
        var before = System.in;
        System.setIn(new ByteArrayInputStream(Samples.log("credential-stuffing")));
        try {
            assertThat(only(scan("--json", "-")).required("failures").asInt()).isEqualTo(47);
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void whatIsNotUnderstoodIsToldByReasonWithAnExample() throws IOException {
        var file = folder.resolve("access.log");
        Files.write(
                file, "junk\n\u0000\u0001 abc\n1.2.3.4 - - [23/Nov/2026:08:18\n".getBytes(UTF_8));

        var said = scan(file.toString());

        assertThat(said.code).isZero();
        assertThat(said.err)
                .contains("3 lines read, 3 not understood")
                .contains("cut short")
                .contains("line 2: \\x00\\x01 abc");
    }

    @Test
    void anEmptyFileIsNoAlert() throws IOException {
        var file = folder.resolve("access.log");
        Files.createFile(file);

        assertThat(scan(file.toString()).code).isZero();
    }

    @Test
    void anUnknownZoneIsRefused() throws IOException {
        var said = scan("--zone", "Mars/Olympus", sample("normal"));

        assertThat(said.code).isEqualTo(2);
        assertThat(said.err).contains("Mars/Olympus");
    }

    private record Said(int code, String out, String err) {}

    private static Said scan(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code =
                new CommandLine(new ScanCommand())
                        .setOut(new PrintWriter(out))
                        .setErr(new PrintWriter(err))
                        .execute(arguments);
        return new Said(code, out.toString(), err.toString());
    }

    private String sample(String name) throws IOException {
        var file = folder.resolve(name + ".log");
        Files.write(file, Samples.log(name));
        return file.toString();
    }

    private static JsonNode only(Said said) {
        assertThat(said.out.lines()).hasSize(1);
        return JsonMapper.shared().readTree(said.out);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        var packed = new java.io.ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(packed)) {
            zip.write(bytes);
        }
        return packed.toByteArray();
    }
}
