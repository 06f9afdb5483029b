package dev.cordon.infra.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.application.evidence.EvidenceVault;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.infra.crypto.ContentKeys;
import dev.cordon.infra.crypto.TestKeys;
import dev.cordon.infra.s3.LockingS3;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.s3.S3Client;

/** A bucket that locks, with a vault in it. */
final class BucketInHand implements AutoCloseable {

    static final IncidentId ONE = new IncidentId(new UUID(0, 1));
    static final String PREFIX = "shop/";
    static final int LARGE = 250_000;
    private static final int PART = 100_000;

    final LockingS3 storage = new LockingS3().withSmallParts();
    final EvidenceVault vault;
    private final Path masterKey;

    BucketInHand(Path masterKey) throws IOException {
        this.masterKey = masterKey;
        this.vault = another();
    }

    /** The same vault, as the next start of the program sees it. */
    EvidenceVault another() throws IOException {
        return another(keys());
    }

    EvidenceVault another(ContentKeys keys) throws IOException {
        return vault(bucket(), keys);
    }

    /** As a program that is killed: what it asks once is not asked again. */
    EvidenceVault mortal() throws IOException {
        return vault(bucket(1), keys());
    }

    private EvidenceVault vault(S3Bucket bucket, ContentKeys keys) throws IOException {
        new S3StartCheck(bucket, storage::now).run();
        return new SealedEvidenceVault(
                new S3Contents(bucket, storage::now, PART), new S3KeyShelf(bucket), keys);
    }

    /** With parts as large as the program makes them, and no more patience than that. */
    EvidenceVault asShipped(LockingS3 storage, Duration patience) throws IOException {
        var shelves = Shelves.inBucket(settings(storage.endpoint(), patience), "", storage::now);
        return new SealedEvidenceVault(shelves.contents(), shelves.keys(), keys());
    }

    private ContentKeys keys() {
        return TestKeys.contentKeys(masterKey);
    }

    KeyShelf shelf() {
        return new S3KeyShelf(bucket());
    }

    S3Bucket bucket() {
        return bucket(4);
    }

    /** Tries again at once; how long the program waits is the library's affair. */
    private S3Bucket bucket(int tries) {
        var settings = settings(storage.endpoint(), Duration.ofSeconds(5));
        var again =
                AwsRetryStrategy.standardRetryStrategy().toBuilder()
                        .maxAttempts(tries)
                        .backoffStrategy(BackoffStrategy.retryImmediately())
                        .throttlingBackoffStrategy(BackoffStrategy.retryImmediately())
                        .build();
        return new S3Bucket(S3Clients.of(settings, again), settings);
    }

    /** Somebody who has the program's rights and is not the program. */
    S3Client client() {
        return S3Clients.of(settings(storage.endpoint(), Duration.ofSeconds(5)));
    }

    private static S3Settings settings(String endpoint, Duration patience) {
        return new S3Settings(
                endpoint,
                "eu-central-1",
                LockingS3.BUCKET,
                PREFIX,
                LockingS3.ACCESS,
                LockingS3.SECRET,
                true,
                patience);
    }

    List<String> contentNames() {
        return List.copyOf(storage.names(PREFIX + "content/"));
    }

    List<String> keyNames() {
        return List.copyOf(storage.names(PREFIX + "keys/"));
    }

    Sha256 store(String text) throws IOException {
        return vault.store(ONE, new ByteArrayInputStream(text.getBytes(UTF_8)), 100).content();
    }

    /** More than one part. */
    static byte[] large() {
        var content = new byte[LARGE];
        new Random(5).nextBytes(content);
        return content;
    }

    void assertNothingKept() {
        assertThat(storage.versions("")).isZero();
        assertThat(storage.openUploads()).isZero();
    }

    @Override
    public void close() {
        storage.close();
    }
}
