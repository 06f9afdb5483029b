package dev.cordon.infra.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.application.evidence.EvidenceVault;
import dev.cordon.application.evidence.EvidenceVaultContract;
import dev.cordon.domain.kernel.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderEvidenceVaultTest extends EvidenceVaultContract {

    @TempDir Path folder;

    private EvidenceVault vault;

    @BeforeEach
    void open() throws IOException {
        vault = new FolderEvidenceVault(folder);
    }

    @Override
    protected EvidenceVault vault() {
        return vault;
    }

    @Override
    protected void assertNothingKept() throws IOException {
        assertThat(files()).isEmpty();
    }

    @Override
    protected void change(Sha256 content) throws IOException {
        var file = files().getFirst();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        Files.writeString(file, "something else");
    }

    @Override
    protected void remove(Sha256 content) throws IOException {
        Files.delete(files().getFirst());
    }

    @Test
    void aStoredFileIsReadOnlyAndTheOwnersAlone() throws IOException {
        vault.store(ONE, bytes("line"), 100);

        var permissions = Files.getPosixFilePermissions(files().getFirst());

        assertThat(PosixFilePermissions.toString(permissions)).isEqualTo("r--------");
    }

    @Test
    void equalContentLiesThereOnce() throws IOException {
        vault.store(ONE, bytes("line"), 100);
        vault.store(ONE, bytes("line"), 100);

        assertThat(files()).hasSize(1);
    }

    @Test
    void whatWasChangedInTheVaultIsNotTakenForTheSameContent() throws IOException {
        var stored = vault.store(ONE, bytes("line"), 100);
        change(stored.content());

        assertThatThrownBy(() -> vault.store(ONE, bytes("line"), 100))
                .hasMessageContaining("it was changed");
    }

    @Test
    void anUploadThatAKilledProgramLeftIsSweptAndAnotherOnesStays() throws IOException {
        Files.writeString(folder.resolve("incoming/evidence-of-a-dead-one"), "half");
        var another = new FolderEvidenceVault(folder);

        another.store(
                ONE,
                new Watched(
                        () -> {
                            new FolderEvidenceVault(folder);
                            assertThat(files())
                                    .singleElement()
                                    .matches(file -> file.getParent().endsWith("incoming"));
                        }),
                100);

        assertThat(files()).singleElement().matches(file -> !file.toString().contains("incoming"));
    }

    @Test
    void aFullDiskIsSaidPlainlyAndNothingIsKept() throws Exception {
        // The system's own limit on file size stands in for a full disk: the write itself fails.
        var command =
                "ulimit -f 64; exec "
                        + Path.of(System.getProperty("java.home"), "bin", "java")
                        + " -XX:-UsePerfData -cp '"
                        + System.getProperty("java.class.path")
                        + "' '"
                        + OnAFullDisk.class.getName()
                        + "' "
                        + folder;
        var process = new ProcessBuilder("bash", "-c", command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(said)
                .contains("The evidence vault cannot write to")
                .contains("Nothing of this upload was kept");
        assertThat(files()).isEmpty();
    }

    private List<Path> files() throws IOException {
        try (var found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile).toList();
        }
    }

    /** Stores more than the system lets it. */
    static final class OnAFullDisk {
        public static void main(String... args) throws IOException {
            try {
                new FolderEvidenceVault(Path.of(args[0]))
                        .store(ONE, new ByteArrayInputStream(new byte[1 << 20]), 1 << 20);
            } catch (IOException e) {
                System.out.println(e.getMessage());
            }
        }
    }

    /** One byte, and something to happen before the end is reached. */
    private static final class Watched extends InputStream {

        private interface Step {
            void run() throws IOException;
        }

        private final Step between;
        private int read;

        Watched(Step between) {
            this.between = between;
        }

        @Override
        public int read() throws IOException {
            if (read++ == 0) {
                return 'x';
            }
            between.run();
            return -1;
        }
    }
}
