package dev.cordon.infra.pack;

import dev.cordon.domain.evidence.pack.Signatures;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;

/** Ed25519 of the JDK. */
public final class JdkSignatures implements Signatures {

    /** What RFC 8410 puts before the raw key. */
    private static final byte[] RFC_8410 = HexFormat.of().parseHex("302a300506032b6570032100");

    @Override
    public boolean holds(byte[] key, byte[] message, byte[] signature) {
        var encoded = new byte[RFC_8410.length + key.length];
        System.arraycopy(RFC_8410, 0, encoded, 0, RFC_8410.length);
        System.arraycopy(key, 0, encoded, RFC_8410.length, key.length);
        try {
            var check = Signature.getInstance("Ed25519");
            check.initVerify(
                    KeyFactory.getInstance("Ed25519")
                            .generatePublic(new X509EncodedKeySpec(encoded)));
            check.update(message);
            return check.verify(signature);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }
}
