package dev.cordon.infra.vault;

import dev.cordon.application.evidence.EvidenceVault;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.infra.crypto.ContentKeys;
import dev.cordon.infra.crypto.FileKey;
import dev.cordon.infra.crypto.SealBroken;
import dev.cordon.infra.crypto.WrappedKey;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts content on its way to the storage, under a key that lies on a shelf beside it. The note
 * on the shelf makes the content be there: it is written when the content is safe, and says where
 * that lies. Who comes second with equal content takes its own away again.
 */
final class SealedEvidenceVault implements EvidenceVault {

    private final Contents contents;
    private final KeyShelf shelf;
    private final ContentKeys keys;
    private final RecoveryNote recovery;
    private final Rewrapping rewrapping;

    SealedEvidenceVault(Contents contents, KeyShelf shelf, ContentKeys keys) {
        this.contents = contents;
        this.shelf = shelf;
        this.keys = keys;
        this.recovery = new RecoveryNote(shelf, keys);
        this.rewrapping = new Rewrapping(shelf, keys);
    }

    @Override
    public Stored store(IncidentId incident, InputStream stream, long limit) throws IOException {
        recovery.recipient(); // what cannot be kept in the end need not be read
        try (var piece = contents.begin(incident)) {
            var key = keys.fresh(SealedContent.boundTo(incident));
            var stored = SealedContent.take(stream, limit, key, piece);
            keep(incident, stored.content(), key, piece);
            return stored;
        }
    }

    private void keep(IncidentId incident, Sha256 content, FileKey key, Contents.Piece piece)
            throws IOException {
        var before = shelf.find(name(incident, content)).orElse(null);
        if (before != null && lies(incident, content)) {
            return;
        }
        var place = piece.keep(content);
        if (keep(name(incident, content), key, place, before)) {
            rewrapping.look(name(incident, content));
        } else {
            contents.delete(place);
            lies(incident, content);
        }
    }

    /** Whether another one was not first. */
    private boolean keep(String name, FileKey key, String place, @Nullable String before)
            throws IOException {
        var note = new KeyNote(place, keys.wrap(key, name, recovery.recipient())).text();
        return before == null ? shelf.add(name, note) : shelf.replace(name, before, note);
    }

    /** Whether equal content is there and sound. */
    private boolean lies(IncidentId incident, Sha256 content) throws IOException {
        var found = rehash(incident, content);
        if (found.isPresent() && !found.get().equals(content)) {
            throw new IOException(
                    "The vault already holds something under the digest "
                            + content
                            + ", and it was changed. Nothing was stored or overwritten. Verify the"
                            + " evidence that uses it.");
        }
        return found.isPresent();
    }

    @Override
    public InputStream open(IncidentId incident, Sha256 content) throws IOException {
        return find(incident, content)
                .orElseThrow(
                        () ->
                                new IOException(
                                        "The vault has no content %s of the incident %s."
                                                .formatted(content, incident)));
    }

    @Override
    public Optional<Sha256> rehash(IncidentId incident, Sha256 content) throws IOException {
        var found = find(incident, content);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        try (var stream = found.get()) {
            return Optional.of(SealedContent.digest(stream));
        }
    }

    private Optional<InputStream> find(IncidentId incident, Sha256 content) throws IOException {
        var note = note(name(incident, content));
        if (note.isEmpty() || note.get().key() == null) {
            return Optional.empty();
        }
        var place = note.get().place();
        var sealed = contents.open(place);
        if (sealed.isEmpty()) {
            return Optional.empty();
        }
        try {
            var key = unwrap(note.get().key(), incident, content);
            return Optional.of(SealedContent.open(key, sealed.get(), contents.said(place)));
        } catch (IOException e) {
            sealed.get().close();
            throw e;
        }
    }

    private FileKey unwrap(WrappedKey wrapped, IncidentId incident, Sha256 content)
            throws IOException {
        var name = name(incident, content);
        try {
            return keys.unwrap(wrapped, name, SealedContent.boundTo(incident));
        } catch (SealBroken e) {
            throw new Unreadable(shelf.said(name), 0, e);
        }
    }

    @Override
    public void seal(IncidentId incident, Sha256 content, Instant until) throws IOException {
        open(incident, content).close();
        contents.lock(note(name(incident, content)).orElseThrow().place(), until);
    }

    @Override
    public Destroyed destroy(IncidentId incident, Sha256 content) throws IOException {
        var name = name(incident, content);
        var text = shelf.find(name);
        if (text.isEmpty()) {
            return Destroyed.NOTHING_THERE;
        }
        var note = parsed(name, text.get()).destroyed();
        if (!text.get().equals(note.text()) && !shelf.replace(name, text.get(), note.text())) {
            return destroy(incident, content);
        }
        if (!contents.delete(note.place())) {
            return Destroyed.KEY_ALONE;
        }
        shelf.delete(name);
        return Destroyed.KEY_AND_BYTES;
    }

    private Optional<KeyNote> note(String name) throws IOException {
        var text = shelf.find(name);
        return text.isEmpty() ? Optional.empty() : Optional.of(parsed(name, text.get()));
    }

    private KeyNote parsed(String name, String text) throws Unreadable {
        return KeyNote.of(text).orElseThrow(() -> new Unreadable(shelf.said(name), 0, null));
    }

    static String name(IncidentId incident, Sha256 content) {
        return incident + "/" + content.hex();
    }
}
