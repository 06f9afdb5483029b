package dev.cordon.infra.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.application.evidence.EvidenceVault;
import dev.cordon.application.evidence.EvidenceVault.Destroyed;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.infra.crypto.ContentKeys;
import dev.cordon.infra.crypto.RecoveryKey;
import dev.cordon.infra.s3.LockingS3;
import dev.cordon.infra.vault.EvidenceRecovery.Outcome;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class S3VaultTest extends SealedVaultContract {

    @TempDir Path back;

    private BucketInHand bucket;
    private LockingS3 storage;

    @BeforeEach
    @Override
    void open() throws IOException {
        bucket = new BucketInHand(elsewhere.resolve("master.json"));
        storage = bucket.storage;
        vault = bucket.vault;
    }

    @AfterEach
    void close() {
        bucket.close();
    }

    @Override
    protected EvidenceVault another(ContentKeys keys) throws IOException {
        return bucket.another(keys);
    }

    @Override
    protected KeyShelf shelf() {
        return bucket.shelf();
    }

    @Override
    protected List<String> contentNames() {
        return bucket.contentNames();
    }

    @Override
    protected List<String> keyNames() {
        return bucket.keyNames();
    }

    @Override
    protected byte[] raw(String name) {
        return storage.bytes(name);
    }

    @Override
    protected void overwrite(String name, byte[] bytes) {
        storage.overwrite(name, bytes);
    }

    @Override
    protected List<byte[]> everything() {
        return storage.everything();
    }

    @Override
    protected void age(Duration time) {
        storage.pass(time);
    }

    @Override
    protected Instant now() {
        return storage.now();
    }

    @Override
    protected void loseKey(String name) {
        storage.lose(name);
    }

    @Override
    protected void remove(Sha256 content) {
        storage.lose(contentNames().getFirst());
    }

    @Override
    protected void assertNothingKept() {
        bucket.assertNothingKept();
    }

    @Test
    void theNamesAreThoseOfTheFolder() throws IOException {
        var hex = vault.store(ONE, bytes("line"), 100).content().hex();

        assertThat(contentNames())
                .singleElement()
                .asString()
                .matches(
                        "shop/content/%s/%s/%s/%s/[0-9a-f]{32}"
                                .formatted(ONE, hex.substring(0, 2), hex.substring(2, 4), hex));
        assertThat(keyNames()).containsExactly("shop/keys/" + ONE + "/" + hex);
    }

    @Test
    void whatIsLargeGoesInPartsAndLeavesNothingBeside() throws IOException {
        var content = BucketInHand.large();

        var stored = vault.store(ONE, new ByteArrayInputStream(content), BucketInHand.LARGE);

        assertThat(vault.rehash(ONE, stored.content())).contains(Sha256.of(content));
        assertThat(storage.names(BucketInHand.PREFIX + "incoming/")).isEmpty();
        assertThat(storage.openUploads()).isZero();
        assertThat(storage.asked()).filteredOn(each -> each.contains("partNumber=")).hasSize(4);
    }

    @Test
    void partsAreAsLargeAsAStorageAsksFor() throws IOException {
        var strict = new LockingS3();
        try (strict) {
            var real = bucket.asShipped(strict, Duration.ofSeconds(5));
            var content = new byte[17 << 20];

            real.store(ONE, new ByteArrayInputStream(content), content.length);

            assertThat(real.rehash(ONE, Sha256.of(content))).contains(Sha256.of(content));
        }
    }

    @Test
    void aKeyThatAMarkerHidesIsKeptAndStandsInTheWayOfARotation() throws IOException {
        var stored = vault.store(ONE, bytes("line"), 100).content();
        var key = keyNames().getFirst();
        storage.hide(key);
        storage.pass(DAY.multipliedBy(2));

        vault.sweep(storage.now().minus(DAY), (_, _) -> true);

        assertThat(storage.versions(key)).isEqualTo(2);
        assertThat(everything()).anyMatch(bytes -> new String(bytes, UTF_8).contains("master "));
        var seen = new ArrayList<String>();
        new ShelvedKeys(bucket.shelf())
                .each(
                        (name, wrapped, _, _) -> {
                            assertThat(wrapped).isEmpty();
                            seen.add(name);
                        });
        assertThat(seen).containsExactly("s3://" + LockingS3.BUCKET + "/" + key);
        assertThatThrownBy(() -> vault.destroy(ONE, stored))
                .hasMessageContaining("Nothing was destroyed");
        assertThatThrownBy(() -> new VaultRecoveryKeys(bucket.shelf(), keys()).create(_ -> {}))
                .hasMessageContaining("do not open");
    }

    @Test
    void aKeyThatIsOverwrittenKeepsItsEarlierVersions() throws IOException {
        vault.store(ONE, bytes("line"), 100);
        new VaultRecoveryKeys(bucket.shelf(), keys()).create(_ -> {});
        var names = List.copyOf(keyNames());
        for (var name : names) {
            storage.put(name, "gone".getBytes(UTF_8));
        }
        int versions = storage.versions(BucketInHand.PREFIX + "keys/");
        storage.pass(DAY.multipliedBy(2));

        vault.sweep(storage.now().minus(DAY), (_, _) -> true);

        assertThat(names).contains(BucketInHand.PREFIX + "keys/" + RecoveryNote.NAME);
        // What says for whom all was wrapped is no key, and made anew.
        assertThat(storage.versions(BucketInHand.PREFIX + "keys/")).isEqualTo(versions - 1);
    }

    @Test
    void whatIsDamagedIsNamed() throws IOException {
        var stored = vault.store(ONE, bytes("line"), 100).content();
        change(stored);

        assertThatThrownBy(() -> vault.rehash(ONE, stored))
                .isInstanceOf(EvidenceVault.Unreadable.class)
                .hasMessageContaining("s3://evidence/" + contentNames().getFirst());
    }

    @Test
    void whatSomebodyHidBehindADeleteMarkerIsStillRead() throws IOException {
        var stored = vault.store(ONE, bytes("line"), 100).content();
        try (var client = bucket.client()) {
            client.deleteObject(
                    delete -> delete.bucket(LockingS3.BUCKET).key(contentNames().getFirst()));
        }

        assertThat(contentNames()).isEmpty();
        assertThat(vault.rehash(ONE, stored)).contains(stored);
    }

    @Test
    void aBucketThatWasCopiedToAFolderIsAVaultAndBackAgain() throws Exception {
        var content = BucketInHand.large();
        vault.recorded(
                ONE,
                vault.store(ONE, new ByteArrayInputStream(content), BucketInHand.LARGE).content());
        var printed = new VaultRecoveryKeys(bucket.shelf(), keys()).create(_ -> {}).printed();
        for (var name : storage.names(BucketInHand.PREFIX)) {
            var file = back.resolve("copy").resolve(name.substring(BucketInHand.PREFIX.length()));
            Files.createDirectories(file.resolveSibling("x").getParent());
            Files.write(file, storage.bytes(name));
        }

        var outcomes = new ArrayList<Outcome>();
        new EvidenceRecovery(back.resolve("copy"), back.resolve("out"), RecoveryKey.of(printed))
                .run((_, outcome, _) -> outcomes.add(outcome));
        assertThat(outcomes).containsExactly(Outcome.RECOVERED);
        var digest = Sha256.of(content);
        assertThat(back.resolve("out").resolve(ONE + "/" + digest.hex())).hasBinaryContent(content);

        var folder = VaultConfiguration.inFolder(back.resolve("copy"), keys());
        assertThat(folder.rehash(ONE, digest)).contains(digest);
        var here = folder.store(OTHER, bytes("only in the folder"), 100).content();
        assertThat(folder.sweep(Instant.now().plus(DAY), (_, _) -> true)).isZero();
        copyToBucket(back.resolve("copy"));
        assertThat(vault.rehash(OTHER, here)).contains(here);
        vault.seal(OTHER, here, storage.now().plus(DAY));
        storage.pass(DAY.multipliedBy(3));
        assertThat(vault.sweep(storage.now(), (_, _) -> true)).isZero();
        assertThat(vault.destroy(OTHER, here)).isEqualTo(Destroyed.KEY_AND_BYTES);
        assertThat(contentNames()).hasSize(1);
    }

    /** As any tool for S3 does. */
    private void copyToBucket(Path folder) throws IOException {
        var into = bucket.bucket();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var bytes = Files.readAllBytes(file);
                into.add(folder.relativize(file).toString(), bytes, bytes.length);
            }
        }
    }
}
