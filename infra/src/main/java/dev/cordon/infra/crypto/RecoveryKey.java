package dev.cordon.infra.crypto;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.hybrid.HpkePrivateKey;
import com.google.crypto.tink.subtle.X25519;
import com.google.crypto.tink.util.SecretBytes;
import java.security.GeneralSecurityException;
import java.util.Base64;

/**
 * The private half of the recovery key. It exists on paper and, for a moment, in the memory of who
 * made it or recovers with it; Cordon keeps it nowhere.
 */
public final class RecoveryKey {

    private final byte[] secret;

    private RecoveryKey(byte[] secret) {
        this.secret = secret.clone();
    }

    public static RecoveryKey create() {
        return new RecoveryKey(X25519.generatePrivateKey());
    }

    /**
     * @throws RecoveryText.Mistyped if it was not copied as it was printed; says where
     */
    public static RecoveryKey of(String printed) throws RecoveryText.Mistyped {
        return new RecoveryKey(RecoveryText.read(printed));
    }

    /** As it is printed. */
    public String printed() {
        return RecoveryText.of(secret);
    }

    public RecoveryRecipient recipient() {
        try {
            return new RecoveryRecipient(X25519.publicFromPrivate(secret));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every 32 bytes are a key of X25519 (RFC 7748)", e);
        }
    }

    /**
     * @param wrapped for this key, in Base64
     * @throws SealBroken if it was changed, is for another content or another recovery key
     */
    @AccessesPartialKey
    public FileKey unwrap(String wrapped, String name, String place) throws SealBroken {
        try {
            var key =
                    HpkePrivateKey.create(
                            recipient().publicKey(),
                            SecretBytes.copyFrom(secret, InsecureSecretKeyAccess.get()));
            var bytes =
                    Keysets.only(key)
                            .getPrimitive(RegistryConfiguration.get(), HybridDecrypt.class)
                            .decrypt(
                                    Base64.getDecoder().decode(wrapped),
                                    RecoveryRecipient.context(name));
            return new FileKey(place, bytes, new byte[0]);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new SealBroken("The key of " + name + " does not open", e);
        }
    }
}
