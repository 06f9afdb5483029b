package dev.cordon.infra.bootstrap.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.infra.crypto.RecoveryKey;
import dev.cordon.infra.vault.TestVaults;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class RecoverCommandTest {

    private static final IncidentId INCIDENT = new IncidentId(new UUID(0, 1));
    private static final byte[] CONTENT = "what was collected".getBytes(UTF_8);
    private static final Sha256 DIGEST = Sha256.of(CONTENT);

    @TempDir Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private String key = "";

    @BeforeEach
    void aVaultWhoseMasterKeyIsLost() throws IOException {
        var master = folder.resolve("master.json");
        TestVaults.inFolder(vault(), master)
                .store(INCIDENT, new ByteArrayInputStream(CONTENT), CONTENT.length);
        key = TestVaults.recoveryKey(vault(), master);
        Files.delete(master);
    }

    @Test
    void allContentComesBackWithThePrintedKeyAlone() {
        int code = recover(key + "\n");

        assertThat(code).isZero();
        assertThat(out.toString()).isEqualTo(INCIDENT + "/" + DIGEST + System.lineSeparator());
        assertThat(err.toString()).contains("1 of 1 contents are in");
        assertThat(to().resolve(INCIDENT.toString()).resolve(DIGEST.hex()))
                .hasBinaryContent(CONTENT);
        assertThat(recover(key)).isZero();
    }

    @Test
    void aTypingErrorIsToldAndNothingIsDone() {
        var typed = key.substring(0, 13) + (key.charAt(13) == '7' ? '8' : '7') + key.substring(14);

        int code = recover(typed);

        assertThat(code).isEqualTo(3);
        assertThat(err.toString()).contains("Group 3 of the recovery key has a typing error");
        assertThat(to()).doesNotExist();
    }

    @Test
    void anotherKeyIsToldAndNothingIsGivenBack() {
        int code = recover(RecoveryKey.create().printed());

        assertThat(code).isEqualTo(4);
        assertThat(err.toString()).contains("not the recovery key of this vault");
        assertThat(to()).doesNotExist();
    }

    @Test
    void whatCannotBeGivenBackIsNamed() throws IOException {
        try (var files = Files.walk(vault().resolve("content"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }

        int code = recover(key);

        assertThat(code).isEqualTo(1);
        assertThat(err.toString()).contains(DIGEST.hex()).contains("is not there");
    }

    @Test
    void aFolderThatIsNoVaultIsRefusedAndTheKeyIsNeverRepeated() {
        int code =
                new CommandLine(command(key))
                        .setErr(new PrintWriter(err))
                        .execute("--vault", folder.toString(), "--to", to().toString());

        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).contains("is no vault").doesNotContain(key.substring(0, 11));
    }

    private int recover(String typed) {
        return new CommandLine(command(typed))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute("--vault", vault().toString(), "--to", to().toString());
    }

    private static RecoverCommand command(String typed) {
        return new RecoverCommand(new ByteArrayInputStream(typed.getBytes(UTF_8)));
    }

    private Path vault() {
        return folder.resolve("vault");
    }

    private Path to() {
        return folder.resolve("back");
    }
}
