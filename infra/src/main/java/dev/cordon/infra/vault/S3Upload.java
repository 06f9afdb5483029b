package dev.cordon.infra.vault;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/** An object that comes into being in parts; there is nothing of it before all are there. */
final class S3Upload {

    private static final Logger LOG = LoggerFactory.getLogger(S3Upload.class);

    /** What one request copies within the storage, so that each is over in time. */
    static final long COPIED_AT_ONCE = 256L << 20;

    private final S3Bucket bucket;
    private final String name;
    private final String id;
    private final List<CompletedPart> parts = new ArrayList<>();

    private S3Upload(S3Bucket bucket, String name, String id) {
        this.bucket = bucket;
        this.name = name;
        this.id = id;
    }

    static S3Upload begin(S3Bucket bucket, String name) throws IOException {
        var begun =
                bucket.ask(
                        "PutObject",
                        () ->
                                bucket.client()
                                        .createMultipartUpload(
                                                create ->
                                                        create.bucket(bucket.name())
                                                                .key(bucket.key(name))));
        return new S3Upload(bucket, name, begun.uploadId());
    }

    void add(byte[] bytes, int length) throws IOException {
        int number = parts.size() + 1;
        var body = S3Bucket.body(bytes, length);
        var md5 = S3Bucket.md5(bytes, length);
        var added =
                bucket.ask(
                        "PutObject",
                        () ->
                                bucket.client()
                                        .uploadPart(
                                                part ->
                                                        part.bucket(bucket.name())
                                                                .key(bucket.key(name))
                                                                .uploadId(id)
                                                                .partNumber(number)
                                                                .contentMD5(md5),
                                                body));
        remember(number, added.eTag());
    }

    /** Takes over a whole object that lies in the bucket. */
    void copy(String from, String version, long size) throws IOException {
        for (long at = 0; at < size; at += COPIED_AT_ONCE) {
            int number = parts.size() + 1;
            var range = "bytes=%d-%d".formatted(at, Math.min(size, at + COPIED_AT_ONCE) - 1);
            var copied =
                    bucket.ask(
                            "PutObject",
                            () ->
                                    bucket.client()
                                            .uploadPartCopy(
                                                    part ->
                                                            part.sourceBucket(bucket.name())
                                                                    .sourceKey(bucket.key(from))
                                                                    .sourceVersionId(version)
                                                                    .copySourceRange(range)
                                                                    .destinationBucket(
                                                                            bucket.name())
                                                                    .destinationKey(
                                                                            bucket.key(name))
                                                                    .uploadId(id)
                                                                    .partNumber(number)));
            remember(number, copied.copyPartResult().eTag());
        }
    }

    private void remember(int number, String tag) {
        parts.add(CompletedPart.builder().partNumber(number).eTag(tag).build());
    }

    /** The version of the object that is there now, whole. */
    String complete() throws IOException {
        try {
            var done =
                    bucket.ask(
                            "PutObject",
                            () ->
                                    bucket.client()
                                            .completeMultipartUpload(
                                                    complete ->
                                                            complete.bucket(bucket.name())
                                                                    .key(bucket.key(name))
                                                                    .uploadId(id)
                                                                    .multipartUpload(
                                                                            all ->
                                                                                    all.parts(
                                                                                            parts))));
            return bucket.required(done.versionId(), name);
        } catch (S3Refused refused) {
            // The answer to an earlier try was lost: it is complete and no upload any more.
            var there = refused.isAbsence() ? bucket.versions(name) : List.<S3Bucket.Version>of();
            if (there.isEmpty()) {
                throw refused;
            }
            return there.getLast().id();
        }
    }

    /** What cannot be taken back now is swept later. */
    void abort() {
        try {
            bucket.ask(
                    "AbortMultipartUpload",
                    () ->
                            bucket.client()
                                    .abortMultipartUpload(
                                            abort ->
                                                    abort.bucket(bucket.name())
                                                            .key(bucket.key(name))
                                                            .uploadId(id)));
        } catch (IOException e) {
            LOG.warn("parts of an upload stay until they are swept object={}", name, e);
        }
    }
}
