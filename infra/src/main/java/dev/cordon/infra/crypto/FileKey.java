package dev.cordon.infra.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of one file, AES-256 in Galois/Counter mode (NIST SP 800-38D). What it seals is bound to
 * the file and to its place there.
 *
 * <p>Nonces are 96 random bits (section 8.2.2), never counted: a counter would come back after a
 * crash that cut off what it had counted. A key seals far less than the 2³² records of section 8.3.
 */
public final class FileKey {

    static final int NONCE = 12;
    static final int TAG = 16;

    private final String place;
    private final SecretKey key;
    private final byte[] wrapped;

    FileKey(String place, byte[] key, byte[] wrapped) {
        this.place = place;
        this.key = new SecretKeySpec(key, "AES");
        this.wrapped = wrapped;
    }

    String place() {
        return place;
    }

    byte[] bytes() {
        return key.getEncoded();
    }

    byte[] wrapped() {
        return wrapped.clone();
    }

    /**
     * Writes nonce, ciphertext and tag.
     *
     * @param nonce was never used before
     */
    void seal(
            Cipher cipher, byte[] nonce, ByteBuffer plain, long position, int head, ByteBuffer into)
            throws GeneralSecurityException {
        into.put(nonce);
        cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(8 * TAG, nonce));
        cipher.updateAAD(bound(position, head));
        cipher.doFinal(plain, into);
    }

    /** Takes nonce, ciphertext and tag apart, and holds them against their place. */
    void open(Cipher cipher, ByteBuffer sealed, long position, int head, ByteBuffer into)
            throws GeneralSecurityException {
        var nonce = new byte[NONCE];
        sealed.get(nonce);
        cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(8 * TAG, nonce));
        cipher.updateAAD(bound(position, head));
        cipher.doFinal(sealed, into);
    }

    static Cipher cipher() {
        try {
            return Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot encrypt with AES", e);
        }
    }

    private byte[] bound(long position, int head) {
        var name = place.getBytes(UTF_8);
        return ByteBuffer.allocate(name.length + Long.BYTES + Integer.BYTES)
                .put(name)
                .putLong(position)
                .putInt(head)
                .array();
    }
}
