package dev.cordon.infra.crypto;

import dev.cordon.application.evidence.CheckpointKey;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;

/** A key as somebody would make it who has not got ours. */
public final class AnotherLedgerKey {

    private AnotherLedgerKey() {}

    public static CheckpointKey made() {
        try {
            return new LedgerKey(KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
