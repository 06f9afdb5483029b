package dev.cordon.infra.crypto;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/** The key of one subject, ready for use; not to be kept longer than a piece of work. */
public final class DataKey {

    private final Subject subject;
    private final Aead aead;

    DataKey(Subject subject, Aead aead) {
        this.subject = subject;
        this.aead = aead;
    }

    /**
     * Encrypts a text for one place, a table and row; it opens there and nowhere else.
     *
     * @param place {@code delivery/17}, within the subject
     */
    public byte[] seal(String place, String text) {
        try {
            return aead.encrypt(text.getBytes(StandardCharsets.UTF_8), bound(place));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot encrypt for " + subject, e);
        }
    }

    /**
     * @throws Tampered if it was changed, or belongs to another place
     */
    public String open(String place, byte[] sealed) {
        try {
            return new String(aead.decrypt(sealed, bound(place)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new Tampered(subject + "/" + place, e);
        }
    }

    private byte[] bound(String place) {
        return ("cordon/" + subject + "/" + place).getBytes(StandardCharsets.UTF_8);
    }

    /** What lies there is not what was put there. */
    public static class Tampered extends RuntimeException {
        Tampered(String place, Throwable cause) {
            super("the encrypted content of " + place + " was changed or moved", cause);
        }
    }
}
