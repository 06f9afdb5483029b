package dev.cordon.infra.detection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.cordon.domain.detection.rule.RuleFile;
import dev.cordon.domain.detection.rule.SigmaLoader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the bytes of a rule file are: nothing is thrown, nothing hangs. */
class HostileRuleFilesTest {

    private static final List<String> PIECES =
            List.of(
                    "\n",
                    "\n---\n",
                    "...",
                    "- ",
                    ": ",
                    "? ",
                    "[",
                    "]",
                    "{",
                    "}",
                    "&a ",
                    "*a",
                    "!!java.net.URL ",
                    "!<x> ",
                    "%YAML 1.1\n",
                    "|\n",
                    ">-\n",
                    "'",
                    "\"",
                    "\\x",
                    "\\U00110000",
                    "#",
                    "\t",
                    "  ",
                    "\ufeff",
                    "\u0085",
                    "\u2028",
                    "\0",
                    "<<: *a",
                    "a: &a [*a, *a]",
                    "null",
                    "~",
                    "0x",
                    "1e999",
                    "@",
                    "`");

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void changedFilesAreReadOrRefused(int seed) {
        var random = new Random(seed);
        var files = List.of("login.yml", "events.yml", "injection.yml");

        for (int i = 0; i < 300; i++) {
            byte[] changed = changed(resource(files.get(random.nextInt(3))), random);
            assertTimeoutPreemptively(Duration.ofMinutes(2), () -> load(changed));
        }
    }

    @Test
    void randomBytesAreReadOrRefused() {
        var random = new Random(6);

        for (int i = 0; i < 3_000; i++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            load(bytes);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[",
                "{",
                "- ",
                "? ",
                "a: ",
                "[a, ",
                "{a: ",
                "&a ",
                "!x ",
                "'a' ",
                "\"\\n\" ",
                "# a\n",
                "--- ",
                "---\n",
                "|\n",
                "a\n",
                "*a ",
                "[]: ",
                "%A\n",
                "\n",
                " ",
                "a: b\n",
                "{[",
                "? - "
            })
    void oneThingAgainAndAgainCostsLittle(String piece) {
        var text = piece.repeat(1_000_000 / piece.length());

        assertTimeoutPreemptively(Duration.ofMinutes(2), () -> load(text.getBytes(UTF_8)));
    }

    private static void load(byte[] bytes) {
        var set = SigmaLoader.load(List.of(RuleYaml.read("a.yml", bytes)), Map.of());
        assertThat(set.rules().size() + set.refused().size()).isPositive();
    }

    private static byte[] changed(byte[] file, Random random) {
        var out = new ByteArrayOutputStream();
        int at = 0;
        for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
            int next = at + random.nextInt(file.length - at);
            out.write(file, at, next - at);
            out.writeBytes(
                    random.nextInt(4) == 0
                            ? new byte[] {(byte) random.nextInt(256)}
                            : PIECES.get(random.nextInt(PIECES.size())).getBytes(UTF_8));
            at = next + random.nextInt(Math.min(30, file.length - next));
        }
        out.write(file, at, file.length - at);
        return out.toByteArray();
    }

    private static byte[] resource(String name) {
        try (var in = RuleFile.class.getResourceAsStream("/rules/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
