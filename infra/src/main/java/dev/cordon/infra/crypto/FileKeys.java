package dev.cordon.infra.crypto;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;

/**
 * Makes the keys of files, one for each. A file carries its key in its head, wrapped by the master
 * key, so that it is read and written while the database is away, and goes with its key.
 */
public final class FileKeys {

    private static final SecureRandom CHANCE = new SecureRandom();
    private static final int LENGTH = 32;

    private final Aead master;

    FileKeys(Aead master) {
        this.master = master;
    }

    /**
     * A new key.
     *
     * @param place which file it is for, in words that name it to people; it opens nothing
     *     elsewhere
     */
    public FileKey fresh(String place) {
        var key = new byte[LENGTH];
        CHANCE.nextBytes(key);
        try {
            return new FileKey(place, key, master.encrypt(key, bound(place)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot make a key for " + place, e);
        }
    }

    /**
     * @throws SealBroken if it was changed, belongs to another file or to another master key
     */
    FileKey unwrap(String place, byte[] wrapped) throws SealBroken {
        try {
            return new FileKey(place, master.decrypt(wrapped, bound(place)), wrapped);
        } catch (GeneralSecurityException e) {
            throw new SealBroken("The key in the head of " + place + " does not open", e);
        }
    }

    static byte[] bound(String place) {
        return ("cordon/file/" + place).getBytes(StandardCharsets.UTF_8);
    }
}
