package dev.cordon.infra.vault;

import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.s3.model.AbortMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.GetObjectLegalHoldResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRetentionResponse;
import software.amazon.awssdk.services.s3.model.ListMultipartUploadsResponse;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.ObjectLockLegalHoldStatus;
import software.amazon.awssdk.services.s3.model.ObjectLockRetention;
import software.amazon.awssdk.services.s3.model.ObjectLockRetentionMode;
import software.amazon.awssdk.services.s3.model.PutObjectRetentionResponse;

/**
 * In a bucket with Object Lock, under the names that the folder has, and the version behind them.
 * What is locked is so in compliance mode: until that day nobody deletes it, not Cordon, not the
 * owner of the account, and nobody shortens it.
 */
final class S3Contents implements Contents {

    static final String CONTENT = "content/";
    static final String INCOMING = "incoming/";

    private static final Logger LOG = LoggerFactory.getLogger(S3Contents.class);

    /** In bytes; a storage takes 10000 of them, which are more than the largest content. */
    private static final int PART = 8 << 20;

    private final S3Bucket bucket;
    private final InstantSource clock;
    private final int part;

    /** A name in the bucket, and which version; null for the one that is there now. */
    private record Place(String name, @Nullable String version) {

        static Place of(String place) {
            int space = place.indexOf(' ');
            return space < 0
                    ? new Place(CONTENT + place, null)
                    : new Place(CONTENT + place.substring(0, space), place.substring(space + 1));
        }
    }

    S3Contents(S3Bucket bucket, InstantSource clock) {
        this(bucket, clock, PART);
    }

    /**
     * @param part what is sent at once, in bytes
     */
    S3Contents(S3Bucket bucket, InstantSource clock, int part) {
        this.bucket = bucket;
        this.part = part;
        this.clock = clock;
    }

    static String folder(IncidentId incident, Sha256 content) {
        var hex = content.hex();
        return "%s/%s/%s/%s".formatted(incident, hex.substring(0, 2), hex.substring(2, 4), hex);
    }

    @Override
    public Piece begin(IncidentId incident) {
        return new S3Piece(bucket, incident, FolderContents.fresh(), part);
    }

    @Override
    public Optional<InputStream> open(String place) throws IOException {
        var at = Place.of(place);
        return bucket.open(at.name(), at.version());
    }

    /** Only ever later: a storage refuses to shorten, and nobody asks it to. */
    @Override
    public void lock(String place, Instant until) throws IOException {
        var at = Place.of(place);
        var end = until.plus(1, ChronoUnit.SECONDS).minusNanos(1).truncatedTo(ChronoUnit.SECONDS);
        var before = lockedUntil(at);
        if (before == null || before.isBefore(end)) {
            bucket.ask("PutObjectRetention", () -> retain(at, end));
        }
    }

    private PutObjectRetentionResponse retain(Place at, Instant end) {
        var lock =
                ObjectLockRetention.builder()
                        .mode(ObjectLockRetentionMode.COMPLIANCE)
                        .retainUntilDate(end)
                        .build();
        return bucket.client()
                .putObjectRetention(
                        put ->
                                put.bucket(bucket.name())
                                        .key(bucket.key(at.name()))
                                        .versionId(at.version())
                                        .retention(lock));
    }

    /** Null if it is not locked in compliance mode. */
    private @Nullable Instant lockedUntil(Place at) throws IOException {
        try {
            var lock = bucket.ask("GetObjectRetention", () -> retention(at)).retention();
            return lock != null && lock.mode() == ObjectLockRetentionMode.COMPLIANCE
                    ? lock.retainUntilDate()
                    : null;
        } catch (S3Refused refused) {
            if (refused.is("NoSuchObjectLockConfiguration")) {
                return null;
            }
            throw refused;
        }
    }

    private GetObjectRetentionResponse retention(Place at) {
        return bucket.client()
                .getObjectRetention(
                        get ->
                                get.bucket(bucket.name())
                                        .key(bucket.key(at.name()))
                                        .versionId(at.version()));
    }

    @Override
    public void hold(String place, boolean held) throws IOException {
        var at = Place.of(place);
        var status = held ? ObjectLockLegalHoldStatus.ON : ObjectLockLegalHoldStatus.OFF;
        bucket.ask(
                "PutObjectLegalHold",
                () ->
                        bucket.client()
                                .putObjectLegalHold(
                                        put ->
                                                put.bucket(bucket.name())
                                                        .key(bucket.key(at.name()))
                                                        .versionId(at.version())
                                                        .legalHold(hold -> hold.status(status))));
    }

    @Override
    public boolean isBound(String place) throws IOException {
        var at = Place.of(place);
        try {
            return lockedUntil(at) != null || isHeld(at);
        } catch (S3Refused refused) {
            if (refused.isAbsence()) {
                return false;
            }
            throw refused;
        }
    }

    private boolean isHeld(Place at) throws IOException {
        try {
            var hold = bucket.ask("GetObjectLegalHold", () -> legalHold(at)).legalHold();
            return hold != null && hold.status() == ObjectLockLegalHoldStatus.ON;
        } catch (S3Refused refused) {
            if (refused.is("NoSuchObjectLockConfiguration")) {
                return false;
            }
            throw refused;
        }
    }

    private GetObjectLegalHoldResponse legalHold(Place at) {
        return bucket.client()
                .getObjectLegalHold(
                        get ->
                                get.bucket(bucket.name())
                                        .key(bucket.key(at.name()))
                                        .versionId(at.version()));
    }

    @Override
    public boolean delete(String place) throws IOException {
        var at = Place.of(place);
        if (at.version() != null) {
            return delete(at.name(), at.version());
        }
        boolean gone = true;
        for (var version : bucket.versions(at.name())) {
            gone &= delete(at.name(), version.id());
        }
        return gone;
    }

    /** Storages answer a lock in several ways; what they say of it when asked is clear. */
    private boolean delete(String name, String version) throws IOException {
        try {
            bucket.delete(name, version);
            return true;
        } catch (S3Refused refused) {
            var at = new Place(name, version);
            if (refused.isAbsence()) {
                return true;
            }
            var until = lockedUntil(at);
            if (until != null && until.isAfter(clock.instant())) {
                return false;
            }
            release(at);
            bucket.delete(name, version);
            return true;
        }
    }

    /** Takes no hold off: nobody was asked whether a matter still needs it. */
    private boolean deleteUnheld(String name, String version) throws IOException {
        try {
            bucket.delete(name, version);
            return true;
        } catch (S3Refused refused) {
            var at = new Place(name, version);
            if (refused.isAbsence()) {
                return true;
            }
            if (lockedUntil(at) == null && !isHeld(at)) {
                throw refused;
            }
            return false;
        }
    }

    /** Whoever deletes has asked whether a matter still needs it; a hold left over goes too. */
    private void release(Place at) throws IOException {
        hold(
                at.name().substring(CONTENT.length())
                        + (at.version() == null ? "" : " " + at.version()),
                false);
    }

    @Override
    public int sweep(Instant before, Keep keep) throws IOException {
        var swept = new int[] {sweepUploads(before)};
        bucket.each(
                INCOMING,
                version -> {
                    if (version.changed().isBefore(before)) {
                        bucket.delete(version.key(), version.id());
                        swept[0]++;
                    }
                });
        bucket.each(
                CONTENT,
                version -> {
                    var place = version.key().substring(CONTENT.length()) + " " + version.id();
                    if (version.changed().isBefore(before)
                            && !keep.isNeeded(place)
                            && deleteUnheld(version.key(), version.id())) {
                        LOG.warn("removed bytes that nobody needs object={}", said(place));
                        swept[0]++;
                    }
                });
        return swept[0];
    }

    /** Parts of what a killed program began. */
    private int sweepUploads(Instant before) throws IOException {
        int swept = 0;
        for (var page : bucket.ask("ListBucketMultipartUploads", this::uploads)) {
            for (var upload : page.uploads()) {
                if (upload.initiated().isBefore(before)) {
                    bucket.ask("AbortMultipartUpload", () -> abort(upload));
                    LOG.warn("removed parts of an upload that broke off object={}", upload.key());
                    swept++;
                }
            }
        }
        return swept;
    }

    private List<ListMultipartUploadsResponse> uploads() {
        return bucket
                .client()
                .listMultipartUploadsPaginator(
                        list -> list.bucket(bucket.name()).prefix(bucket.key("")))
                .stream()
                .toList();
    }

    private AbortMultipartUploadResponse abort(MultipartUpload upload) {
        return bucket.client()
                .abortMultipartUpload(
                        abort ->
                                abort.bucket(bucket.name())
                                        .key(upload.key())
                                        .uploadId(upload.uploadId()));
    }

    @Override
    public String said(String place) {
        return bucket.said(CONTENT + place);
    }
}
