package dev.cordon.infra.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cordon.application.evidence.EvidenceVault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ObjectVersion;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * One bucket, and in it what is below a prefix. All objects have versions; deleting always names
 * one, so that nothing hides behind a delete marker.
 *
 * <p>Each failure is an {@link IOException} that says what to do: {@link S3Refused} if the storage
 * said no, another one if it said nothing.
 */
final class S3Bucket {

    private final S3Client s3;
    private final S3Settings settings;

    /** One version of an object. */
    record Version(String key, String id, Instant changed, long size, boolean isLatest) {

        /** Whether it only says that the object was deleted. */
        boolean isMarker() {
            return size < 0;
        }
    }

    /** A small object as it was read. */
    record Text(String text, String tag, String version, Instant changed) {}

    S3Bucket(S3Client s3, S3Settings settings) {
        this.s3 = s3;
        this.settings = settings;
    }

    S3Client client() {
        return s3;
    }

    String name() {
        return settings.bucket();
    }

    /** The whole name of an object. */
    String key(String name) {
        return settings.prefix() + name;
    }

    String said(String name) {
        return "s3://" + settings.bucket() + "/" + key(name);
    }

    /** Asks the storage; what it does not do is said in words. */
    <T> T ask(String action, Supplier<T> request) throws IOException {
        try {
            return request.get();
        } catch (S3Exception refusal) {
            throw S3Refused.of(action, settings, refusal);
        } catch (SdkException silence) {
            throw new EvidenceVault.Unavailable(
                    "The %s gave no answer to s3:%s (%s). Whatever was to be stored does not count;"
                                    .formatted(settings, action, silence.getMessage())
                            + " what lies there stays as it was. Try again once it answers.",
                    silence);
        }
    }

    /**
     * Puts an object where there is none.
     *
     * @return its version; empty if there is one
     */
    Optional<String> add(String name, byte[] bytes, int length) throws IOException {
        return put(name, bytes, length, request -> request.ifNoneMatch("*"));
    }

    /**
     * Puts an object in the place of that one.
     *
     * @return its version; empty if another one is there by now
     */
    Optional<String> replace(String name, String tag, byte[] bytes) throws IOException {
        return put(name, bytes, bytes.length, request -> request.ifMatch(tag));
    }

    private Optional<String> put(
            String name, byte[] bytes, int length, Consumer<PutObjectRequest.Builder> condition)
            throws IOException {
        try {
            var body = body(bytes, length);
            var answer =
                    ask(
                            "PutObject",
                            () ->
                                    s3.putObject(
                                            request ->
                                                    request.bucket(name())
                                                            .key(key(name))
                                                            .contentMD5(md5(bytes, length))
                                                            .applyMutation(condition),
                                            body));
            return Optional.of(required(answer.versionId(), name));
        } catch (S3Refused refused) {
            // Of an object that was to be replaced and is gone, storages say either.
            if (refused.isConditionFailed() || refused.isAbsence()) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    static RequestBody body(byte[] bytes, int length) {
        return RequestBody.fromContentProvider(
                () -> new ByteArrayInputStream(bytes, 0, length),
                length,
                "application/octet-stream");
    }

    /** What came over the wire is what was sent; storages ask for it where objects are locked. */
    static String md5(byte[] bytes, int length) {
        try {
            var digest = MessageDigest.getInstance("MD5");
            digest.update(bytes, 0, length);
            return Base64.getEncoder().encodeToString(digest.digest());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no MD5", e);
        }
    }

    String required(@Nullable String version, String name) throws IOException {
        if (version == null || version.isEmpty() || "null".equals(version)) {
            throw new IOException(
                    "The %s gave no version to %s. Nothing counts that was stored. Turn versioning of"
                                    .formatted(settings, key(name))
                            + " the bucket on, and start Cordon again.");
        }
        return version;
    }

    Optional<Text> read(String name) throws IOException {
        try {
            var answer =
                    ask(
                            "GetObject",
                            () -> s3.getObjectAsBytes(get -> get.bucket(name()).key(key(name))));
            var found = answer.response();
            return Optional.of(
                    new Text(
                            new String(answer.asByteArrayUnsafe(), UTF_8),
                            found.eTag(),
                            required(found.versionId(), name),
                            found.lastModified()));
        } catch (S3Refused refused) {
            if (refused.isAbsence()) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    /** Its bytes from a place on; goes on by itself where the connection breaks off. */
    Optional<InputStream> open(String name, @Nullable String version) throws IOException {
        try {
            return Optional.of(new S3Reading(this, name, version));
        } catch (S3Refused refused) {
            if (refused.isAbsence()) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    /** Returns once that version is gone; may be asked again. */
    void delete(String name, String version) throws IOException {
        ask(
                "DeleteObjectVersion",
                () ->
                        s3.deleteObject(
                                delete -> delete.bucket(name()).key(key(name)).versionId(version)));
    }

    /** All versions of one object and its delete markers, the oldest first. */
    List<Version> versions(String name) throws IOException {
        var all = new ArrayList<Version>();
        each(
                name,
                version -> {
                    if (version.key().equals(name)) {
                        all.addFirst(version);
                    }
                });
        return all;
    }

    /** What is done with each. */
    interface Visit {
        void of(Version version) throws IOException;
    }

    /** All versions and delete markers below a name, of one object the newest first. */
    void each(String below, Visit visit) throws IOException {
        String key = null;
        String id = null;
        while (true) {
            var fromKey = key;
            var fromId = id;
            var page =
                    ask(
                            "ListBucketVersions",
                            () ->
                                    s3.listObjectVersions(
                                            list ->
                                                    list.bucket(name())
                                                            .prefix(key(below))
                                                            .keyMarker(fromKey)
                                                            .versionIdMarker(fromId)));
            var found = new ArrayList<Version>();
            page.versions().forEach(each -> found.add(of(each)));
            page.deleteMarkers()
                    .forEach(
                            each ->
                                    found.add(
                                            new Version(
                                                    local(each.key()),
                                                    each.versionId(),
                                                    each.lastModified(),
                                                    -1,
                                                    each.isLatest())));
            found.sort(S3Bucket::newestFirst);
            for (var version : found) {
                visit.of(version);
            }
            if (!Boolean.TRUE.equals(page.isTruncated())) {
                return;
            }
            key = page.nextKeyMarker();
            id = page.nextVersionIdMarker();
        }
    }

    private static int newestFirst(Version one, Version other) {
        int byKey = one.key().compareTo(other.key());
        if (byKey != 0) {
            return byKey;
        }
        return one.isLatest() == other.isLatest()
                ? other.changed().compareTo(one.changed())
                : one.isLatest() ? -1 : 1;
    }

    private Version of(ObjectVersion each) {
        return new Version(
                local(each.key()),
                each.versionId(),
                each.lastModified(),
                each.size(),
                each.isLatest());
    }

    private String local(String key) {
        return key.substring(settings.prefix().length());
    }

    @Override
    public String toString() {
        return settings.toString();
    }
}
