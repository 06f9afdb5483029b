package dev.cordon.infra.vault;

import static dev.cordon.infra.s3.LockingS3.Fault.BUSY;
import static dev.cordon.infra.s3.LockingS3.Fault.CUT;
import static dev.cordon.infra.s3.LockingS3.Fault.DONE_AND_DROPPED;
import static dev.cordon.infra.s3.LockingS3.Fault.DROPPED;
import static dev.cordon.infra.s3.LockingS3.Fault.NONE;
import static dev.cordon.infra.s3.LockingS3.Fault.SILENT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.application.evidence.EvidenceVault;
import dev.cordon.application.evidence.EvidenceVault.Destroyed;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.infra.crypto.ContentKeys;
import dev.cordon.infra.crypto.RecoveryKey;
import dev.cordon.infra.s3.LockingS3;
import dev.cordon.infra.s3.LockingS3.Fault;
import dev.cordon.infra.vault.EvidenceRecovery.Outcome;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;

class S3VaultTest extends SealedVaultContract {

    private static final String PREFIX = "shop/";
    private static final int PART = 100_000;
    private static final int LARGE = 250_000;

    @TempDir Path back;

    private LockingS3 storage;

    @BeforeEach
    @Override
    void open() throws IOException {
        storage = new LockingS3().withSmallParts();
        super.open();
    }

    @AfterEach
    void close() {
        storage.close();
    }

    @Override
    protected EvidenceVault another(ContentKeys keys) throws IOException {
        return vault(bucket(4), keys);
    }

    @Override
    protected KeyShelf shelf() {
        return new S3KeyShelf(bucket(4));
    }

    private EvidenceVault vault(S3Bucket bucket, ContentKeys keys) throws IOException {
        new S3StartCheck(bucket, storage::now).run();
        return new SealedEvidenceVault(
                new S3Contents(bucket, storage::now, PART), new S3KeyShelf(bucket), keys);
    }

    /** Tries again at once; how long the program waits is the library's affair. */
    private S3Bucket bucket(int tries) {
        var settings = settings(storage.endpoint());
        var again =
                AwsRetryStrategy.standardRetryStrategy().toBuilder()
                        .maxAttempts(tries)
                        .backoffStrategy(BackoffStrategy.retryImmediately())
                        .throttlingBackoffStrategy(BackoffStrategy.retryImmediately())
                        .build();
        return new S3Bucket(S3Clients.of(settings, again), settings);
    }

    /** As a program that is killed: what it asks once is not asked again. */
    private EvidenceVault mortal() throws IOException {
        return vault(bucket(1), keys());
    }

    private static S3Settings settings(String endpoint) {
        return new S3Settings(
                endpoint,
                "eu-central-1",
                LockingS3.BUCKET,
                PREFIX,
                LockingS3.ACCESS,
                LockingS3.SECRET,
                true,
                Duration.ofSeconds(5));
    }

    @Override
    protected List<String> contentNames() {
        return List.copyOf(storage.names(PREFIX + "content/"));
    }

    @Override
    protected List<String> keyNames() {
        return List.copyOf(storage.names(PREFIX + "keys/"));
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
        assertThat(storage.versions("")).isZero();
        assertThat(storage.openUploads()).isZero();
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
        var content = large();

        var stored = vault.store(ONE, new ByteArrayInputStream(content), LARGE);

        assertThat(vault.rehash(ONE, stored.content())).contains(Sha256.of(content));
        assertThat(storage.names(PREFIX + "incoming/")).isEmpty();
        assertThat(storage.openUploads()).isZero();
        assertThat(storage.asked()).filteredOn(each -> each.contains("partNumber=")).hasSize(4);
    }

    @Test
    void partsAreAsLargeAsAStorageAsksFor() throws IOException {
        var strict = new LockingS3();
        try (strict) {
            var settings = settings(strict.endpoint());
            var shelves = Shelves.inBucket(settings, "", strict::now);
            var real = new SealedEvidenceVault(shelves.contents(), shelves.keys(), keys());
            var content = new byte[17 << 20];

            real.store(ONE, new ByteArrayInputStream(content), content.length);

            assertThat(real.rehash(ONE, Sha256.of(content))).contains(Sha256.of(content));
        }
    }

    @Test
    void whatIsSealedNobodyDeletesBeforeItsTime() throws IOException {
        var stored = vault.store(ONE, bytes("line"), 100).content();
        var until = storage.now().plus(DAY.multipliedBy(30));

        vault.seal(ONE, stored, until.minusSeconds(60));
        vault.seal(ONE, stored, until);
        vault.seal(ONE, stored, until.minusSeconds(120));

        var object = contentNames().getFirst();
        assertThat(storage.lockedUntil(object)).isBetween(until, until.plusSeconds(1));
        assertThat(storage.tryDelete(object)).isFalse();
        assertThat(keyNames()).allMatch(key -> storage.lockedUntil(key) == null);
    }

    @Test
    void anEndThatIsPrematureIsRefusedByTheStorageItself() throws IOException {
        var stored = vault.store(ONE, bytes("line"), 100).content();
        var until = storage.now().plus(DAY.multipliedBy(30));
        vault.seal(ONE, stored, until);
        var version = bucket(1).versions(local()).getFirst();

        try (var client = S3Clients.of(settings(storage.endpoint()))) {
            assertThatThrownBy(
                            () ->
                                    client.putObjectRetention(
                                            put ->
                                                    put.bucket(LockingS3.BUCKET)
                                                            .key(contentNames().getFirst())
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
                                                            .key(contentNames().getFirst())
                                                            .versionId(version.id())
                                                            .bypassGovernanceRetention(true)))
                    .hasMessageContaining("AccessDenied");
        }
        assertThat(vault.rehash(ONE, stored)).contains(stored);
    }

    private String local() {
        return contentNames().getFirst().substring(PREFIX.length());
    }

    @Test
    void aMatterHoldsItBeyondItsTime() throws IOException {
        var stored = vault.store(ONE, bytes("line"), 100).content();

        vault.hold(ONE, stored, true);
        assertThat(storage.isHeld(contentNames().getFirst())).isTrue();
        assertThat(storage.tryDelete(contentNames().getFirst())).isFalse();
        vault.hold(ONE, stored, false);

        assertThat(storage.isHeld(contentNames().getFirst())).isFalse();
        vault.hold(ONE, stored, true);
        assertThat(vault.destroy(ONE, stored)).isEqualTo(Destroyed.KEY_AND_BYTES);
        assertNothingKept();
    }

    @Test
    void destroyingWhatIsLockedShredsItsKeyInAllVersionsAndItsBytesGoOnceTheLockEnds()
            throws IOException {
        var stored = vault.store(ONE, bytes("line"), 100).content();
        vault.store(ONE, bytes("line"), 100);
        vault.seal(ONE, stored, storage.now().plus(DAY.multipliedBy(30)));

        assertThat(vault.destroy(ONE, stored)).isEqualTo(Destroyed.KEY_ALONE);

        assertThat(vault.rehash(ONE, stored)).isEmpty();
        assertThat(storage.everything())
                .noneMatch(bytes -> new String(bytes, UTF_8).contains("master "));
        assertThat(contentNames()).hasSize(1);
        assertThat(vault.sweep(storage.now().minus(DAY), (_, _) -> true)).isZero();
        storage.pass(DAY.multipliedBy(31));
        assertThat(vault.sweep(storage.now().minus(DAY), (_, _) -> true)).isEqualTo(1);
        assertNothingKept();
    }

    @Test
    void whatWasDestroyedAndIsStillLockedCanBeCollectedAgain() throws IOException {
        var stored = vault.store(ONE, bytes("line"), 100).content();
        vault.seal(ONE, stored, storage.now().plus(DAY.multipliedBy(30)));
        vault.destroy(ONE, stored);

        vault.store(ONE, bytes("line"), 100);

        assertThat(vault.rehash(ONE, stored)).contains(stored);
        storage.pass(DAY.multipliedBy(31));
        assertThat(vault.sweep(storage.now().minus(DAY), (_, _) -> true)).isEqualTo(1);
        assertThat(contentNames()).hasSize(1);
        assertThat(vault.rehash(ONE, stored)).contains(stored);
    }

    @Test
    void theSweepTouchesNothingThatIsLockedOrHeldOrWasLockedOnce() throws IOException {
        var sealed = vault.store(ONE, bytes("sealed"), 100).content();
        vault.seal(ONE, sealed, storage.now().plus(DAY.multipliedBy(30)));
        var held = vault.store(ONE, bytes("held"), 100).content();
        vault.hold(ONE, held, true);
        storage.pass(DAY.multipliedBy(2));

        assertThat(vault.sweep(storage.now().minus(DAY), NOTHING)).isZero();
        storage.pass(DAY.multipliedBy(40));
        assertThat(vault.sweep(storage.now().minus(DAY), NOTHING)).isZero();

        assertThat(vault.rehash(ONE, sealed)).contains(sealed);
        assertThat(vault.rehash(ONE, held)).contains(held);
        assertThat(contentNames()).filteredOn(storage::isHeld).hasSize(1);
    }

    @Test
    void bytesThatAreHeldStayThoughTheirKeyIsLost() throws IOException {
        var held = vault.store(ONE, bytes("held"), 100).content();
        vault.hold(ONE, held, true);
        loseKey(keyNames().getFirst());
        storage.pass(DAY.multipliedBy(2));

        assertThat(vault.sweep(storage.now().minus(DAY), NOTHING)).isZero();

        assertThat(contentNames()).singleElement().matches(storage::isHeld);
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
        new ShelvedKeys(new S3KeyShelf(bucket(4)))
                .each(
                        (name, wrapped, _, _) -> {
                            assertThat(wrapped).isEmpty();
                            seen.add(name);
                        });
        assertThat(seen).containsExactly("s3://" + LockingS3.BUCKET + "/" + key);
        assertThatThrownBy(() -> vault.destroy(ONE, stored))
                .hasMessageContaining("Nothing was destroyed");
        assertThatThrownBy(
                        () ->
                                new VaultRecoveryKeys(new S3KeyShelf(bucket(4)), keys())
                                        .create(_ -> {}))
                .hasMessageContaining("do not open");
    }

    @Test
    void aKeyThatIsOverwrittenKeepsItsEarlierVersions() throws IOException {
        vault.store(ONE, bytes("line"), 100);
        new VaultRecoveryKeys(new S3KeyShelf(bucket(4)), keys()).create(_ -> {});
        var names = List.copyOf(keyNames());
        for (var name : names) {
            storage.put(name, "gone".getBytes(UTF_8));
        }
        int versions = storage.versions(PREFIX + "keys/");
        storage.pass(DAY.multipliedBy(2));

        vault.sweep(storage.now().minus(DAY), (_, _) -> true);

        assertThat(names).contains(PREFIX + "keys/" + RecoveryNote.NAME);
        // What says for whom all was wrapped is no key, and made anew.
        assertThat(storage.versions(PREFIX + "keys/")).isEqualTo(versions - 1);
    }

    @Test
    void aRequestThatIsLostIsMadeAgainWhicheverItIs() throws IOException {
        int requests = requestsOfALife(NONE, -1);
        for (var fault : List.of(DROPPED, DONE_AND_DROPPED, BUSY)) {
            for (int at = 1; at <= requests; at++) {
                requestsOfALife(fault, at);
            }
        }
    }

    /** Stores large content, reads, seals, and destroys it once its time is over. */
    private int requestsOfALife(Fault fault, int broken) throws IOException {
        storage.fail((number, _) -> number == broken ? fault : NONE);
        var content = large();
        var stored = vault.store(ONE, new ByteArrayInputStream(content), LARGE).content();
        assertThat(vault.rehash(ONE, stored)).contains(Sha256.of(content));
        vault.seal(ONE, stored, storage.now().plus(DAY));
        assertThat(vault.destroy(ONE, stored)).isEqualTo(Destroyed.KEY_ALONE);
        storage.pass(DAY.multipliedBy(2));
        vault.sweep(storage.now().minus(Duration.ofSeconds(1)), (_, _) -> true);
        int requests = storage.requests();
        storage.fail((_, _) -> NONE);

        assertNothingKept();
        return requests;
    }

    @Test
    void aKillAtAnyRequestOfAnUploadLeavesNothingOrAllAndNothingIsLeftADayLater()
            throws IOException {
        for (int size : List.of(100, LARGE)) {
            var content = new byte[size];
            new Random(size).nextBytes(content);
            var digest = Sha256.of(content);
            for (int at = 1; ; at++) {
                var mortal = mortal();
                diesAt(at);
                boolean died = false;
                try {
                    mortal.store(ONE, new ByteArrayInputStream(content), size);
                } catch (IOException e) {
                    died = true;
                    assertThat(e).hasMessageContaining("gave no answer");
                }
                storage.fail((_, _) -> NONE);

                var found = another().rehash(ONE, digest);
                assertThat(found.isEmpty() || found.get().equals(digest)).isTrue();
                assertThat(died || found.isPresent()).isTrue();
                another().store(ONE, new ByteArrayInputStream(content), size);
                assertThat(vault.rehash(ONE, digest)).contains(digest);
                storage.pass(DAY.multipliedBy(2));
                another().sweep(storage.now().minus(DAY), (_, _) -> true);
                assertThat(contentNames()).hasSize(1);
                assertThat(storage.versions("")).isEqualTo(2);
                assertThat(storage.openUploads()).isZero();
                another().destroy(ONE, digest);
                assertNothingKept();
                if (!died) {
                    assertThat(at).isGreaterThan(4);
                    break;
                }
            }
        }
    }

    @Test
    void aKillAtAnyRequestOfDestroyingLeavesItWholeOrShredded() throws IOException {
        for (int at = 1; ; at++) {
            var stored = vault.store(ONE, bytes("line"), 100).content();
            var mortal = mortal();
            diesAt(at);
            boolean died = false;
            try {
                mortal.destroy(ONE, stored);
            } catch (IOException e) {
                died = true;
            }
            storage.fail((_, _) -> NONE);

            var found = another().rehash(ONE, stored);
            assertThat(found.isEmpty() || found.get().equals(stored)).isTrue();
            another().destroy(ONE, stored);
            assertThat(another().rehash(ONE, stored)).isEmpty();
            assertNothingKept();
            if (!died) {
                assertThat(at).isGreaterThan(3);
                break;
            }
        }
    }

    @Test
    void aKillAtAnyRequestOfSealingLeavesItReadableAndSealingAgainLocksIt() throws IOException {
        for (int at = 1; ; at++) {
            var line = bytes("line " + at);
            var stored = vault.store(ONE, line, 100).content();
            var until = storage.now().plus(DAY.multipliedBy(30));
            var mortal = mortal();
            diesAt(at);
            boolean died = false;
            try {
                mortal.seal(ONE, stored, until);
            } catch (IOException e) {
                died = true;
            }
            storage.fail((_, _) -> NONE);

            assertThat(another().rehash(ONE, stored)).contains(stored);
            another().seal(ONE, stored, until);
            assertThat(contentNames())
                    .filteredOn(name -> name.contains(stored.hex()))
                    .singleElement()
                    .satisfies(name -> assertThat(storage.lockedUntil(name)).isNotNull())
                    .satisfies(name -> assertThat(storage.tryDelete(name)).isFalse());
            if (!died) {
                assertThat(at).isGreaterThan(1);
                break;
            }
        }
    }

    /** From that request on nothing is answered, as to a program that is no more. */
    private void diesAt(int request) {
        storage.fail((number, _) -> number >= request ? DROPPED : NONE);
    }

    @Test
    void readingGoesOnWhereTheConnectionBreaksOff() throws IOException {
        var content = large();
        var stored = vault.store(ONE, new ByteArrayInputStream(content), LARGE).content();

        storage.fail((number, what) -> what.startsWith("GET") && number == 2 ? CUT : NONE);
        assertThat(vault.rehash(ONE, stored)).contains(Sha256.of(content));

        storage.fail((_, what) -> what.contains("/content/") ? CUT : NONE);
        assertThatThrownBy(() -> vault.rehash(ONE, stored))
                .hasMessageContaining("broke off at byte")
                .hasMessageContaining("Try again");
    }

    @Test
    void aStorageThatFallsSilentIsNotWaitedForWithoutEnd() throws IOException {
        var shelves =
                Shelves.inBucket(
                        new S3Settings(
                                storage.endpoint(),
                                "eu-central-1",
                                LockingS3.BUCKET,
                                PREFIX,
                                LockingS3.ACCESS,
                                LockingS3.SECRET,
                                true,
                                Duration.ofMillis(300)),
                        "",
                        storage::now);
        var impatient = new SealedEvidenceVault(shelves.contents(), shelves.keys(), keys());
        storage.fail((_, _) -> SILENT);

        long began = System.nanoTime();
        assertThatThrownBy(() -> impatient.store(ONE, bytes("line"), 100))
                .hasMessageContaining("gave no answer")
                .hasMessageContaining("Try again");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));
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
        try (var client = S3Clients.of(settings(storage.endpoint()))) {
            client.deleteObject(
                    delete -> delete.bucket(LockingS3.BUCKET).key(contentNames().getFirst()));
        }

        assertThat(contentNames()).isEmpty();
        assertThat(vault.rehash(ONE, stored)).contains(stored);
    }

    @Test
    void aBucketThatWasCopiedToAFolderIsAVaultAndBackAgain() throws Exception {
        var content = large();
        vault.recorded(ONE, vault.store(ONE, new ByteArrayInputStream(content), LARGE).content());
        var printed =
                new VaultRecoveryKeys(new S3KeyShelf(bucket(4)), keys()).create(_ -> {}).printed();
        for (var name : storage.names(PREFIX)) {
            var file = back.resolve("copy").resolve(name.substring(PREFIX.length()));
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
        var bucket = bucket(4);
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var bytes = Files.readAllBytes(file);
                bucket.add(folder.relativize(file).toString(), bytes, bytes.length);
            }
        }
    }

    private static byte[] large() {
        var content = new byte[LARGE];
        new Random(5).nextBytes(content);
        return content;
    }
}
