package dev.cordon.infra.vault;

import dev.cordon.application.evidence.EvidenceVault;
import dev.cordon.application.kernel.MeteredStream;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.infra.crypto.ContentKeys;
import dev.cordon.infra.crypto.FileKey;
import dev.cordon.infra.crypto.SealBroken;
import dev.cordon.infra.crypto.WrappedKey;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Encrypts content on its way to the storage, under a key that lies on a shelf beside it. The note
 * on the shelf makes the content be there: it is written when the content is safe, and says where
 * that lies, and later that an item stands on it. Who comes second with equal content takes its own
 * away again.
 */
final class SealedEvidenceVault implements EvidenceVault {

    private static final Logger LOG = LoggerFactory.getLogger(SealedEvidenceVault.class);

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
    public Stored store(IncidentId incident, Content content, long limit) throws IOException {
        recovery.recipient(); // what cannot be kept in the end need not be read
        try (var piece = contents.begin(incident)) {
            var key = keys.fresh(SealedContent.boundTo(incident));
            var stored = SealedContent.take(content, limit, key, piece);
            keep(incident, stored.content(), key, piece);
            return stored;
        }
    }

    private void keep(IncidentId incident, Sha256 content, FileKey key, Contents.Piece piece)
            throws IOException {
        var name = name(incident, content);
        String place = null;
        while (true) {
            var before = shelf.find(name).orElse(null);
            if (before != null && lies(incident, content)) {
                if (renew(name, before)) {
                    if (place != null) {
                        contents.delete(place);
                    }
                    return;
                }
            } else {
                place = place == null ? piece.keep(content) : place;
                if (keep(name, key, place, before)) {
                    rewrapping.look(name);
                    return;
                }
            }
        }
    }

    /** Says that it came in anew, to whoever removes what nobody stands on. */
    private boolean renew(String name, String before) throws IOException {
        var note = parsed(name, before);
        var wrapped = note.key();
        if (wrapped == null) {
            return false;
        }
        var key = keys.unwrap(wrapped, name, name);
        return keep(name, key, note.place(), before);
    }

    /** What an item stood on before is still what one stood on. */
    private boolean keep(String name, FileKey key, String place, @Nullable String before)
            throws IOException {
        boolean recorded = before != null && parsed(name, before).recorded();
        var wrapped = keys.wrap(key, name, recovery.recipient());
        var note = new KeyNote(place, wrapped, recorded).text();
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
    public boolean holds(IncidentId incident, Sha256 content) throws IOException {
        var found = find(incident, content);
        if (found.isPresent()) {
            found.get().close();
        }
        return found.isPresent();
    }

    @Override
    public Optional<Sha256> rehash(IncidentId incident, Sha256 content, LongConsumer read)
            throws IOException {
        var found = find(incident, content);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        try (var stream = new MeteredStream(found.get(), read)) {
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
    public void hold(IncidentId incident, Sha256 content, boolean held) throws IOException {
        var note = note(name(incident, content));
        if (note.isPresent() && note.get().key() != null) {
            contents.hold(note.get().place(), held);
        }
    }

    @Override
    public void recorded(IncidentId incident, Sha256 content) throws IOException {
        var name = name(incident, content);
        while (true) {
            var text = shelf.find(name);
            var note = text.flatMap(KeyNote::of).filter(found -> found.key() != null);
            if (note.isEmpty()
                    || note.get().recorded()
                    || shelf.replace(name, text.get(), note.get().asRecorded().text())) {
                return;
            }
        }
    }

    @Override
    public List<Forgotten> forgotten(Needed recorded) throws IOException {
        var forgotten = new ArrayList<Forgotten>();
        for (var name : shelf.contents()) {
            var note = shelf.find(name).flatMap(KeyNote::of).filter(found -> found.key() != null);
            if (note.isEmpty()) {
                continue;
            }
            var incident = incident(name);
            var content = content(name);
            if (recorded.is(incident, content)) {
                recorded(incident, content);
            } else if (note.get().recorded() || contents.isBound(note.get().place())) {
                forgotten.add(new Forgotten(incident, content, shelf.said(name)));
            }
        }
        return forgotten;
    }

    @Override
    public Destroyed destroy(IncidentId incident, Sha256 content) throws IOException {
        var name = name(incident, content);
        while (true) {
            var text = shelf.find(name);
            if (text.isEmpty()) {
                requireUnhidden(name);
                return Destroyed.NOTHING_THERE;
            }
            if (shred(name, text.get())) {
                return delete(name, parsed(name, text.get()).destroyed())
                        ? Destroyed.KEY_AND_BYTES
                        : Destroyed.KEY_ALONE;
            }
        }
    }

    private void requireUnhidden(String name) throws IOException {
        if (shelf.isHidden(name)) {
            throw new IOException(
                    "Somebody deleted the key %s, and the storage still has it. Nothing was destroyed."
                                    .formatted(shelf.said(name))
                            + " Remove its delete marker, and try again.");
        }
    }

    /** Whether that was still the key, and is none any more. */
    private boolean shred(String name, String text) throws IOException {
        var destroyed = parsed(name, text).destroyed().text();
        if (text.equals(destroyed)) {
            shelf.forgetEarlier(name);
            return true;
        }
        return shelf.replace(name, text, destroyed);
    }

    private boolean delete(String name, KeyNote destroyed) throws IOException {
        boolean gone = contents.delete(destroyed.place());
        if (gone) {
            shelf.delete(name, destroyed.text());
        }
        return gone;
    }

    @Override
    public int sweep(Instant before, Needed needed) throws IOException {
        shelf.forgetEarlier();
        int swept = 0;
        for (var name : shelf.contents()) {
            swept += sweep(name, before, needed) ? 1 : 0;
        }
        return swept + contents.sweep(before, place -> isNeeded(place, needed));
    }

    private boolean sweep(String name, Instant before, Needed needed) throws IOException {
        var slip = shelf.look(name);
        if (slip.isEmpty()) {
            return false;
        }
        var note = KeyNote.of(slip.get().text());
        if (note.isEmpty()) {
            return false; // a damaged one is for whoever verifies, not for whoever cleans
        }
        if (note.get().key() == null) {
            return delete(name, note.get());
        }
        if (note.get().recorded()
                || !slip.get().changed().isBefore(before)
                || needed.is(incident(name), content(name))
                || contents.isBound(note.get().place())) {
            return false;
        }
        if (!shred(name, slip.get().text())) {
            return false; // it came in anew meanwhile
        }
        LOG.warn("removed content that no item of evidence stands on content={}", name);
        delete(name, note.get().destroyed());
        return true;
    }

    /** Bytes whose key is nowhere stay as long as an item needs them: the key may come back. */
    private boolean isNeeded(String place, Needed needed) throws IOException {
        var parts = place.split("/", 5);
        if (parts.length < 5 || !KeyNote.isName(parts[0] + "/" + parts[3])) {
            return true;
        }
        var name = parts[0] + "/" + parts[3];
        var text = shelf.find(name);
        if (text.isEmpty()) {
            return needed.is(incident(name), content(name)) || contents.isBound(place);
        }
        return KeyNote.of(text.get()).map(note -> note.liesAt(place)).orElse(true);
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

    private static IncidentId incident(String name) {
        return IncidentId.of(name.substring(0, name.indexOf('/')));
    }

    private static Sha256 content(String name) {
        return new Sha256(name.substring(name.indexOf('/') + 1));
    }
}
