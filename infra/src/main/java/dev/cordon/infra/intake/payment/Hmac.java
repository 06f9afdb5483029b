package dev.cordon.infra.intake.payment;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 (RFC 2104, FIPS 180-4) of what was sent. */
final class Hmac {

    private static final String ALGORITHM = "HmacSHA256";

    private Hmac() {}

    /** The code of these parts, one after the other. */
    static byte[] of(String secret, byte[]... parts) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java knows no " + ALGORITHM, e);
        }
    }

    /** Whether one of these is that code; takes as long whatever they are. */
    static boolean isOneOf(List<byte[]> given, byte[] code) {
        boolean fits = false;
        for (byte[] each : given) {
            fits |= MessageDigest.isEqual(each, code);
        }
        return fits;
    }

    /** Nothing if it is no hexadecimal text. */
    static byte[] hex(String text) {
        try {
            return HexFormat.of().parseHex(text);
        } catch (IllegalArgumentException noHex) {
            return new byte[0];
        }
    }

    /** Nothing if it is no Base64. */
    static byte[] base64(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException noBase64) {
            return new byte[0];
        }
    }
}
