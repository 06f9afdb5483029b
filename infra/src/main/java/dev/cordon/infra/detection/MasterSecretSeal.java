package dev.cordon.infra.detection;

import dev.cordon.application.detection.SecretSeal;
import dev.cordon.infra.crypto.DoorKey;
import java.util.UUID;

/** Each bound to its id. */
final class MasterSecretSeal implements SecretSeal {

    private final DoorKey key;

    MasterSecretSeal(DoorKey key) {
        this.key = key;
    }

    @Override
    public String seal(UUID id, String secret) {
        return key.seal(place(id), secret);
    }

    @Override
    public String open(UUID id, String sealed) {
        return key.open(place(id), sealed);
    }

    private static String place(UUID id) {
        return "payment_secret/" + id;
    }
}
