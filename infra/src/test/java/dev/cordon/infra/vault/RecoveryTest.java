package dev.cordon.infra.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.application.evidence.EvidenceVault;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.infra.crypto.ContentKeys;
import dev.cordon.infra.crypto.RecoveryKey;
import dev.cordon.infra.crypto.SealBroken;
import dev.cordon.infra.crypto.TestKeys;
import dev.cordon.infra.vault.EvidenceRecovery.Outcome;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveryTest {

    private static final IncidentId ONE = new IncidentId(new UUID(0, 1));
    private static final IncidentId OTHER = new IncidentId(new UUID(0, 2));

    @TempDir Path folder;
    @TempDir Path elsewhere;
    @TempDir Path back;

    private EvidenceVault vault;

    @BeforeEach
    void open() throws IOException {
        vault = VaultConfiguration.inFolder(folder, keys());
    }

    @Test
    void everyByteComesBackWithTheRecoveryKeyAlone() throws Exception {
        var before = stored(ONE, 300_000);
        var key = create();
        var after = stored(OTHER, 70_000);
        Files.delete(elsewhere.resolve("master.json"));

        var outcomes = recover(key);

        assertThat(outcomes).containsExactly(Outcome.RECOVERED, Outcome.RECOVERED);
        assertThat(back.resolve(ONE.toString()).resolve(Sha256.of(before).hex()))
                .hasBinaryContent(before);
        assertThat(back.resolve(OTHER.toString()).resolve(Sha256.of(after).hex()))
                .hasBinaryContent(after);
        assertThat(recover(key)).containsExactly(Outcome.THERE_BEFORE, Outcome.THERE_BEFORE);
    }

    @Test
    void onlyThePublicHalfIsKept() throws Exception {
        stored(ONE, 100);

        var key = create();

        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), UTF_8)).doesNotContain(key);
            }
        }
        assertThat(new VaultRecoveryKeys(shelf(), keys()).create(_ -> {}).toString()).hasSize(29);
    }

    @Test
    void anEarlierRecoveryKeyOpensNothingAnyMore() throws Exception {
        stored(ONE, 100);
        var earlier = create();

        var later = create();

        assertThat(recover(earlier)).containsExactly(Outcome.OF_ANOTHER_KEY);
        assertThat(recover(later)).containsExactly(Outcome.RECOVERED);
    }

    @Test
    void whatWasDestroyedDoesNotComeBack() throws Exception {
        var content = stored(ONE, 100);
        var key = create();

        vault.destroy(ONE, Sha256.of(content));

        assertThat(recover(key)).isEmpty();
    }

    @Test
    void damagedAndMissingContentIsNamedAndTheRestComesBack() throws Exception {
        stored(ONE, 100_000);
        var gone = stored(ONE, 200);
        stored(OTHER, 300);
        var key = create();
        var large = below("content").stream().filter(file -> size(file) > 90_000).findFirst();
        var bytes = Files.readAllBytes(large.orElseThrow());
        bytes[80_000] ^= 1;
        large.get().toFile().setWritable(true);
        Files.write(large.get(), bytes);
        Files.delete(
                below("content").stream()
                        .filter(file -> file.toString().contains(Sha256.of(gone).hex()))
                        .findFirst()
                        .orElseThrow());

        assertThat(recover(key))
                .containsExactlyInAnyOrder(Outcome.DAMAGED, Outcome.MISSING, Outcome.RECOVERED);

        try (var files = Files.walk(back)) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(1);
        }
    }

    @Test
    void wrappingForANewRecoveryKeyGoesOnAfterAKillAtAnyPoint() throws Exception {
        for (int i = 0; i < 4; i++) {
            stored(ONE, 10 + i);
        }
        for (int writes = 0; writes < 6; writes++) {
            var dying = new DyingShelf(shelf(), writes);

            assertThatThrownBy(() -> new VaultRecoveryKeys(dying, keys()).create(_ -> {}))
                    .hasMessage("killed");
            for (var name : shelf().contents()) {
                assertThat(vault.rehash(ONE, new Sha256(name.substring(37)))).isPresent();
            }
            new Rewrapping(shelf(), keys()).resume();

            var recipient = new RecoveryNote(shelf(), keys()).recipient();
            for (var name : shelf().contents()) {
                var note = KeyNote.of(shelf().find(name).orElseThrow()).orElseThrow();
                assertThat(keys().isCurrent(note.key(), recipient)).isTrue();
            }
        }
    }

    @Test
    void aPublicHalfThatSomebodyElsePutThereIsRefused() throws Exception {
        create();
        var stranger = TestKeys.contentKeys(elsewhere.resolve("stranger.json"));
        Files.writeString(
                folder.resolve("keys/recovery-key"),
                stranger.vouch(RecoveryKey.create().recipient()));

        assertThatThrownBy(() -> stored(ONE, 100)).isInstanceOf(SealBroken.class);

        assertThat(below("content")).isEmpty();
    }

    private byte[] stored(IncidentId incident, int length) throws IOException {
        var content = new byte[length];
        new Random(length).nextBytes(content);
        vault.store(incident, new ByteArrayInputStream(content), length);
        return content;
    }

    private String create() throws IOException {
        return new VaultRecoveryKeys(shelf(), keys()).create(_ -> {}).printed();
    }

    private List<Outcome> recover(String printed) throws Exception {
        var outcomes = new ArrayList<Outcome>();
        new EvidenceRecovery(folder, back, RecoveryKey.of(printed))
                .run((_, outcome, _) -> outcomes.add(outcome));
        return outcomes;
    }

    private KeyShelf shelf() throws IOException {
        return new FolderKeyShelf(folder.resolve("keys"));
    }

    private ContentKeys keys() {
        return TestKeys.contentKeys(elsewhere.resolve("master.json"));
    }

    private List<Path> below(String name) throws IOException {
        try (var found = Files.walk(folder.resolve(name))) {
            return found.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static long size(Path file) {
        return file.toFile().length();
    }

    /** Dies at a write, as a program that is killed. */
    record DyingShelf(KeyShelf shelf, int[] left) implements KeyShelf {

        DyingShelf(KeyShelf shelf, int writes) {
            this(shelf, new int[] {writes});
        }

        private void write() throws IOException {
            if (left[0]-- == 0) {
                throw new IOException("killed");
            }
        }

        @Override
        public Optional<Slip> look(String name) throws IOException {
            return shelf.look(name);
        }

        @Override
        public void forgetEarlier(String name) throws IOException {
            shelf.forgetEarlier(name);
        }

        @Override
        public void forgetEarlier() throws IOException {
            shelf.forgetEarlier();
        }

        @Override
        public boolean add(String name, String text) throws IOException {
            write();
            return shelf.add(name, text);
        }

        @Override
        public boolean replace(String name, String old, String text) throws IOException {
            write();
            return shelf.replace(name, old, text);
        }

        @Override
        public void delete(String name, String text) throws IOException {
            write();
            shelf.delete(name, text);
        }

        @Override
        public List<String> contents() throws IOException {
            return shelf.contents();
        }

        @Override
        public String said(String name) {
            return shelf.said(name);
        }
    }
}
