package dev.cordon.infra.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.infra.s3.LockingS3;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class S3StartTest {

    private LockingS3 storage;

    @BeforeEach
    void open() throws IOException {
        storage = new LockingS3();
    }

    @AfterEach
    void close() {
        storage.close();
    }

    @Test
    void aBucketThatLocksIsTakenAndNothingIsLeftInIt() throws IOException {
        start(settings(LockingS3.BUCKET, LockingS3.ACCESS, LockingS3.SECRET));

        assertThat(storage.versions("")).isZero();
    }

    @Test
    void aBucketThatIsNotSafeIsRefusedWithWhatToDo() {
        storage.withoutLocks();
        assertRefused("has no Object Lock", "make a bucket with Object Lock");

        storage.withoutVersions();
        assertRefused("keeps no versions", "CORDON_S3_BUCKET");
    }

    @Test
    void aBucketThatWouldLockKeysIsRefused() {
        storage.thatLocksEverything();

        assertRefused("default retention", "take the default retention off");
    }

    @Test
    void aStorageThatHeedsNoConditionsIsRefused() {
        storage.heedlessOfConditions();

        assertRefused("does not heed If-None-Match", "use a storage that does");
        assertThat(storage.versions("")).isZero();
    }

    @Test
    void eachRightThatIsMissingIsNamed() {
        for (var action :
                List.of(
                        "GetBucketVersioning",
                        "GetBucketObjectLockConfiguration",
                        "PutObject",
                        "GetObject",
                        "GetObjectVersion",
                        "GetObjectRetention",
                        "PutObjectRetention",
                        "GetObjectLegalHold",
                        "PutObjectLegalHold",
                        "ListBucketVersions",
                        "ListBucketMultipartUploads",
                        "DeleteObjectVersion")) {
            storage.close();
            try {
                storage = new LockingS3();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            storage.deny(action);

            assertThatThrownBy(
                            () ->
                                    start(
                                            settings(
                                                    LockingS3.BUCKET,
                                                    LockingS3.ACCESS,
                                                    LockingS3.SECRET)))
                    .as(action)
                    .hasMessageContaining("s3:" + action)
                    .hasMessageContaining("Nothing was")
                    .hasMessageContaining("Allow");
        }
    }

    @Test
    void wrongCredentialsAndAWrongBucketAreSaid() {
        assertThatThrownBy(() -> start(settings(LockingS3.BUCKET, LockingS3.ACCESS, "wrong")))
                .hasMessageContaining("check CORDON_S3_ACCESS_KEY and CORDON_S3_SECRET_KEY")
                .hasMessageNotContaining("wrong");
        assertThatThrownBy(() -> start(settings(LockingS3.BUCKET, "nobody", LockingS3.SECRET)))
                .hasMessageContaining("InvalidAccessKeyId");
        assertThatThrownBy(() -> start(settings("another", LockingS3.ACCESS, LockingS3.SECRET)))
                .hasMessageContaining("There is no such bucket");
    }

    @Test
    void aStorageThatIsNotThereIsSaid() {
        storage.close();

        assertThatThrownBy(
                        () -> start(settings(LockingS3.BUCKET, LockingS3.ACCESS, LockingS3.SECRET)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("gave no answer");
    }

    @Test
    void settingsThatAreNotSafeAreRefusedAndTheSecretIsNeverSaid() {
        assertThatThrownBy(() -> settings("http://storage.example.com", ""))
                .hasMessageContaining("Use https:");
        assertThatThrownBy(() -> settings("storage", "")).hasMessageContaining("no address");
        assertThatThrownBy(() -> settings("", "/../x")).hasMessageContaining("CORDON_S3_PREFIX");
        assertThatThrownBy(() -> settings("b", LockingS3.ACCESS, ""))
                .hasMessageContaining("go together");
        assertThat(settings("b", LockingS3.ACCESS, LockingS3.SECRET).toString())
                .doesNotContain(LockingS3.SECRET);
        assertThatThrownBy(
                        () ->
                                Shelves.inBucket(
                                        settings("b", LockingS3.ACCESS, LockingS3.SECRET),
                                        "/evidence",
                                        InstantSource.system()))
                .hasMessageContaining("Leave one out");
    }

    private void assertRefused(String what, String whatToDo) {
        assertThatThrownBy(
                        () -> start(settings(LockingS3.BUCKET, LockingS3.ACCESS, LockingS3.SECRET)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(what)
                .hasMessageContaining("Nothing was stored there")
                .hasMessageContaining(whatToDo);
    }

    private static void start(S3Settings settings) throws IOException {
        Shelves.inBucket(settings, "", InstantSource.system());
    }

    private static S3Settings settings(String endpoint, String prefix) {
        return new S3Settings(
                endpoint, "eu-central-1", "b", prefix, "", "", true, Duration.ofSeconds(2));
    }

    private S3Settings settings(String bucket, String access, String secret) {
        return new S3Settings(
                storage.endpoint(),
                "eu-central-1",
                bucket,
                "",
                access,
                secret,
                true,
                Duration.ofSeconds(2));
    }
}
