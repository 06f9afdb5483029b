package dev.cordon.infra.security;

import dev.cordon.application.people.TokenSecrets;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.stereotype.Component;

/** 256 random bits, with a beginning by which a leaked token is recognized. */
@Component
class RandomTokenSecrets implements TokenSecrets {

    /** Lets scanners of sources and logs find a token that strayed there. */
    static final String PREFIX = "cordon_";

    private final SecureRandom random = new SecureRandom();

    @Override
    public String next() {
        var bits = new byte[32];
        random.nextBytes(bits);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }
}
