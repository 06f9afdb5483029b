package dev.cordon.domain.detection.log;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.cordon.domain.kernel.Canonical;
import java.util.Arrays;

/**
 * What takes the place of a long secret, as a key of an interface: stars that begin with a mark of
 * four hexadecimal digits. The same secret has the same mark, so that one who tries many keys is
 * told apart from one who uses his own; the mark is the beginning of a SHA-256 over a random key
 * and the secret, too little to find the secret by. Short secrets, such as passwords, have none.
 */
public final class SecretMark {

    private static final byte BLOT = '*';
    private static final int LONG = 32;
    private static final int MARK = 4;

    private final byte[] key;

    /**
     * @param key at random, and kept nowhere: marks are compared within a run of the program
     */
    public SecretMark(byte[] key) {
        this.key = key.clone();
    }

    void put(byte[] bytes, int from, int to) {
        if (to - from < LONG) {
            Arrays.fill(bytes, from, to, BLOT);
            return;
        }
        var secret = Arrays.copyOfRange(bytes, from, to);
        var hash = Canonical.tagged("cordon/secret-mark/v1").add(key).add(secret).sha256().hex();
        Arrays.fill(bytes, from, to, BLOT);
        System.arraycopy(hash.substring(0, MARK).getBytes(US_ASCII), 0, bytes, from, MARK);
    }
}
