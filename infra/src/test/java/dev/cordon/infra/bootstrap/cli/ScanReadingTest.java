package dev.cordon.infra.bootstrap.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.detection.Finding;
import dev.cordon.domain.detection.engine.DetectionEngine;
import dev.cordon.domain.detection.engine.DetectionSettings;
import dev.cordon.domain.detection.engine.Pack;
import dev.cordon.domain.detection.engine.Samples;
import dev.cordon.domain.detection.log.IntakeCounts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanReadingTest {

    private static final DetectionSettings SETTINGS = DetectionSettings.DEFAULTS;

    @TempDir Path folder;
    private IntakeCounts counts = IntakeCounts.NOTHING;
    private List<String> problems = List.of();

    @Test
    void oneLogIsTheSameAsItsLinesOnSeveralServers() throws Exception {
        var lines = new String(Samples.log("credential-stuffing"), UTF_8).lines().toList();
        var alone = write("whole/access.log", lines);
        for (int i = 0; i < lines.size(); i++) {
            // Uneven shares, so that the files are at different places at every time.
            append("split/server-" + (i % 7 < 4 ? "a" : i % 7 < 6 ? "b" : "c"), lines.get(i));
        }

        var whole = scan(alone);
        int all = (int) counts.lines();
        var split = scan(folder.resolve("split"));

        assertThat(counts.lines()).isEqualTo(all).isEqualTo(lines.size());
        assertThat(split).hasSize(1);
        assertThat(split.getFirst().addresses()).isEqualTo(whole.getFirst().addresses());
        assertThat(split.getFirst().events()).isEqualTo(whole.getFirst().events());
        assertThat(split.getFirst().period()).isEqualTo(whole.getFirst().period());
    }

    @Test
    void whatAQuietLogTellsOfLaterIsNotKnownBefore() throws Exception {
        var attack = new String(Samples.log("credential-stuffing"), UTF_8).lines().toList();
        write("busy/access.log", attack);
        var alone = scan(folder.resolve("busy"));
        var quiet = new ArrayList<String>();
        quiet.add(asset("198.51.100.1", "08:00:00", "/style.css"));
        for (var attacker : Samples.attackers("credential-stuffing")) {
            // Later each address turns out to have a browser.
            for (var target : List.of("/", "/product/mug/", "/style.css", "/shop.js")) {
                quiet.add(asset(attacker, "08:55:00", target));
            }
        }
        write("busy/cdn.log", quiet);

        var both = scan(folder.resolve("busy"));

        assertThat(counts.understood()).isEqualTo(attack.size() + quiet.size());
        assertThat(both).hasSameSizeAs(alone);
        assertThat(both.getFirst().addresses()).isEqualTo(alone.getFirst().addresses());
        assertThat(both.getFirst().period()).isEqualTo(alone.getFirst().period());
    }

    @Test
    void linesThatEndAsOnWindowsAndLinesThatAreNoneAreCountedOnce() throws Exception {
        var lines = new String(Samples.log("normal"), UTF_8).lines().toList();
        var text = "junk\r\n" + String.join("\r\n", lines) + "\r\nmore junk";
        write("two/a.log", List.of());
        Files.writeString(folder.resolve("two/a.log"), text);
        write("two/error.log", List.of(error("08:10:00"), error("08:11:00")));

        scan(folder.resolve("two"));

        assertThat(counts.lines()).isEqualTo(lines.size() + 4);
        assertThat(counts.rejectedLines()).isEqualTo(2);
        assertThat(counts.bytes())
                .isEqualTo(text.length() + Files.size(folder.resolve("two/error.log")));
    }

    @Test
    void aLogThatBecomesShorterIsSaidAndWhatWasThereCounts() throws Exception {
        var lines = new String(Samples.log("credential-stuffing"), UTF_8).lines().toList();
        var file = write("access.log", lines);
        var logs = new LogFiles(null, ZoneOffset.UTC, _ -> {}).find(List.of(file.toString()));
        write("access.log", lines.subList(0, lines.size() - 5));

        var found = scan(logs);

        assertThat(problems)
                .containsExactly(
                        file + " cannot be read to its end: it became shorter while it was read");
        assertThat(found).hasSize(1);
        assertThat(counts.lines()).isEqualTo(lines.size() - 5);
    }

    @Test
    void aLogThatIsGoneIsSaidAndTheOthersAreRead() throws Exception {
        var lines = new String(Samples.log("normal"), UTF_8).lines().toList();
        var gone = write("gone.log", lines.subList(0, 50));
        write("access.log", lines.subList(50, lines.size()));
        var logs = new LogFiles(null, ZoneOffset.UTC, _ -> {}).find(List.of(folder.toString()));
        Files.delete(gone);

        scan(logs);

        assertThat(problems).singleElement().asString().startsWith(gone + " cannot be read");
        assertThat(counts.lines()).isEqualTo(lines.size() - 50);
    }

    private List<Finding> scan(Path what) throws LogFile.Unreadable {
        return scan(new LogFiles(null, ZoneOffset.UTC, _ -> {}).find(List.of(what.toString())));
    }

    private List<Finding> scan(List<LogFile> logs) {
        var engine = new DetectionEngine(Pack.rules(SETTINGS), SETTINGS, 42);
        try (var progress = ScanProgress.of(logs)) {
            var reading = new ScanReading(engine, logs, ZoneOffset.UTC, progress, _ -> {});
            problems = reading.read();
            counts = reading.counts();
        }
        return Samples.lasting(engine);
    }

    private static String asset(String address, String time, String target) {
        return "%s - - [23/Nov/2026:%s +0000] \"GET %s HTTP/1.1\" 200 5 \"https://shop.example/\" \"B\""
                .formatted(address, time, target);
    }

    private static String error(String time) {
        return "2026/11/23 %s [error] 7#7: *1 open() \"/x\" failed, client: 192.0.2.1, server: s, request: \"GET /x HTTP/1.1\", host: \"h\""
                .formatted(time);
    }

    private Path write(String name, List<String> lines) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, lines);
    }

    private void append(String name, String line) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                line + "\n",
                java.nio.file.StandardOpenOption.CREATE,
                java.nio.file.StandardOpenOption.APPEND);
    }
}
