package dev.cordon.application.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How Cordon and its plugin sign: HMAC-SHA256 over lines that say what it is for, and over the
 * body. What is signed for one way is worth nothing on the other.
 */
final class SensorSignature {

    private static final String VERSION = "v1=";
    private static final int MOST = 4;

    private SensorSignature() {}

    static String of(String secret, List<String> lines, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            mac.update((String.join("\n", lines) + "\n").getBytes(UTF_8));
            return VERSION + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    /** Whether one of the signatures in a header is right; takes as long whichever it is. */
    static boolean fits(String header, String right) {
        boolean fits = false;
        for (var each : header.split(",", MOST + 1)) {
            fits |= MessageDigest.isEqual(each.strip().getBytes(UTF_8), right.getBytes(UTF_8));
        }
        return fits;
    }
}
