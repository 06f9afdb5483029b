package dev.cordon.infra.vault;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.application.evidence.EvidenceVault;
import dev.cordon.application.evidence.EvidenceVault.Destroyed;
import dev.cordon.application.evidence.EvidenceVault.Unreadable;
import dev.cordon.application.evidence.EvidenceVaultContract;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.infra.crypto.SealedForm;
import dev.cordon.infra.crypto.TestKeys;
import dev.cordon.infra.folder.OwnerOnly;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderVaultTest extends EvidenceVaultContract {

    private static final String SECRET = "203.0.113.9 asked for /my-account";
    private static final int FORM = "cordon/evidence/v1\n".length();

    @TempDir Path folder;
    @TempDir Path elsewhere;

    private EvidenceVault vault;

    @BeforeEach
    void open() throws IOException {
        vault = another();
    }

    @Override
    protected EvidenceVault vault() {
        return vault;
    }

    @Override
    protected void assertNothingKept() throws IOException {
        assertThat(contents()).isEmpty();
        assertThat(keyFiles()).isEmpty();
        assertThat(below("incoming")).isEmpty();
    }

    @Override
    protected void change(Sha256 content) throws IOException {
        overwrite(contents().getFirst(), "something else".getBytes(UTF_8));
    }

    @Override
    protected void remove(Sha256 content) throws IOException {
        Files.delete(contents().getFirst());
    }

    @Test
    void aStoredFileIsReadOnlyAndTheOwnersAlone() throws IOException {
        vault.store(ONE, bytes("line"), 100);

        assertThat(rights(contents().getFirst())).isEqualTo("r--------");
        assertThat(rights(keyFiles().getFirst())).isEqualTo("rw-------");
    }

    @Test
    void equalContentOfAnIncidentLiesThereOnce() throws IOException {
        vault.store(ONE, bytes("line"), 100);
        vault.store(ONE, bytes("line"), 100);
        vault.store(OTHER, bytes("line"), 100);

        assertThat(contents()).hasSize(2);
        assertThat(keyFiles()).hasSize(2);
    }

    @Test
    void manyWhoBringEqualContentAtOnceLeaveItOnceAndSound() throws Exception {
        var content = new byte[100_000];
        Callable<EvidenceVault.Stored> bring =
                () -> another().store(ONE, new ByteArrayInputStream(content), content.length);

        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var done :
                    threads.invokeAll(IntStream.range(0, 24).mapToObj(_ -> bring).toList())) {
                assertThat(done.get().content()).isEqualTo(Sha256.of(content));
            }
        }

        assertThat(contents()).hasSize(1);
        assertThat(vault.rehash(ONE, Sha256.of(content))).contains(Sha256.of(content));
    }

    @Test
    void whatWasChangedInTheVaultIsNotTakenForTheSameContent() throws IOException {
        var stored = vault.store(ONE, bytes("line"), 100);
        change(stored.content());

        assertThatThrownBy(() -> vault.store(ONE, bytes("line"), 100))
                .isInstanceOf(Unreadable.class);

        assertThat(contents()).hasSize(1);
    }

    @Test
    void whatWasRemovedFromTheVaultCanBeBroughtBack() throws IOException {
        var stored = vault.store(ONE, bytes("line"), 100);
        remove(stored.content());

        vault.store(ONE, bytes("line"), 100);

        assertThat(vault.rehash(ONE, stored.content())).contains(stored.content());
    }

    @Test
    void nothingOfTheContentLiesInClear() throws IOException {
        vault.store(
                ONE,
                new Watched(SECRET.repeat(100_000).getBytes(UTF_8), () -> assertNothingInClear()),
                Long.MAX_VALUE);

        assertNothingInClear();
    }

    @Test
    void aFlippedBitIsNamedWithItsFileAndTheFirstByteThatDoesNotOpen() throws IOException {
        var content = new byte[2 * SealedForm.RECORD + 100];
        new Random(3).nextBytes(content);
        var stored = vault.store(ONE, new ByteArrayInputStream(content), content.length);
        var file = contents().getFirst();
        var whole = Files.readAllBytes(file);

        for (int at = 0; at < whole.length; at = at < 100 ? at + 1 : at + 997) {
            var changed = whole.clone();
            changed[at] ^= (byte) (1 << at % 8);
            overwrite(file, changed);
            long broken = at < FORM ? 0 : recordOf(at - FORM);

            assertThatThrownBy(() -> vault.rehash(ONE, stored.content()))
                    .isInstanceOfSatisfying(
                            Unreadable.class,
                            unreadable -> {
                                assertThat(unreadable.file()).isEqualTo(file.toString());
                                assertThat(unreadable.at()).isEqualTo(broken);
                            });
        }
    }

    private static long recordOf(int at) {
        return (long) at / (SealedForm.RECORD + SealedForm.ADDED) * SealedForm.RECORD;
    }

    @Test
    void contentThatWasCutOffAnywhereIsFoundOut() throws IOException {
        var content = new byte[2 * SealedForm.RECORD];
        new Random(3).nextBytes(content);
        var stored = vault.store(ONE, new ByteArrayInputStream(content), content.length);
        var file = contents().getFirst();
        var whole = Files.readAllBytes(file);
        int record = SealedForm.RECORD + SealedForm.ADDED;

        for (int cut : new int[] {0, 5, FORM, FORM + record, FORM + 2 * record, whole.length - 1}) {
            overwrite(file, Arrays.copyOf(whole, cut));

            var read = new ByteArrayOutputStream();
            assertThatThrownBy(() -> vault.open(ONE, stored.content()).transferTo(read))
                    .isInstanceOf(Unreadable.class);
            assertThat(read.toByteArray()).isEqualTo(Arrays.copyOf(content, read.size()));
        }
    }

    @Test
    void contentAndKeysOfOthersOpenNothing() throws IOException {
        var one = vault.store(ONE, bytes("line"), 100);
        var two = vault.store(OTHER, bytes("line"), 100);
        var keys = keyFiles();
        var theirs = Files.readAllBytes(keys.get(1));

        Files.write(keys.get(0), theirs);

        assertThatThrownBy(() -> vault.rehash(ONE, one.content()))
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        broken -> assertThat(broken.file()).isEqualTo(keys.get(0).toString()));
        assertThat(vault.rehash(OTHER, two.content())).contains(two.content());
        Files.writeString(keys.get(0), "cordon/content-key/v1\nlies ../../etc/passwd\nmaster x\n");
        assertThatThrownBy(() -> vault.open(ONE, one.content())).isInstanceOf(Unreadable.class);
    }

    @Test
    void anotherMasterKeyOpensNothing() throws IOException {
        var stored = vault.store(ONE, bytes("line"), 100);

        var stranger =
                VaultConfiguration.inFolder(
                        folder, TestKeys.contentKeys(elsewhere.resolve("other.json")));

        assertThatThrownBy(() -> stranger.rehash(ONE, stored.content()))
                .isInstanceOf(Unreadable.class);
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
                                    assertThat(below("incoming")).hasSize(1);
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

    private EvidenceVault another() throws IOException {
        return VaultConfiguration.inFolder(
                folder, TestKeys.contentKeys(elsewhere.resolve("master.json")));
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

    private void assertNothingInClear() throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain("203.0.113", "my-account");
            }
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

    /** Some bytes, and something to happen before the end is reached. */
    private static final class Watched extends InputStream {

        private interface Step {
            void run() throws IOException;
        }

        private final InputStream bytes;
        private final Step between;

        Watched(byte[] bytes, Step between) {
            this.bytes = new ByteArrayInputStream(bytes);
            this.between = between;
        }

        @Override
        public int read() throws IOException {
            int one = bytes.read();
            if (one < 0) {
                between.run();
            }
            return one;
        }
    }
}
