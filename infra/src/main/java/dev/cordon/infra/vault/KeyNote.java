package dev.cordon.infra.vault;

import dev.cordon.infra.crypto.WrappedKey;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What lies beside a content: where that is, and its wrapped key. Without the key it says that the
 * content was destroyed and its bytes are still to go.
 *
 * @param recorded whether an item of evidence ever stood on the content, so that the vault knows it
 *     also where the database does not any more
 */
record KeyNote(String place, @Nullable WrappedKey key, boolean recorded) {

    private static final String FORM = "cordon/content-key/v1";

    /** Names of folders and files, then what a storage calls its version; never a way out. */
    private static final String PLACE = "[0-9a-f-]+(?:/[0-9a-f-]+){1,5}(?: [!-~]{1,1024})?";

    private static final Pattern TEXT =
            Pattern.compile(
                    FORM
                            + "\nlies ("
                            + PLACE
                            + ")\n(?:destroyed\n|master (\\S+)\n(?:recovery ([0-9a-f]+) (\\S+)\n)?(recorded\n)?)");

    private static final Pattern NAME = Pattern.compile("[0-9a-f-]{36}/[0-9a-f]{64}");

    /** Whether it names the key of a content: {@code INCIDENT/DIGEST}. */
    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** Empty if it was changed into something else. */
    static Optional<KeyNote> of(String text) {
        var found = TEXT.matcher(text);
        if (!found.matches()) {
            return Optional.empty();
        }
        var master = found.group(2);
        var key = master == null ? null : new WrappedKey(master, found.group(3), found.group(4));
        return Optional.of(new KeyNote(found.group(1), key, found.group(5) != null));
    }

    /** Whether it speaks of that place; copies to another storage lose or gain its version. */
    boolean liesAt(String where) {
        return place.equals(where)
                || place.startsWith(where + " ")
                || where.startsWith(place + " ");
    }

    KeyNote destroyed() {
        return new KeyNote(place, null, false);
    }

    /** The same content, by a key that is wrapped otherwise. */
    KeyNote with(WrappedKey wrapped) {
        return new KeyNote(place, wrapped, recorded);
    }

    /** The same, once an item stands on it. */
    KeyNote asRecorded() {
        return new KeyNote(place, key, true);
    }

    String text() {
        var text = new StringBuilder(FORM).append("\nlies ").append(place).append('\n');
        if (key == null) {
            return text.append("destroyed\n").toString();
        }
        text.append("master ").append(key.master()).append('\n');
        if (key.recipient() != null) {
            text.append("recovery ").append(key.recipient()).append(' ');
            text.append(key.recovery()).append('\n');
        }
        if (recorded) {
            text.append("recorded\n");
        }
        return text.toString();
    }
}
