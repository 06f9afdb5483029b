package dev.cordon.infra.crypto;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.Key;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.hybrid.HybridConfig;
import java.security.GeneralSecurityException;

/** Sets of keys and their texts, as Tink writes them: AES-256-GCM, and HPKE for recovery. */
final class Keysets {

    static {
        try {
            AeadConfig.register();
            HybridConfig.register();
        } catch (GeneralSecurityException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private Keysets() {}

    /** That key alone; its id tells nothing. */
    static KeysetHandle only(Key key) throws GeneralSecurityException {
        return KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.importKey(key).withRandomId().makePrimary())
                .build();
    }

    static KeysetHandle fresh() throws GeneralSecurityException {
        return KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
    }

    /** Another key wraps from now on; those before open what they wrapped. */
    static KeysetHandle withNewPrimary(KeysetHandle keys) throws GeneralSecurityException {
        return KeysetHandle.newBuilder(keys)
                .addEntry(
                        KeysetHandle.generateEntryFromParameters(
                                        PredefinedAeadParameters.AES256_GCM)
                                .withRandomId()
                                .makePrimary())
                .build();
    }

    /** Without the keys that wrapped before. */
    static KeysetHandle primaryAlone(KeysetHandle keys) throws GeneralSecurityException {
        var primary = keys.getPrimary();
        return KeysetHandle.newBuilder()
                .addEntry(
                        KeysetHandle.importKey(primary.getKey())
                                .withFixedId(primary.getId())
                                .makePrimary())
                .build();
    }

    static Aead aead(KeysetHandle keys) {
        try {
            return keys.getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot encrypt with AES", e);
        }
    }

    /** The keys themselves; only for a file that nobody else reads. */
    static String text(KeysetHandle keys) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get());
    }

    static KeysetHandle parse(String text) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeyset(text, InsecureSecretKeyAccess.get());
    }

    static String wrapped(KeysetHandle keys, Aead by, byte[] bound)
            throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.serializeEncryptedKeyset(keys, by, bound);
    }

    static KeysetHandle unwrap(String wrapped, Aead by, byte[] bound)
            throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseEncryptedKeyset(wrapped, by, bound);
    }
}
