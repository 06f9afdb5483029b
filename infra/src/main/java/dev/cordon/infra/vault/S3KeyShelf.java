package dev.cordon.infra.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cordon.infra.vault.S3Bucket.Text;
import dev.cordon.infra.vault.S3Bucket.Version;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Small objects below {@code keys}, never locked. Who changes one says which it was (If-Match, RFC
 * 9110, 13.1), so that of two at once one comes first. The bucket keeps versions: those that are
 * replaced are deleted before anybody is told that they are gone.
 */
final class S3KeyShelf implements KeyShelf {

    static final String KEYS = "keys/";

    private static final Logger LOG = LoggerFactory.getLogger(S3KeyShelf.class);

    private final S3Bucket bucket;

    S3KeyShelf(S3Bucket bucket) {
        this.bucket = bucket;
    }

    @Override
    public Optional<Slip> look(String name) throws IOException {
        return bucket.read(KEYS + name).map(found -> new Slip(found.text(), found.changed()));
    }

    @Override
    public boolean add(String name, String text) throws IOException {
        var bytes = text.getBytes(UTF_8);
        return bucket.add(KEYS + name, bytes, bytes.length).isPresent() || isThere(name, text);
    }

    @Override
    public boolean replace(String name, String old, String text) throws IOException {
        var found = bucket.read(KEYS + name);
        if (found.isEmpty() || !found.get().text().equals(old)) {
            return false;
        }
        var bytes = text.getBytes(UTF_8);
        boolean done =
                bucket.replace(KEYS + name, found.get().tag(), bytes).isPresent()
                        || isThere(name, text);
        if (done) {
            forgetEarlier(name);
        }
        return done;
    }

    /** The answer to an earlier try was lost; no two texts are equal by chance. */
    private boolean isThere(String name, String text) throws IOException {
        return find(name).equals(Optional.of(text));
    }

    /** The oldest first, so that breaking off brings none of them back to light. */
    @Override
    public void delete(String name, String text) throws IOException {
        var listed = bucket.versions(KEYS + name); // before reading: what is added since stays
        var found = bucket.read(KEYS + name);
        if (found.isPresent() && !found.get().text().equals(text)) {
            return;
        }
        if (found.isEmpty() && isHidden(listed)) {
            LOG.error(
                    "a deleted key of evidence that still lies there stays object={}", said(name));
            return;
        }
        for (var version : listed) {
            bucket.delete(version.key(), version.id());
            if (found.isPresent() && version.id().equals(found.get().version())) {
                return;
            }
        }
    }

    @Override
    public void forgetEarlier(String name) throws IOException {
        forgetEarlier(name, bucket.versions(KEYS + name));
    }

    /** The oldest first, as they are listed; never what a marker or something else hides. */
    private void forgetEarlier(String name, List<Version> versions) throws IOException {
        if (versions.size() < 2) {
            return;
        }
        var latest = versions.getLast();
        var read = latest.isMarker() ? Optional.<Text>empty() : bucket.read(KEYS + name);
        if (read.isPresent() && !read.get().version().equals(latest.id())) {
            return; // changed meanwhile; who changed it forgets the earlier ones
        }
        if (read.isEmpty() || !isKey(name, read.get().text())) {
            LOG.error(
                    "somebody else deleted or overwrote a key of evidence; its earlier versions stay"
                            + " object={}",
                    said(name));
            return;
        }
        for (var version : versions) {
            if (!version.isLatest()) {
                bucket.delete(version.key(), version.id());
            }
        }
    }

    /** Whether it is something that Cordon would put there. */
    private static boolean isKey(String name, String text) {
        return switch (name) {
            case Rewrapping.DONE -> true;
            case RecoveryNote.NAME -> RecoveryNote.isNote(text);
            default -> KeyNote.isName(name) && KeyNote.of(text).isPresent();
        };
    }

    @Override
    public boolean isHidden(String name) throws IOException {
        return isHidden(bucket.versions(KEYS + name));
    }

    private static boolean isHidden(List<Version> versions) {
        return versions.size() > 1
                && versions.getLast().isMarker()
                && !versions.stream().allMatch(Version::isMarker);
    }

    @Override
    public void forgetEarlier() throws IOException {
        var several = new TreeSet<String>();
        bucket.each(
                KEYS,
                version -> {
                    if (!version.isLatest()) {
                        several.add(version.key().substring(KEYS.length()));
                    }
                });
        for (var name : several) {
            forgetEarlier(name);
        }
    }

    @Override
    public List<String> contents() throws IOException {
        var names = new TreeSet<String>();
        bucket.each(
                KEYS,
                version -> {
                    var name = version.key().substring(KEYS.length());
                    if (!version.isMarker() && KeyNote.isName(name)) {
                        names.add(name);
                    }
                });
        return List.copyOf(names);
    }

    @Override
    public String said(String name) {
        return bucket.said(KEYS + name);
    }
}
