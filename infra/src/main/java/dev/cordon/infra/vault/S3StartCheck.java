package dev.cordon.infra.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.ObjectLockEnabled;
import software.amazon.awssdk.services.s3.model.ObjectLockLegalHoldStatus;
import software.amazon.awssdk.services.s3.model.ObjectLockRetention;
import software.amazon.awssdk.services.s3.model.ObjectLockRetentionMode;

/**
 * Before anything is kept there: whether the bucket locks, keeps versions and leaves keys alone,
 * whether the storage heeds conditions, and what the credentials may do. It leaves nothing behind.
 */
final class S3StartCheck {

    private static final String CHECK = "check/";
    private static final byte[] BYTES = "cordon\n".getBytes(UTF_8);

    /** Of nothing. */
    private static final String OTHER_TAG = "\"00000000000000000000000000000000\"";

    private final S3Bucket bucket;
    private final InstantSource clock;
    private final List<String> missing = new ArrayList<>();

    S3StartCheck(S3Bucket bucket, InstantSource clock) {
        this.bucket = bucket;
        this.clock = clock;
    }

    /**
     * @throws IllegalStateException if evidence is not safe there; it says what to do
     * @throws IOException if the storage does not answer
     */
    void run() throws IOException {
        versioning();
        locks();
        var name = CHECK + FolderContents.fresh();
        try {
            conditions(name);
            mayLock(name);
        } catch (IOException | RuntimeException failed) {
            removeAfter(failed, name);
            throw failed;
        }
        remove(name);
        if (!missing.isEmpty()) {
            throw refused(
                    "does not let Cordon do s3:%s".formatted(String.join(", s3:", missing)),
                    "Allow that to its credentials, below the prefix alone if you like, and start"
                            + " Cordon again. It never needs s3:BypassGovernanceRetention.");
        }
    }

    private void versioning() throws IOException {
        var said =
                bucket.ask(
                        "GetBucketVersioning",
                        () ->
                                bucket.client()
                                        .getBucketVersioning(get -> get.bucket(bucket.name())));
        if (said.status() != BucketVersioningStatus.ENABLED) {
            throw refused(
                    "keeps no versions",
                    "Object Lock needs them: make a bucket with Object Lock, and name it in"
                            + " CORDON_S3_BUCKET.");
        }
    }

    private void locks() throws IOException {
        try {
            var said =
                    bucket.ask(
                                    "GetBucketObjectLockConfiguration",
                                    () ->
                                            bucket.client()
                                                    .getObjectLockConfiguration(
                                                            get -> get.bucket(bucket.name())))
                            .objectLockConfiguration();
            if (said == null || said.objectLockEnabled() != ObjectLockEnabled.ENABLED) {
                throw withoutLock();
            }
            if (said.rule() != null && said.rule().defaultRetention() != null) {
                throw refused(
                        "locks everything for a time of its own (default retention)",
                        "Keys would be locked too, and destroyed evidence stay readable: take the"
                                + " default retention off. Cordon locks what is sealed by itself.");
            }
        } catch (S3Refused refusal) {
            if (refusal.is("ObjectLockConfigurationNotFoundError")) {
                throw withoutLock();
            }
            throw refusal;
        }
    }

    private IllegalStateException withoutLock() {
        return refused(
                "has no Object Lock",
                "Anybody with its credentials could delete evidence: make a bucket with Object Lock"
                        + " (most storages allow it only when a bucket is made), and name it in"
                        + " CORDON_S3_BUCKET.");
    }

    private void conditions(String name) throws IOException {
        var first = bucket.add(name, BYTES, BYTES.length);
        var second = bucket.add(name, BYTES, BYTES.length);
        var wrong = bucket.replace(name, OTHER_TAG, BYTES);
        var read = bucket.read(name);
        if (second.isPresent() || wrong.isPresent() || read.isEmpty()) {
            throw refused(
                    "does not heed If-None-Match and If-Match",
                    "Two who write at once could lose a key there: use a storage that does, or a"
                            + " newer version of this one.");
        }
        try (var there = bucket.open(name, first.orElse(read.get().version())).orElseThrow()) {
            there.readAllBytes();
        }
    }

    /** Asked of an object that is not there, so that nothing is locked. */
    private void mayLock(String name) throws IOException {
        var s3 = bucket.client();
        var none = bucket.key(name + "-none");
        var lock =
                ObjectLockRetention.builder()
                        .mode(ObjectLockRetentionMode.COMPLIANCE)
                        .retainUntilDate(clock.instant().plusSeconds(60))
                        .build();
        may(
                "PutObjectRetention",
                () ->
                        s3.putObjectRetention(
                                put -> put.bucket(bucket.name()).key(none).retention(lock)));
        may(
                "GetObjectRetention",
                () -> s3.getObjectRetention(get -> get.bucket(bucket.name()).key(none)));
        may(
                "GetObjectLegalHold",
                () -> s3.getObjectLegalHold(get -> get.bucket(bucket.name()).key(none)));
        may(
                "PutObjectLegalHold",
                () ->
                        s3.putObjectLegalHold(
                                put ->
                                        put.bucket(bucket.name())
                                                .key(none)
                                                .legalHold(
                                                        hold ->
                                                                hold.status(
                                                                        ObjectLockLegalHoldStatus
                                                                                .OFF))));
        may(
                "ListBucketMultipartUploads",
                () -> s3.listMultipartUploads(list -> list.bucket(bucket.name()).prefix(none)));
    }

    private void may(String action, Supplier<?> request) throws IOException {
        try {
            bucket.ask(action, request);
        } catch (S3Refused refusal) {
            if (refusal.isNotAllowed()) {
                missing.add(action);
            } else if (!refusal.isAbsence()) {
                throw refusal;
            }
        }
    }

    private void removeAfter(Exception failed, String name) {
        try {
            remove(name);
        } catch (IOException | RuntimeException alsoFailed) {
            failed.addSuppressed(alsoFailed);
        }
    }

    private void remove(String name) throws IOException {
        for (var version : bucket.versions(name)) {
            bucket.delete(name, version.id());
        }
    }

    private IllegalStateException refused(String what, String whatToDo) {
        return new IllegalStateException(
                "The %s %s. Nothing was stored there. %s".formatted(bucket, what, whatToDo));
    }
}
