package dev.cordon.infra.vault;

import static dev.cordon.infra.s3.LockingS3.Fault.BUSY;
import static dev.cordon.infra.s3.LockingS3.Fault.CUT;
import static dev.cordon.infra.s3.LockingS3.Fault.DONE_AND_DROPPED;
import static dev.cordon.infra.s3.LockingS3.Fault.DROPPED;
import static dev.cordon.infra.s3.LockingS3.Fault.NONE;
import static dev.cordon.infra.s3.LockingS3.Fault.SILENT;
import static dev.cordon.infra.vault.BucketInHand.ONE;
import static dev.cordon.infra.vault.OpenedVault.DAY;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.application.evidence.EvidenceVault;
import dev.cordon.application.evidence.EvidenceVault.Destroyed;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.infra.s3.LockingS3;
import dev.cordon.infra.s3.LockingS3.Fault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers that are lost, programs that are killed, and a storage that falls silent. */
class S3BrokenOffTest {

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
        var content = BucketInHand.large();
        var stored =
                vault.store(ONE, new ByteArrayInputStream(content), BucketInHand.LARGE).content();
        assertThat(vault.rehash(ONE, stored)).contains(Sha256.of(content));
        vault.seal(ONE, stored, storage.now().plus(DAY));
        assertThat(vault.destroy(ONE, stored)).isEqualTo(Destroyed.KEY_ALONE);
        storage.pass(DAY.multipliedBy(2));
        vault.sweep(storage.now().minus(Duration.ofSeconds(1)), (_, _) -> true);
        int requests = storage.requests();
        storage.fail((_, _) -> NONE);

        bucket.assertNothingKept();
        return requests;
    }

    @Test
    void aKillAtAnyRequestOfAnUploadLeavesNothingOrAllAndNothingIsLeftADayLater()
            throws IOException {
        for (int size : List.of(100, BucketInHand.LARGE)) {
            var content = new byte[size];
            new Random(size).nextBytes(content);
            var digest = Sha256.of(content);
            for (int at = 1; ; at++) {
                var mortal = bucket.mortal();
                diesAt(at);
                boolean died = false;
                try {
                    mortal.store(ONE, new ByteArrayInputStream(content), size);
                } catch (IOException e) {
                    died = true;
                    assertThat(e).hasMessageContaining("gave no answer");
                }
                storage.fail((_, _) -> NONE);

                var found = bucket.another().rehash(ONE, digest);
                assertThat(found.isEmpty() || found.get().equals(digest)).isTrue();
                assertThat(died || found.isPresent()).isTrue();
                bucket.another().store(ONE, new ByteArrayInputStream(content), size);
                assertThat(vault.rehash(ONE, digest)).contains(digest);
                storage.pass(DAY.multipliedBy(2));
                bucket.another().sweep(storage.now().minus(DAY), (_, _) -> true);
                assertThat(bucket.contentNames()).hasSize(1);
                assertThat(storage.versions("")).isEqualTo(2);
                assertThat(storage.openUploads()).isZero();
                bucket.another().destroy(ONE, digest);
                bucket.assertNothingKept();
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
            var stored = bucket.store("line");
            var mortal = bucket.mortal();
            diesAt(at);
            boolean died = false;
            try {
                mortal.destroy(ONE, stored);
            } catch (IOException e) {
                died = true;
            }
            storage.fail((_, _) -> NONE);

            var found = bucket.another().rehash(ONE, stored);
            assertThat(found.isEmpty() || found.get().equals(stored)).isTrue();
            bucket.another().destroy(ONE, stored);
            assertThat(bucket.another().rehash(ONE, stored)).isEmpty();
            bucket.assertNothingKept();
            if (!died) {
                assertThat(at).isGreaterThan(3);
                break;
            }
        }
    }

    @Test
    void aKillAtAnyRequestOfSealingLeavesItReadableAndSealingAgainLocksIt() throws IOException {
        for (int at = 1; ; at++) {
            var stored = bucket.store("line " + at);
            var until = storage.now().plus(DAY.multipliedBy(30));
            var mortal = bucket.mortal();
            diesAt(at);
            boolean died = false;
            try {
                mortal.seal(ONE, stored, until);
            } catch (IOException e) {
                died = true;
            }
            storage.fail((_, _) -> NONE);

            assertThat(bucket.another().rehash(ONE, stored)).contains(stored);
            bucket.another().seal(ONE, stored, until);
            assertThat(bucket.contentNames())
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
        var content = BucketInHand.large();
        var stored =
                vault.store(ONE, new ByteArrayInputStream(content), BucketInHand.LARGE).content();

        storage.fail((number, what) -> what.startsWith("GET") && number == 2 ? CUT : NONE);
        assertThat(vault.rehash(ONE, stored)).contains(Sha256.of(content));

        storage.fail((_, what) -> what.contains("/content/") ? CUT : NONE);
        assertThatThrownBy(() -> vault.rehash(ONE, stored))
                .hasMessageContaining("broke off at byte")
                .hasMessageContaining("Try again");
    }

    @Test
    void aStorageThatFallsSilentIsNotWaitedForWithoutEnd() throws IOException {
        var impatient = bucket.asShipped(storage, Duration.ofMillis(300));
        storage.fail((_, _) -> SILENT);

        long began = System.nanoTime();
        assertThatThrownBy(
                        () ->
                                impatient.store(
                                        ONE, new ByteArrayInputStream("line".getBytes(UTF_8)), 100))
                .hasMessageContaining("gave no answer")
                .hasMessageContaining("Try again");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));
    }
}
