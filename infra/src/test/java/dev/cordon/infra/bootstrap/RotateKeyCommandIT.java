package dev.cordon.infra.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command as people call it, on a data folder of its own with its own server. */
class RotateKeyCommandIT {

    @TempDir Path data;

    private final StringWriter said = new StringWriter();

    @Test
    void aNewKeyTakesThePlaceOfTheEarlierOne() throws IOException {
        assertThat(rotate("--keep-earlier")).isZero();
        var both = Files.readString(data.resolve("keys/master.json"));
        assertThat(said.toString()).contains("made a new key").contains("The earlier key stays");

        assertThat(rotate()).isZero();

        var alone = Files.readString(data.resolve("keys/master.json"));
        assertThat(said.toString())
                .contains("goes on with the new key")
                .contains("The earlier key is removed");
        assertThat(alone).hasSizeLessThan(both.length());
        assertThat(both).contains(primary(alone));
    }

    @Test
    void whatKeepsItFromStartingIsSaidInASentence() throws IOException {
        assertThat(rotate("--cordon.database.url=jdbc:postgresql://127.0.0.1:1/none")).isEqualTo(2);

        assertThat(said.toString()).startsWith("cordon rotate-key: broke off: ").hasLineCount(1);
    }

    private static String primary(String keys) {
        return keys.replaceAll("(?s).*\"primaryKeyId\":\\s*(\\d+).*", "$1");
    }

    private int rotate(String... options) {
        var command = new CommandLine(new RotateKeyCommand());
        command.setErr(new PrintWriter(said, true));
        var all = new ArrayList<>(List.of(options));
        all.add("--cordon.data=" + data);
        return command.execute(all.toArray(String[]::new));
    }
}
