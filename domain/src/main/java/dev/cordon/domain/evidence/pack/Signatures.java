package dev.cordon.domain.evidence.pack;

/** Checks Ed25519 signatures (RFC 8032). */
@FunctionalInterface
public interface Signatures {

    /**
     * Whether the key signed the message; not if either is malformed.
     *
     * @param key its 32 bytes
     * @param signature its 64 bytes
     */
    boolean holds(byte[] key, byte[] message, byte[] signature);
}
