package dev.cordon.infra.detection;

import dev.cordon.application.detection.SourceSecrets;
import java.security.SecureRandom;
import java.util.Base64;

/** 256 random bits. */
final class RandomSourceSecrets implements SourceSecrets {

    private final SecureRandom random = new SecureRandom();

    @Override
    public String next() {
        var bits = new byte[32];
        random.nextBytes(bits);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }
}
