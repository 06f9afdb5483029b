package dev.cordon.application.evidence;

import dev.cordon.domain.evidence.ledger.Checkpoint;
import dev.cordon.domain.evidence.ledger.SignedCheckpoint;
import dev.cordon.domain.kernel.Sha256;
import java.time.Instant;
import java.util.Optional;

/** The key that signs the ledger's checkpoints (Ed25519, RFC 8032); outside the database. */
public interface CheckpointKey {

    SignedCheckpoint sign(long size, Sha256 root, Instant at);

    /** What a checkpoint says; empty if it is no checkpoint or another key signed it. */
    Optional<Checkpoint> open(SignedCheckpoint signed);

    /**
     * The public half, in the form of C2SP signed-note: name, key id in hexadecimal and the key in
     * base64, joined by plus signs.
     */
    String verifier();
}
