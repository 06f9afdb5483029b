package dev.cordon.infra.crypto;

import com.google.crypto.tink.Aead;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;

/** What the master key wraps now, told from what an earlier one wrapped. */
final class Wrapping {

    private static final byte TINK = 1;

    private final Aead master;
    private final int primary;

    /**
     * @param primary the id of the key that wraps now, as Tink writes it before what it wrapped
     */
    Wrapping(Aead master, int primary) {
        this.master = master;
        this.primary = primary;
    }

    boolean isCurrent(byte[] wrapped) {
        var bytes = ByteBuffer.wrap(wrapped);
        return bytes.remaining() > Integer.BYTES
                && bytes.get() == TINK
                && bytes.getInt() == primary;
    }

    byte[] anew(String name, byte[] wrapped, byte[] bound) throws SealBroken {
        byte[] plain;
        try {
            plain = master.decrypt(wrapped, bound);
        } catch (GeneralSecurityException e) {
            throw new SealBroken("What the master key wrapped for " + name + " does not open", e);
        }
        try {
            return master.encrypt(plain, bound);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot wrap anew for " + name, e);
        }
    }
}
