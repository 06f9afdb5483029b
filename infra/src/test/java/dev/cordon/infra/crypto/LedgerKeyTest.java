package dev.cordon.infra.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.domain.evidence.ledger.SignedCheckpoint;
import dev.cordon.domain.kernel.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerKeyTest {

    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");
    private static final Sha256 ROOT = Sha256.of("root".getBytes(StandardCharsets.UTF_8));

    @TempDir Path folder;

    @Test
    void aCheckpointIsSignedAndOpenedByTheSameKey() throws IOException {
        var key = new LedgerKey(file().create());

        var signed = key.sign(7, ROOT, NOON);

        var opened = key.open(signed).orElseThrow();
        assertThat(opened.size()).isEqualTo(7);
        assertThat(opened.root()).isEqualTo(ROOT);
        assertThat(opened.at()).isEqualTo(NOON);
    }

    @Test
    void aNoteHasTheFormThatOthersRead() throws IOException {
        var key = new LedgerKey(file().create());

        var note = key.sign(7, ROOT, NOON).note();

        var origin = key.verifier().substring(0, key.verifier().indexOf('+'));
        var root = Base64.getEncoder().encodeToString(ROOT.bytes());
        assertThat(note)
                .matches(
                        "\\Q%s\\E\n7\n\\Q%s\\E\ntime 2026-11-26T12:00:00Z\n\n— \\Q%s\\E [A-Za-z0-9+/]+=*\n"
                                .formatted(origin, root, origin));
        assertThat(key.verifier()).matches("cordon/ledger/[0-9a-f]{16}\\+[0-9a-f]{8}\\+\\S{44}");
    }

    @Test
    void noOtherCharacterOfANoteMayBeChanged() throws IOException {
        var key = new LedgerKey(file().create());
        var note = key.sign(7, ROOT, NOON).note();

        for (int i = 0; i < note.length(); i++) {
            for (char other : "wxyzAQgw+/=".toCharArray()) {
                var changed = note.substring(0, i) + other + note.substring(i + 1);

                assertThat(key.open(new SignedCheckpoint(7, changed)))
                        .as(changed)
                        .matches(opened -> opened.isPresent() == changed.equals(note));
            }
        }
        assertThat(key.open(new SignedCheckpoint(7, ""))).isEmpty();
        assertThat(key.open(new SignedCheckpoint(7, note + "x"))).isEmpty();
        assertThat(key.open(new SignedCheckpoint(8, note))).isEmpty();
    }

    @Test
    void anotherKeyOpensNothing() throws IOException {
        var signed = new LedgerKey(file().create()).sign(7, ROOT, NOON);
        var other = new LedgerKey(new LedgerKeyFile(folder.resolve("other.pem")).create());

        assertThat(other.open(signed)).isEmpty();
    }

    @Test
    void theKeyReadsBackAndIsClosedToOthers() throws IOException {
        var made = new LedgerKey(file().create());

        var read = new LedgerKey(file().read());

        assertThat(read.open(made.sign(7, ROOT, NOON))).isPresent();
        assertThat(Files.getPosixFilePermissions(folder.resolve("ledger.pem")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void aKeyThatOthersMayReadIsRefused() throws IOException {
        file().create();
        Files.setPosixFilePermissions(
                folder.resolve("ledger.pem"), PosixFilePermissions.fromString("rw-r--r--"));

        assertThatThrownBy(() -> file().read()).hasMessageContaining("chmod 600");
    }

    @Test
    void aDamagedKeyIsRefusedWithoutItsText() throws IOException {
        file().create();
        Files.writeString(folder.resolve("ledger.pem"), "s3cret");

        assertThatThrownBy(() -> file().read())
                .hasMessageContaining("is damaged")
                .hasMessageNotContaining("s3cret");
    }

    private LedgerKeyFile file() {
        return new LedgerKeyFile(folder.resolve("ledger.pem"));
    }
}
