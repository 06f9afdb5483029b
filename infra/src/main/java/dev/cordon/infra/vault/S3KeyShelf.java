package dev.cordon.infra.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Small objects below {@code keys}, never locked. Who changes one says which it was (If-Match, RFC
 * 9110, 13.1), so that of two at once one comes first. The bucket keeps versions: those that are
 * replaced are deleted before anybody is told that they are gone.
 */
final class S3KeyShelf implements KeyShelf {

    static final String KEYS = "keys/";

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
        var found = bucket.read(KEYS + name);
        if (found.isPresent() && !found.get().text().equals(text)) {
            return;
        }
        for (var version : bucket.versions(KEYS + name)) {
            bucket.delete(version.key(), version.id());
            if (found.isPresent() && version.id().equals(found.get().version())) {
                return;
            }
        }
    }

    @Override
    public void forgetEarlier(String name) throws IOException {
        for (var version : bucket.versions(KEYS + name)) {
            if (!version.isLatest()) {
                bucket.delete(version.key(), version.id());
            }
        }
    }

    @Override
    public void forgetEarlier() throws IOException {
        var earlier = new ArrayList<S3Bucket.Version>();
        bucket.each(
                KEYS,
                version -> {
                    if (!version.isLatest()) {
                        earlier.addFirst(version);
                    }
                });
        for (var version : earlier) {
            bucket.delete(version.key(), version.id());
        }
    }

    @Override
    public List<String> contents() throws IOException {
        var names = new TreeSet<String>();
        bucket.each(
                KEYS,
                version -> {
                    var name = version.key().substring(KEYS.length());
                    if (version.isLatest() && version.size() >= 0 && KeyNote.isName(name)) {
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
