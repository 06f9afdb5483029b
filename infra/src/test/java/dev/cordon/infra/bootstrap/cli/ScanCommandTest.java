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
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ScanCommandTest {

    @TempDir Path folder;

    @Test
    void eachAlertIsOneLineOfJsonWithEveryAddress() throws IOException {
        var said = scan("--json", "--store", "Fjord Shop", sample("credential-stuffing"));

        var alert = only(said);
        assertThat(said.code).isZero();
        assertThat(alert.required("attack").asString()).isEqualTo("credential-stuffing");
        assertThat(alert.required("store").asString()).isEqualTo("Fjord Shop");
        assertThat(alert.required("technique").asString()).isEqualTo("T1110.004");
        assertThat(alert.required("severity").asString()).isEqualTo("high");
        assertThat(texts(alert.required("sources")))
                .containsExactlyInAnyOrderElementsOf(Samples.attackers("credential-stuffing"));
        assertThat(alert.required("logins")).hasSize(2);
        assertThat(alert.propertyNames())
                .contains("rule", "title", "firstSeen", "lastSeen", "detectedAt", "events")
                .contains("reason", "samples", "accounts", "ranges");
    }

    @Test
    void aPersonReadsWhoAndWhenInTheirZone() throws IOException {
        var said = scan("--zone", "Europe/Berlin", sample("bruteforce-wp-login"));

        assertThat(said.out)
                .contains("HIGH  ")
                .contains("2026-11-23 09:16:40 +01:00 to 2026-11-23 09:17:28 +01:00")
                .contains("203.0.113.51 got through at 2026-11-23 09:17:25 +01:00")
                .contains("203.0.113.50");
        assertThat(said.err).isEqualToIgnoringNewLines("862 lines read, all understood.");
    }

    @Test
    void severalAlertsBeginWithATableOfThemTheEarliestFirst() throws IOException {
        var said = scan(sample("bruteforce-wp-login"), sample("webshell-plugin-tamper"));

        assertThat(said.out.lines().limit(4))
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("SEVERITY  ATTACK  "),
                        line ->
                                assertThat(line)
                                        .contains("login-bruteforce  ", "08:16:30", "  1  "),
                        line ->
                                assertThat(line)
                                        .contains("login-bruteforce  ", "08:16:40", "  1  "),
                        line -> assertThat(line).contains("CRITICAL  admin-takeover  ", "  2  "));
    }

    @Test
    void moreThreadsTellTheSame() throws IOException {
        var alone = scan("--json", sample("sql-injection"));
        var together = scan("--json", "--threads", "3", sample("sql-injection"));

        assertThat(alone.out).isNotEmpty();
        assertThat(together.out).isEqualTo(alone.out);
        assertThat(scan("--threads", "0", sample("normal")).code).isEqualTo(2);
        assertThat(scan("--threads", "0", sample("normal")).err)
                .isEqualToIgnoringNewLines("cordon scan: --threads takes 1 to 64, not 0.");
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
    void aNetworkThatTheUserKnowsIsBelievedForWhatItsOwnerDoes() throws IOException {
        var list = folder.resolve("known.txt");
        Files.writeString(
                list,
                "# our people\noffice = 198.51.100.0/26  # Bergen\n\noffice=198.51.100.64/26\n");
        var log = sample("credential-stuffing");

        var office = scan("--json", "--allow", list.toString(), log);
        var crawler = scan("--json", "--allow", "crawler=198.51.100.0/24", log);

        assertThat(office.out).isEmpty();
        assertThat(office.code).isZero();
        assertThat(only(crawler).required("addressCount").asInt()).isEqualTo(40);
    }

    @Test
    void aNetworkThatIsNoneIsOneSentenceAndCodeTwo() throws IOException {
        var list = folder.resolve("known.txt");
        Files.writeString(list, "office=192.0.2.0/24\npub=192.0.2.1\n");

        assertThat(scan("--allow", "office=shop", sample("normal")).err.lines())
                .containsExactly("cordon scan: --allow: not a network: shop.");
        var said = scan("--allow", list.toString(), sample("normal"));
        assertThat(said.code).isEqualTo(2);
        assertThat(said.err.lines())
                .singleElement()
                .asString()
                .contains("known.txt, line 2: ")
                .endsWith("not a pub.");
        assertThat(scan("--allow", folder.resolve("none").toString(), sample("normal")).code)
                .isEqualTo(2);
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
    void anEmptyNameIsNotTheCurrentFolder() {
        var said = scan("");

        assertThat(said.code).isEqualTo(2);
        assertThat(said.err.lines()).containsExactly("cordon scan: an empty name names no file.");
    }

    @Test
    void aFolderIsSearchedForLogs() throws IOException {
        Files.writeString(folder.resolve("readme.txt"), "These are the logs of the shop.\n");
        sample("credential-stuffing");

        var said = scan("--json", folder.toString());

        assertThat(said.code).isZero();
        assertThat(only(said).required("addressCount").asInt()).isEqualTo(40);
        assertThat(said.err)
                .contains("passed over what is no log, " + folder.resolve("readme.txt"));
    }

    @Test
    void aFolderWithoutLogsIsOneSentenceAndCodeTwo() throws IOException {
        Files.writeString(folder.resolve("readme.txt"), "These are the logs of the shop.\n");

        var said = scan(folder.toString());

        assertThat(said.code).isEqualTo(2);
        assertThat(said.err.lines()).singleElement().asString().contains("holds no log");
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
    void aSmallCompressedLogThatBreaksOffIsReadAsFarAsItGoes() throws IOException {
        var whole = gzip(Arrays.copyOf(Samples.log("credential-stuffing"), 50_000));
        var file = folder.resolve("access.log.gz");
        Files.write(file, Arrays.copyOf(whole, whole.length - 100));

        var said = scan(file.toString());

        assertThat(said.code).isEqualTo(2);
        assertThat(said.err).contains("cannot be read to its end: it breaks off.");
    }

    @Test
    void aLogThatBreaksOffDoesNotKeepTheOthersFromBeingRead() throws IOException {
        var whole = gzip(Samples.log("normal"));
        Files.write(folder.resolve("other.log.gz"), Arrays.copyOf(whole, whole.length - 100));
        Files.write(folder.resolve("junk.gz"), new byte[] {0x1f, (byte) 0x8b, 1, 2, 3});
        sample("credential-stuffing");

        var said = scan("--json", folder.toString());

        assertThat(said.code).isEqualTo(2);
        assertThat(only(said).required("addressCount").asInt()).isEqualTo(40);
        assertThat(said.err).contains("other.log.gz cannot be read to its end");
        assertThat(said.err).contains("junk.gz cannot be read");
    }

    @Test
    void rotatedFilesAreOneLogInWhateverOrderTheyAreNamed() throws IOException {
        var lines = new String(Samples.log("credential-stuffing"), UTF_8).lines().toList();
        var old = folder.resolve("access.log.1");
        var current = folder.resolve("access.log");
        Files.write(old, lines.subList(0, 500));
        Files.write(current, lines.subList(500, lines.size()));

        var said = only(scan("--json", current.toString(), old.toString()));
        var whole = only(scan("--json", sample("credential-stuffing")));

        assertThat(placeless(said)).isEqualTo(placeless(whole));
    }

    @Test
    void theSameRequestsInTwoFormatsCountOnce() throws IOException {
        var json = folder.resolve("access.json.log");
        Files.write(json, jsonOf(Samples.log("credential-stuffing")));
        var plain = sample("credential-stuffing");

        var said = scan("--json", plain, json.toString());

        assertThat(only(said)).isEqualTo(only(scan("--json", plain)));
        assertThat(said.err).contains(json + " holds the same as " + plain);
    }

    @Test
    void aDashReadsWhatIsPipedIn() throws IOException {
        var before = System.in;
        var whole = only(scan("--json", sample("credential-stuffing")));
        System.setIn(new ByteArrayInputStream(Samples.log("credential-stuffing")));
        try {
            assertThat(placeless(only(scan("--json", "-")))).isEqualTo(placeless(whole));
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
                .contains("looks like no log that is known")
                .contains("3 lines read, 3 not understood")
                .contains("cut short")
                .contains("line 2: \\x00\\x01 abc");
    }

    @Test
    void anEmptyFileIsNoAlert() throws IOException {
        var file = folder.resolve("access.log");
        Files.createFile(file);

        var said = scan(file.toString());

        assertThat(said.code).isZero();
        assertThat(said.err).isEqualToIgnoringNewLines("0 lines read, all understood.");
    }

    @Test
    void alertsAreScoredAgainstWhatIsKnown() throws IOException {
        var log = sample("credential-stuffing");
        var labels = folder.resolve("labels.json");
        try (var in =
                Samples.class.getResourceAsStream("/detection/credential-stuffing/labels.json")) {
            Files.copy(in, labels);
        }

        var text = scan("--truth", labels.toString(), log);
        var json = scan("--json", "--truth", labels.toString(), log);

        assertThat(text.err).contains("Campaigns found: 1 of 1 (100.0 %)");
        assertThat(text.out).doesNotContain("score");
        var score = JsonMapper.shared().readTree(json.out.lines().toList().getLast());
        assertThat(score.at("/score/recall").asDouble()).isEqualTo(1);
        assertThat(score.at("/score/addressRecall").asDouble()).isEqualTo(1);
    }

    @Test
    void labelsThatAreNoneAreRefusedBeforeAnythingIsRead() throws IOException {
        var said = scan("--truth", sample("normal"), sample("normal"));

        assertThat(said.code).isEqualTo(2);
        assertThat(said.err.lines()).singleElement().asString().contains("holds no labels");
    }

    @Test
    void aFormatIsGivenByItsTextAndRefusedIfThereIsNone() throws IOException {
        var good = scan("--format", "combined", sample("normal"));
        var bad = scan("--format", "morse", sample("normal"));

        assertThat(good.code).isZero();
        assertThat(bad.code).isEqualTo(2);
        assertThat(bad.err.lines()).singleElement().asString().contains("morse");
    }

    @Test
    void furtherRulesAreUsedAndThoseThatCannotBeAreSaid() throws IOException {
        var rules = Files.createDirectory(folder.resolve("rules"));
        Files.writeString(
                rules.resolve("mugs.yml"),
                """
                title: Somebody wants a mug
                name: a-mug
                logsource: {category: webserver}
                detection:
                  mug: {cs-uri-stem|contains: /product/}
                  condition: mug
                level: low
                """);
        Files.writeString(rules.resolve("broken.yml"), "title: no detection\n");

        var said = scan("--json", "--rules", rules.toString(), sample("normal"));

        assertThat(said.code).isZero();
        assertThat(said.out.lines()).isNotEmpty().allMatch(line -> line.contains("\"a-mug\""));
        assertThat(said.err).contains("a rule of broken.yml").contains("is not used");
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

    /** The alert without where its lines stand. */
    private static JsonNode placeless(JsonNode alert) {
        return ((ObjectNode) alert).remove(List.of("ranges"));
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    private static final Pattern COMBINED =
            Pattern.compile(
                    "(\\S+) - \\S+ \\[([^]]+)] \"(\\S+) (\\S+) [^\"]*\" (\\d+) (\\d+) \"([^\"]*)\" \"([^\"]*)\"");
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT);

    /** The same requests as another module of the server writes them. */
    private static byte[] jsonOf(byte[] combined) {
        var json = new StringBuilder();
        COMBINED.matcher(new String(combined, UTF_8))
                .results()
                .forEach(
                        line ->
                                json.append(
                                        "{\"time\":\"%s\",\"remote_addr\":\"%s\",\"method\":\"%s\",\"uri\":\"%s\",\"status\":%s,\"bytes\":%s}\n"
                                                .formatted(
                                                        OffsetDateTime.parse(line.group(2), STAMP),
                                                        line.group(1),
                                                        line.group(3),
                                                        line.group(4),
                                                        line.group(5),
                                                        line.group(6))));
        return json.toString().getBytes(UTF_8);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        var packed = new java.io.ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(packed)) {
            zip.write(bytes);
        }
        return packed.toByteArray();
    }
}
