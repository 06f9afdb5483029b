package dev.cordon.application.detection;

import java.util.UUID;

/**
 * Encrypts what the doors of log sources have to know in clear, under a key that lies outside the
 * database and outside the directory of sources, and is there without either.
 */
public interface SecretSeal {

    /** Encrypted for that id alone; visible characters of ASCII. */
    String seal(UUID id, String secret);

    /**
     * @throws RuntimeException if it was changed, or sealed for another id
     */
    String open(UUID id, String sealed);
}
