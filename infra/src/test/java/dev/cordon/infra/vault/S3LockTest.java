package dev.cordon.infra.vault;

import static dev.cordon.infra.vault.BucketInHand.ONE;
import static dev.cordon.infra.vault.OpenedVault.DAY;
import static dev.cordon.infra.vault.OpenedVault.NOTHING;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.application.evidence.EvidenceVault;
import dev.cordon.application.evidence.EvidenceVault.Destroyed;
import dev.cordon.infra.s3.LockingS3;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The storage itself keeps what is sealed or held. */
class S3LockTest {

    @TempDir private Path elsewhere;

    private BucketInHand bucket;
    private LockingS3 storage;
    private EvidenceVault vault;

    @BeforeEach
    void open() throws IOException {
        bucket = new BucketInHand(elsewhere.resolve("master.json"));
        storage = bucket.storage;
        vault = bucket.vault;
    }

    @AfterEach
    void close() {
        bucket.close();
    }

    @Test
    void whatIsSealedNobodyDeletesBeforeItsTime() throws IOException {
        var stored = bucket.store("line");
        var until = storage.now().plus(DAY.multipliedBy(30));

        vault.seal(ONE, stored, until.minusSeconds(60));
        vault.seal(ONE, stored, until);
        vault.seal(ONE, stored, until.minusSeconds(120));

        var object = bucket.contentNames().getFirst();
        assertThat(storage.lockedUntil(object)).isBetween(until, until.plusSeconds(1));
        assertThat(storage.tryDelete(object)).isFalse();
        assertThat(bucket.keyNames()).allMatch(key -> storage.lockedUntil(key) == null);
    }

    @Test
    void anEndThatIsPrematureIsRefusedByTheStorageItself() throws IOException {
        var stored = bucket.store("line");
        var until = storage.now().plus(DAY.multipliedBy(30));
        vault.seal(ONE, stored, until);
        var version = bucket.bucket().versions(local()).getFirst();

        try (var client = bucket.client()) {
            assertThatThrownBy(
                            () ->
                                    client.putObjectRetention(
                                            put ->
                                                    put.bucket(LockingS3.BUCKET)
                                                            .key(bucket.contentNames().getFirst())
                                                            .versionId(version.id())
                                                            .bypassGovernanceRetention(true)
                                                            .retention(
                                                                    lock ->
                                                                            lock.mode("GOVERNANCE")
                                                                                    .retainUntilDate(
                                                                                            until
                                                                                                    .minusSeconds(
                                                                                                            9)))))
                    .hasMessageContaining("AccessDenied");
            assertThatThrownBy(
                            () ->
                                    client.deleteObject(
                                            delete ->
                                                    delete.bucket(LockingS3.BUCKET)
                                                            .key(bucket.contentNames().getFirst())
                                                            .versionId(version.id())
                                                            .bypassGovernanceRetention(true)))
                    .hasMessageContaining("AccessDenied");
        }
        assertThat(vault.rehash(ONE, stored)).contains(stored);
    }

    private String local() {
        return bucket.contentNames().getFirst().substring(BucketInHand.PREFIX.length());
    }

    @Test
    void aMatterHoldsItBeyondItsTime() throws IOException {
        var stored = bucket.store("line");

        vault.hold(ONE, stored, true);
        assertThat(storage.isHeld(bucket.contentNames().getFirst())).isTrue();
        assertThat(storage.tryDelete(bucket.contentNames().getFirst())).isFalse();
        vault.hold(ONE, stored, false);

        assertThat(storage.isHeld(bucket.contentNames().getFirst())).isFalse();
        vault.hold(ONE, stored, true);
        assertThat(vault.destroy(ONE, stored)).isEqualTo(Destroyed.KEY_AND_BYTES);
        bucket.assertNothingKept();
    }

    @Test
    void destroyingWhatIsLockedShredsItsKeyInAllVersionsAndItsBytesGoOnceTheLockEnds()
            throws IOException {
        var stored = bucket.store("line");
        bucket.store("line");
        vault.seal(ONE, stored, storage.now().plus(DAY.multipliedBy(30)));

        assertThat(vault.destroy(ONE, stored)).isEqualTo(Destroyed.KEY_ALONE);

        assertThat(vault.rehash(ONE, stored)).isEmpty();
        assertThat(storage.everything())
                .noneMatch(bytes -> new String(bytes, UTF_8).contains("master "));
        assertThat(bucket.contentNames()).hasSize(1);
        assertThat(vault.sweep(storage.now().minus(DAY), (_, _) -> true)).isZero();
        storage.pass(DAY.multipliedBy(31));
        assertThat(vault.sweep(storage.now().minus(DAY), (_, _) -> true)).isEqualTo(1);
        bucket.assertNothingKept();
    }

    @Test
    void whatWasDestroyedAndIsStillLockedCanBeCollectedAgain() throws IOException {
        var stored = bucket.store("line");
        vault.seal(ONE, stored, storage.now().plus(DAY.multipliedBy(30)));
        vault.destroy(ONE, stored);

        bucket.store("line");

        assertThat(vault.rehash(ONE, stored)).contains(stored);
        storage.pass(DAY.multipliedBy(31));
        assertThat(vault.sweep(storage.now().minus(DAY), (_, _) -> true)).isEqualTo(1);
        assertThat(bucket.contentNames()).hasSize(1);
        assertThat(vault.rehash(ONE, stored)).contains(stored);
    }

    @Test
    void theSweepTouchesNothingThatIsLockedOrHeldOrWasLockedOnce() throws IOException {
        var sealed = bucket.store("sealed");
        vault.seal(ONE, sealed, storage.now().plus(DAY.multipliedBy(30)));
        var held = bucket.store("held");
        vault.hold(ONE, held, true);
        storage.pass(DAY.multipliedBy(2));

        assertThat(vault.sweep(storage.now().minus(DAY), NOTHING)).isZero();
        storage.pass(DAY.multipliedBy(40));
        assertThat(vault.sweep(storage.now().minus(DAY), NOTHING)).isZero();

        assertThat(vault.rehash(ONE, sealed)).contains(sealed);
        assertThat(vault.rehash(ONE, held)).contains(held);
        assertThat(bucket.contentNames()).filteredOn(storage::isHeld).hasSize(1);
    }

    @Test
    void bytesThatAreHeldStayThoughTheirKeyIsLost() throws IOException {
        var held = bucket.store("held");
        vault.hold(ONE, held, true);
        storage.lose(bucket.keyNames().getFirst());
        storage.pass(DAY.multipliedBy(2));

        assertThat(vault.sweep(storage.now().minus(DAY), NOTHING)).isZero();

        assertThat(bucket.contentNames()).singleElement().matches(storage::isHeld);
    }
}
