package dev.cordon.infra.vault;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Where the vault lies.
 *
 * @param folder null if it lies in a bucket
 */
record Shelves(Contents contents, KeyShelf keys, @Nullable Path folder) {

    private static final Logger LOG = LoggerFactory.getLogger(Shelves.class);

    static Shelves inFolder(Path folder) throws IOException {
        return new Shelves(
                new FolderContents(folder), new FolderKeyShelf(folder.resolve("keys")), folder);
    }

    /**
     * @param folder as the settings name one beside the bucket
     */
    static Shelves inBucket(S3Settings settings, String folder, InstantSource clock)
            throws IOException {
        if (!folder.isBlank()) {
            throw new IllegalStateException(
                    "CORDON_VAULT names a folder and CORDON_S3_BUCKET a bucket, and evidence lies in"
                            + " one of them. Nothing was stored. Leave one out; the guide says how"
                            + " evidence moves from the one to the other.");
        }
        var shelves = inBucket(S3Clients.of(settings), settings, clock);
        LOG.info("evidence lies in a bucket: {}", settings);
        return shelves;
    }

    static Shelves inBucket(S3Client client, S3Settings settings, InstantSource clock)
            throws IOException {
        var bucket = new S3Bucket(client, settings);
        new S3StartCheck(bucket, clock).run();
        return new Shelves(new S3Contents(bucket, clock), new S3KeyShelf(bucket), null);
    }
}
