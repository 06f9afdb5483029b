package dev.cordon.infra.vault;

import dev.cordon.infra.crypto.ContentKeys;
import dev.cordon.infra.crypto.UnderMasterKey;
import dev.cordon.infra.crypto.WrappedKey;
import java.io.IOException;
import java.util.Base64;

/** What the master key wraps on the vault's shelf: the keys of contents, and the recovery key. */
final class ShelvedKeys implements UnderMasterKey {

    private final KeyShelf shelf;

    ShelvedKeys(KeyShelf shelf) {
        this.shelf = shelf;
    }

    @Override
    public String what() {
        return "keys of evidence";
    }

    @Override
    public void each(Visit visit) throws IOException {
        for (var name : shelf.contents()) {
            var text = shelf.find(name);
            if (text.isPresent()) {
                content(name, text.get(), visit);
            } else {
                hidden(name, visit);
            }
        }
        var recovery = shelf.find(RecoveryNote.NAME);
        if (recovery.isPresent()) {
            visit.see(
                    shelf.said(RecoveryNote.NAME),
                    decoded(recovery.get().strip()),
                    ContentKeys.bound(RecoveryNote.NAME),
                    next -> shelf.replace(RecoveryNote.NAME, recovery.get(), encoded(next) + "\n"));
        } else {
            hidden(RecoveryNote.NAME, visit);
        }
    }

    /** It may be wrapped by the earlier key, which has to stay until somebody brings it back. */
    private void hidden(String name, Visit visit) throws IOException {
        if (shelf.isHidden(name)) {
            visit.see(shelf.said(name), new byte[0], new byte[0], _ -> {});
        }
    }

    /** What is no key file any more is shown as something that does not open. */
    private void content(String name, String text, Visit visit) throws IOException {
        var note = KeyNote.of(text);
        if (note.isEmpty()) {
            visit.see(shelf.said(name), new byte[0], new byte[0], _ -> {});
            return;
        }
        var key = note.get().key();
        if (key == null) {
            return;
        }
        visit.see(
                shelf.said(name),
                decoded(key.master()),
                ContentKeys.bound(name),
                next -> {
                    var wrapped = new WrappedKey(encoded(next), key.recipient(), key.recovery());
                    shelf.replace(name, text, note.get().with(wrapped).text());
                });
    }

    private static String encoded(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] decoded(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException damaged) {
            return new byte[0];
        }
    }
}
