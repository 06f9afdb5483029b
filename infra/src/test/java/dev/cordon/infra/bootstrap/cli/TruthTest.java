package dev.cordon.infra.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.domain.detection.log.Address;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TruthTest {

    @TempDir Path folder;

    @Test
    void labelsSayWhoDidWhatAndWhen() throws Exception {
        var file =
                labels(
                        """
                        {"scenario": "x", "attacks": [
                          {"tool": "t", "technique": "guessing", "attacker_ips": ["2001:DB8::1", "192.0.2.7"],
                           "malicious": true, "start": "2026-11-23T08:16:29.964Z",
                           "end": "2026-11-23T08:17:45.975Z", "kind": "login-bruteforce"}]}
                        """);

        var attack = Truth.of(List.of(file)).attacks().getFirst();

        assertThat(attack.kind()).isEqualTo("login-bruteforce");
        assertThat(attack.what()).isEqualTo("guessing");
        assertThat(attack.malicious()).isTrue();
        assertThat(attack.start()).isEqualTo(Instant.parse("2026-11-23T08:16:29.964Z"));
        assertThat(attack.addresses())
                .containsExactlyInAnyOrder(
                        Address.of("2001:db8::1").orElseThrow(),
                        Address.of("192.0.2.7").orElseThrow());
    }

    @Test
    void severalFilesAreOneTruth() throws Exception {
        var file = labels(lookalike("a"));

        assertThat(Truth.of(List.of(file, file)).attacks()).hasSize(2);
    }

    @Test
    void whatHoldsNoLabelsIsRefusedInOneSentence() throws Exception {
        for (var text :
                List.of(
                        "",
                        "not json",
                        "{}",
                        "{\"attacks\": [{}]}",
                        lookalike("a").replace("2026-10-05T00:00:00Z", "yesterday"),
                        lookalike("a").replace("192.0.2.1", "nobody"))) {
            var file = labels(text);

            assertThatThrownBy(() -> Truth.of(List.of(file)))
                    .isInstanceOf(LogFile.Unreadable.class)
                    .hasMessageContaining("holds no labels")
                    .hasMessageNotContaining("Unrecognized token")
                    .message()
                    .hasLineCount(1);
        }
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> Truth.of(List.of(folder.resolve("nowhere.json"))))
                .isInstanceOf(LogFile.Unreadable.class)
                .hasMessageContaining("nowhere.json");
    }

    private Path labels(String json) throws IOException {
        return Files.writeString(folder.resolve("labels.json"), json);
    }

    private static String lookalike(String what) {
        return """
        {"attacks": [{"technique": "%s", "attacker_ips": ["192.0.2.1"], "malicious": false,
          "start": "2026-10-05T00:00:00Z", "end": "2026-10-05T01:00:00Z", "kind": "benign"}]}
        """
                .formatted(what);
    }
}
