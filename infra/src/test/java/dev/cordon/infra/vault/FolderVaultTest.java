package dev.cordon.infra.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.application.evidence.EvidenceVault;
import dev.cordon.application.evidence.EvidenceVault.Destroyed;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.infra.crypto.ContentKeys;
import dev.cordon.infra.crypto.TestKeys;
import dev.cordon.infra.folder.OwnerOnly;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderVaultTest extends SealedVaultContract {

    @TempDir Path folder;

    @Override
    protected EvidenceVault another(ContentKeys keys) throws IOException {
        return VaultConfiguration.inFolder(folder, keys);
    }

    @Override
    protected KeyShelf shelf() throws IOException {
        return new FolderKeyShelf(folder.resolve("keys"));
    }

    @Override
    protected List<String> contentNames() throws IOException {
        return contents().stream().map(Path::toString).toList();
    }

    @Override
    protected List<String> keyNames() throws IOException {
        return keyFiles().stream().map(Path::toString).toList();
    }

    @Override
    protected byte[] raw(String name) throws IOException {
        return Files.readAllBytes(Path.of(name));
    }

    @Override
    protected void overwrite(String name, byte[] bytes) throws IOException {
        overwrite(Path.of(name), bytes);
    }

    @Override
    protected List<byte[]> everything() throws IOException {
        var all = new ArrayList<byte[]>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                all.add(Files.readAllBytes(file));
            }
        }
        return all;
    }

    @Override
    protected void age(Duration time) throws IOException {
        for (var part : List.of("content", "keys", "incoming")) {
            for (var file : below(part)) {
                var before = Files.getLastModifiedTime(file).toInstant();
                Files.setLastModifiedTime(file, FileTime.from(before.minus(time)));
            }
        }
    }

    @Override
    protected void loseKey(String name) throws IOException {
        Files.delete(Path.of(name));
    }

    @Override
    protected void remove(Sha256 content) throws IOException {
        Files.delete(contents().getFirst());
    }

    @Override
    protected Instant now() {
        return Instant.now();
    }

    @Override
    protected void assertNothingKept() throws IOException {
        assertThat(contents()).isEmpty();
        assertThat(keyFiles()).isEmpty();
        assertThat(below("incoming")).isEmpty();
    }

    @Test
    void theSweepTouchesNothingThatIsLocked() throws IOException {
        var sealed = vault.store(ONE, bytes("sealed"), 100).content();
        vault.seal(ONE, sealed, now().plus(DAY));
        age(DAY.multipliedBy(2));

        assertThat(vault.sweep(now().minus(DAY), NOTHING)).isZero();

        assertThat(vault.rehash(ONE, sealed)).contains(sealed);
    }

    @Test
    void aStoredFileIsReadOnlyAndTheOwnersAlone() throws IOException {
        vault.store(ONE, bytes("line"), 100);

        assertThat(rights(contents().getFirst())).isEqualTo("r--------");
        assertThat(rights(keyFiles().getFirst())).isEqualTo("rw-------");
    }

    @Test
    void aKillAtAnyPointOfAnUploadLeavesNothingThatIsTakenForContent() throws IOException {
        vault.store(ONE, bytes("line"), 100);
        var content = contents().getFirst();
        var key = keyFiles().getFirst();
        var whole = Files.readAllBytes(content);
        var text = Files.readString(key);
        var digest = Sha256.of("line".getBytes(UTF_8));
        Files.delete(key);
        Files.delete(content);

        for (int cut = 0; cut <= whole.length; cut++) {
            var left = folder.resolve("incoming/evidence-of-a-dead-one");
            Files.write(left, Arrays.copyOf(whole, cut));
            if (cut == whole.length) {
                OwnerOnly.makeReadOnly(left);
            }
            assertThat(another().rehash(ONE, digest)).isEmpty();
            assertThat(below("incoming")).isEmpty();
        }
        Files.write(content, whole);
        assertThat(another().rehash(ONE, digest)).as("content in its place, no key yet").isEmpty();
        Files.writeString(key.resolveSibling(".new1"), text.substring(0, 30));
        assertThat(another().rehash(ONE, digest)).as("half of the key file").isEmpty();

        another().store(ONE, bytes("line"), 100);
        assertThat(another().rehash(ONE, digest)).contains(digest);
    }

    @Test
    void aKillAtAnyPointOfDestroyingLeavesItWholeOrShredded() throws IOException {
        var stored = vault.store(ONE, bytes("line"), 100);
        var content = contents().getFirst();
        var key = keyFiles().getFirst();
        var note = KeyNote.of(Files.readString(key)).orElseThrow();
        var whole = Files.readAllBytes(content);

        Files.writeString(key, note.destroyed().text());

        assertThat(Files.readString(key)).doesNotContain("master");
        assertThat(another().rehash(ONE, stored.content())).isEmpty();
        assertThat(another().destroy(ONE, stored.content())).isEqualTo(Destroyed.KEY_AND_BYTES);
        assertThat(contents()).isEmpty();
        assertThat(keyFiles()).isEmpty();

        vault.store(ONE, bytes("line"), 100);
        Files.writeString(keyFiles().getFirst(), note.destroyed().text());
        Files.createDirectories(content.resolveSibling(".").normalize());
        Files.write(content, whole);
        vault.store(ONE, bytes("line"), 100);
        assertThat(vault.rehash(ONE, stored.content())).contains(stored.content());
    }

    @Test
    void destroyingTheKeyIsEnoughWhateverABackupStillHolds() throws IOException {
        var stored = vault.store(ONE, bytes("line"), 100);
        var content = contents().getFirst();
        var backup = Files.copy(content, elsewhere.resolve("backup"));

        vault.destroy(ONE, stored.content());
        Files.createDirectories(content.resolveSibling(".").normalize());
        Files.copy(backup, content, StandardCopyOption.REPLACE_EXISTING);

        assertThat(vault.rehash(ONE, stored.content())).isEmpty();
        assertThatThrownBy(() -> vault.open(ONE, stored.content())).isInstanceOf(IOException.class);
    }

    @Test
    void nobodyRemovesWhatIsSealedByMistakeAndDestroyingItStillWorks() throws IOException {
        var stored = vault.store(ONE, bytes("line"), 100);

        vault.seal(ONE, stored.content(), UNTIL);

        var parent = contents().getFirst().resolveSibling(".").normalize();
        assertThat(rights(parent)).isEqualTo("r-x------");
        if (!"root".equals(System.getProperty("user.name"))) {
            assertThatThrownBy(() -> remove(stored.content()))
                    .isInstanceOf(AccessDeniedException.class);
        }
        assertThat(vault.destroy(ONE, stored.content())).isEqualTo(Destroyed.KEY_AND_BYTES);
        assertThat(contents()).isEmpty();
    }

    @Test
    void whatLayInClearIsEncryptedForEachIncidentThatHoldsItAndGoesOnAfterACrash()
            throws IOException {
        var clear = clear(SECRET);
        var digest = Sha256.of(SECRET.getBytes(UTF_8));
        vault.store(ONE, bytes(SECRET), 100);

        seal(List.of(ONE, OTHER));
        seal(List.of(ONE, OTHER));

        assertThat(clear).doesNotExist();
        assertThat(vault.rehash(ONE, digest)).contains(digest);
        assertThat(vault.rehash(OTHER, digest)).contains(digest);
        assertNothingInClear();
    }

    @Test
    void whatLiesInClearAndWasChangedOrIsNobodysStaysWhereItIs() throws IOException {
        var changed = clear("something");
        Files.writeString(changed, "something else");
        var nobodys = clear(SECRET);

        seal(List.of());

        assertThat(changed).exists();
        assertThat(nobodys).exists();
        assertThat(keyFiles()).isEmpty();
    }

    private void seal(List<IncidentId> holders) throws IOException {
        new ClearContents(folder.resolve("content"), vault, _ -> holders).seal();
    }

    private Path clear(String text) throws IOException {
        var hex = Sha256.of(text.getBytes(UTF_8)).hex();
        var place =
                folder.resolve("content")
                        .resolve(hex.substring(0, 2))
                        .resolve(hex.substring(2, 4))
                        .resolve(hex);
        Files.createDirectories(place.resolveSibling("x").getParent());
        return Files.writeString(place, text);
    }

    @Test
    void anUploadThatAKilledProgramLeftIsSweptAndAnotherOnesStays() throws IOException {
        Files.writeString(folder.resolve("incoming/evidence-of-a-dead-one"), "half");

        another()
                .store(
                        ONE,
                        new Watched(
                                "x".getBytes(UTF_8),
                                () -> {
                                    another();
                                    assertThat(below("incoming")).hasSize(2); // and its lock
                                }),
                        100);

        assertThat(below("incoming")).isEmpty();
        assertThat(contents()).hasSize(1);
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
                        + folder
                        + " "
                        + elsewhere;
        var process = new ProcessBuilder("bash", "-c", command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(said)
                .contains("The evidence vault cannot write to")
                .contains("Nothing of this upload was kept");
        assertNothingKept();
    }

    private List<Path> contents() throws IOException {
        return below("content");
    }

    private List<Path> keyFiles() throws IOException {
        return below("keys").stream().filter(file -> !file.endsWith("lock")).toList();
    }

    private List<Path> below(String name) throws IOException {
        try (var found = Files.walk(folder.resolve(name))) {
            return found.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void overwrite(Path file, byte[] bytes) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        Files.write(file, bytes);
    }

    private static String rights(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    /** Stores more than the system lets it. */
    static final class OnAFullDisk {
        public static void main(String... args) throws IOException {
            try {
                VaultConfiguration.inFolder(
                                Path.of(args[0]),
                                TestKeys.contentKeys(Path.of(args[1]).resolve("master.json")))
                        .store(ONE, new ByteArrayInputStream(new byte[1 << 20]), 1 << 20);
            } catch (IOException e) {
                System.out.println(e.getMessage());
            }
        }
    }
}
