package dev.cordon.infra.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HpkePublicKey;
import com.google.crypto.tink.util.Bytes;
import dev.cordon.domain.kernel.Sha256;
import java.security.GeneralSecurityException;
import java.util.Base64;

/**
 * The public half of the recovery key: it wraps and cannot unwrap. HPKE in base mode (RFC 9180):
 * DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM.
 */
public final class RecoveryRecipient {

    static final HpkeParameters FORM = form();

    private static final int ID = 16;

    private final byte[] bytes;

    RecoveryRecipient(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    /** Says which one it is: the first digits of its SHA-256 digest. */
    public String id() {
        return Sha256.of(bytes).hex().substring(0, ID);
    }

    byte[] bytes() {
        return bytes.clone();
    }

    String wrap(FileKey key, String name) throws GeneralSecurityException {
        var wrapped =
                Keysets.only(publicKey())
                        .getPrimitive(RegistryConfiguration.get(), HybridEncrypt.class)
                        .encrypt(key.bytes(), context(name));
        return Base64.getEncoder().encodeToString(wrapped);
    }

    @AccessesPartialKey
    HpkePublicKey publicKey() throws GeneralSecurityException {
        return HpkePublicKey.create(FORM, Bytes.copyFrom(bytes), null);
    }

    static byte[] context(String name) {
        return ("cordon/recovery/" + name).getBytes(UTF_8);
    }

    private static HpkeParameters form() {
        try {
            return HpkeParameters.builder()
                    .setVariant(HpkeParameters.Variant.NO_PREFIX)
                    .setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
                    .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
                    .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("RFC 9180 has this form", e);
        }
    }
}
