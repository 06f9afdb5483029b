package dev.cordon.infra.http.detection;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Says when a form was handed out, so that nobody can pretend otherwise (HMAC, RFC 2104). A person
 * needs some seconds to fill it in; programs need none, or kept it from another day.
 */
class ReportFormStamp {

    private static final String HMAC = "HmacSHA256";
    private static final Duration SHORTEST = Duration.ofSeconds(3);
    private static final Duration LONGEST = Duration.ofHours(4);

    private final InstantSource clock;
    private final SecretKeySpec key;

    /** With a key of its own: a form does not outlive the program. */
    ReportFormStamp(InstantSource clock) {
        this.clock = clock;
        var random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, HMAC);
    }

    String now() {
        var at = Long.toString(clock.instant().toEpochMilli());
        return at + "." + HexFormat.of().formatHex(seal(at));
    }

    /** Whether it was handed out here, and as long ago as a person needs. */
    boolean holds(String stamp) {
        int dot = stamp.indexOf('.');
        if (dot < 1 || dot > 15 || !stamp.substring(0, dot).matches("\\d+")) {
            return false;
        }
        var at = stamp.substring(0, dot);
        var sealed = HexFormat.of().formatHex(seal(at)).getBytes(StandardCharsets.US_ASCII);
        var told = stamp.substring(dot + 1).getBytes(StandardCharsets.UTF_8);
        var age = Duration.between(Instant.ofEpochMilli(Long.parseLong(at)), clock.instant());
        return MessageDigest.isEqual(sealed, told)
                && age.compareTo(SHORTEST) >= 0
                && age.compareTo(LONGEST) <= 0;
    }

    private byte[] seal(String text) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + HMAC, e);
        }
    }
}
