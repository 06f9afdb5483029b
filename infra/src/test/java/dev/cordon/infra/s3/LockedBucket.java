package dev.cordon.infra.s3;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What lies in the bucket, and the rules of its locks. */
final class LockedBucket {

    /** What a part but the last has to be at least, in bytes. */
    volatile int smallest = 5 << 20;

    private final InstantSource clock;
    private final AtomicLong ids = new AtomicLong();
    private final TreeMap<String, List<Version>> objects = new TreeMap<>();
    private final Map<String, Upload> uploads = new LinkedHashMap<>();

    /** One version of an object; the marker of a deletion has no bytes. */
    static final class Version {
        final String key;
        final String id;
        volatile byte @Nullable [] bytes;
        final String tag;
        final Instant changed;
        @Nullable Instant until;
        String mode = "";
        boolean held;

        Version(String key, String id, byte @Nullable [] bytes, String tag, Instant changed) {
            this.key = key;
            this.id = id;
            this.bytes = bytes;
            this.tag = tag;
            this.changed = changed;
        }
    }

    static final class Upload {
        final String key;
        final String id;
        final Instant begun;
        final TreeMap<Integer, byte[]> parts = new TreeMap<>();

        Upload(String key, String id, Instant begun) {
            this.key = key;
            this.id = id;
            this.begun = begun;
        }
    }

    LockedBucket(InstantSource clock) {
        this.clock = clock;
    }

    /** All versions, of one object the newest first. */
    synchronized List<Version> versions(String prefix) {
        var all = new ArrayList<Version>();
        objects.forEach(
                (key, versions) -> {
                    if (key.startsWith(prefix)) {
                        all.addAll(versions);
                    }
                });
        return all;
    }

    synchronized boolean isLatest(Version version) {
        return objects.get(version.key).getFirst() == version;
    }

    synchronized List<Upload> uploads() {
        return List.copyOf(uploads.values());
    }

    synchronized Version put(String key, byte[] bytes, @Nullable String ifMatch, boolean ifNone) {
        var there = objects.get(key);
        var latest = there == null ? null : there.getFirst();
        boolean isThere = latest != null && latest.bytes != null;
        if (ifNone && isThere) {
            throw new Refusal(412, "PreconditionFailed");
        }
        if (ifMatch != null) {
            if (!isThere) {
                throw new Refusal(404, "NoSuchKey");
            }
            if (!latest.tag.equals(ifMatch)) {
                throw new Refusal(412, "PreconditionFailed");
            }
        }
        return add(key, bytes);
    }

    private Version add(String key, byte @Nullable [] bytes) {
        var id = "v" + HexFormat.of().toHexDigits(ids.incrementAndGet()) + ".~_-";
        var version = new Version(key, id, bytes, tag(bytes), clock.instant());
        objects.computeIfAbsent(key, _ -> new ArrayList<>()).addFirst(version);
        return version;
    }

    private static String tag(byte @Nullable [] bytes) {
        return "\"" + (bytes == null ? "" : Digests.hex("MD5", bytes)) + "\"";
    }

    synchronized Version get(String key, @Nullable String version) {
        var there = objects.get(key);
        if (there == null) {
            throw new Refusal(404, "NoSuchKey");
        }
        var found =
                version == null
                        ? there.getFirst()
                        : there.stream()
                                .filter(each -> each.id.equals(version))
                                .findFirst()
                                .orElseThrow(() -> new Refusal(404, "NoSuchVersion"));
        if (found.bytes == null) {
            throw new Refusal(404, "NoSuchKey");
        }
        return found;
    }

    /** Without a version it only hides the object; with one it is gone, unless it is locked. */
    synchronized void delete(String key, @Nullable String version) {
        if (version == null) {
            add(key, null);
            return;
        }
        var there = objects.getOrDefault(key, List.of());
        for (var each : List.copyOf(there)) {
            if (each.id.equals(version)) {
                if (each.held || each.until != null && each.until.isAfter(clock.instant())) {
                    throw Refusal.denied(); // also to who asks to bypass governance
                }
                there.remove(each);
            }
        }
        if (there.isEmpty()) {
            objects.remove(key);
        }
    }

    /** In compliance mode it never gets shorter or weaker. */
    synchronized void retain(Version version, String mode, Instant until) {
        if (!until.isAfter(clock.instant())) {
            throw new Refusal(400, "InvalidArgument");
        }
        boolean isLocked =
                version.mode.equals("COMPLIANCE")
                        && version.until != null
                        && version.until.isAfter(clock.instant());
        if (isLocked && (!mode.equals("COMPLIANCE") || until.isBefore(version.until))) {
            throw Refusal.denied();
        }
        version.mode = mode;
        version.until = until;
    }

    synchronized Upload begin(String key) {
        var upload = new Upload(key, "u" + ids.incrementAndGet(), clock.instant());
        uploads.put(upload.id, upload);
        return upload;
    }

    synchronized void part(String upload, int number, byte[] bytes) {
        upload(upload).parts.put(number, bytes);
    }

    synchronized Version complete(String id, List<Integer> wanted) {
        var upload = upload(id);
        if (!List.copyOf(upload.parts.keySet()).equals(wanted)) {
            throw new Refusal(400, "InvalidPart");
        }
        var parts = upload.parts;
        for (var part : parts.headMap(parts.lastKey()).values()) {
            if (part.length < smallest) {
                throw new Refusal(400, "EntityTooSmall");
            }
        }
        var whole = new byte[parts.values().stream().mapToInt(part -> part.length).sum()];
        int at = 0;
        for (var part : parts.values()) {
            System.arraycopy(part, 0, whole, at, part.length);
            at += part.length;
        }
        uploads.remove(id);
        return add(upload.key, whole);
    }

    synchronized void abort(String id) {
        upload(id);
        uploads.remove(id);
    }

    private Upload upload(String id) {
        var upload = uploads.get(id);
        if (upload == null) {
            throw new Refusal(404, "NoSuchUpload");
        }
        return upload;
    }
}
