package dev.cordon.domain.evidence;

import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.DomainEvent;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.domain.kernel.Version;
import java.time.Instant;

/**
 * That somebody made a recovery key.
 *
 * @param id its fingerprint: the first 16 hexadecimal digits of the SHA-256 digest of its public
 *     half
 */
public record RecoveryKeyRecord(String id, Instant at, Actor by, Version version) {

    public RecoveryKeyRecord {
        if (!id.matches("[0-9a-f]{16}")) {
            throw new IllegalArgumentException("a recovery key has a fingerprint of 16 digits");
        }
    }

    public static Transition<RecoveryKeyRecord> made(String id, Instant at, Actor by) {
        var made = new RecoveryKeyRecord(id, at, by, Version.NEW);
        return Transition.to(made, new RecoveryKeyMade(made));
    }

    /** Whoever has the paper can read all evidence from now on. */
    public record RecoveryKeyMade(RecoveryKeyRecord key) implements DomainEvent {

        @Override
        public Instant at() {
            return key.at();
        }

        @Override
        public Actor by() {
            return key.by();
        }
    }
}
