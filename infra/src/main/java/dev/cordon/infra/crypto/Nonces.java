package dev.cordon.infra.crypto;

import java.nio.ByteBuffer;
import java.security.SecureRandom;

/**
 * Nonces by chance, many asked for at once: to ask the system for each costs as much as sealing.
 */
final class Nonces {

    private static final SecureRandom CHANCE = new SecureRandom();
    private static final int MANY = 64;

    private final byte[] chance = new byte[MANY * FileKey.NONCE];
    private final ByteBuffer left = ByteBuffer.wrap(chance).limit(0);

    /** One that was never given out. */
    byte[] next() {
        if (!left.hasRemaining()) {
            CHANCE.nextBytes(chance);
            left.clear();
        }
        var nonce = new byte[FileKey.NONCE];
        left.get(nonce);
        return nonce;
    }
}
