package dev.cordon.domain.evidence.ledger;

import java.util.Base64;
import java.util.Optional;

/**
 * A checkpoint as it is stored and handed out, in the form of C2SP signed-note; whether it is
 * genuine only the key can say.
 *
 * @param size in leaves, as it is filed
 * @param note the text of a checkpoint, an empty line and one signature's line
 */
public record SignedCheckpoint(long size, String note) {

    private static final String DASH = "\n— ";

    /**
     * @param signature base64 of the key's four-byte id and the Ed25519 signature (RFC 8032) over
     *     {@link Checkpoint#text()}
     */
    public static SignedCheckpoint of(Checkpoint checkpoint, String signature) {
        return new SignedCheckpoint(
                checkpoint.size(),
                checkpoint.text() + DASH + checkpoint.origin() + " " + signature + "\n");
    }

    /** Takes a note as somebody hands it in, under its own size; empty if it is none. */
    public static Optional<SignedCheckpoint> read(String note) {
        return Checkpoint.parse(note.substring(0, note.indexOf("\n\n") + 1))
                .map(checkpoint -> new SignedCheckpoint(checkpoint.size(), note))
                .filter(signed -> signed.checkpoint().isPresent());
    }

    /** What it says; empty if it is no note, or filed under another size. */
    public Optional<Checkpoint> checkpoint() {
        return Checkpoint.parse(note.substring(0, note.indexOf("\n\n") + 1))
                .filter(read -> read.size() == size && of(read, signature()).equals(this));
    }

    /**
     * The signature's part of its line in bytes; empty if it is no Base64 in its one form: other
     * digits would mean the same bytes, and a note that was changed would be none (RFC 4648, 3.5).
     */
    public Optional<byte[]> signatureBytes() {
        try {
            var bytes = Base64.getDecoder().decode(signature());
            return Base64.getEncoder().encodeToString(bytes).equals(signature())
                    ? Optional.of(bytes)
                    : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** The signature's part of its line. */
    public String signature() {
        return note.substring(note.lastIndexOf(' ') + 1).strip();
    }
}
