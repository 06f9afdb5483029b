package dev.cordon.infra.crypto;

import dev.cordon.application.evidence.CheckpointKey;
import dev.cordon.domain.evidence.ledger.Checkpoint;
import dev.cordon.domain.evidence.ledger.SignedCheckpoint;
import dev.cordon.domain.kernel.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Signs as C2SP signed-note has it: key type 1, Ed25519. The origin is named after the key. */
final class LedgerKey implements CheckpointKey {

    private static final byte ED25519 = 1;
    private static final int RAW = 32;
    private static final int ID = 4;

    private final KeyPair pair;
    private final String origin;
    private final byte[] typed;
    private final byte[] id;

    LedgerKey(KeyPair pair) {
        this.pair = pair;
        // The raw key is what the encoding of RFC 8410 ends with.
        var encoded = pair.getPublic().getEncoded();
        var raw = Arrays.copyOfRange(encoded, encoded.length - RAW, encoded.length);
        typed = ByteBuffer.allocate(1 + RAW).put(ED25519).put(raw).array();
        origin = "cordon/ledger/" + Sha256.of(raw).hex().substring(0, 16);
        var digest = Sha256.newDigest();
        digest.update((origin + "\n").getBytes(StandardCharsets.UTF_8));
        id = Arrays.copyOf(digest.digest(typed), ID);
    }

    /** The key of the file, made on the first start and never in the place of a lost one. */
    static LedgerKey of(LedgerKeyFile file, JdbcClient jdbc) throws IOException {
        var newest =
                jdbc.sql("select size, note from ledger_checkpoint order by size desc limit 1")
                        .query((row, _) -> new SignedCheckpoint(row.getLong(1), row.getString(2)))
                        .optional();
        if (newest.isPresent() && !file.exists()) {
            throw new IllegalStateException(
                    "The ledger was signed before, but its key is not in "
                            + file
                            + ". Nothing was changed. Put the key file back from your backup, or name"
                            + " it in CORDON_LEDGER_KEY_FILE.");
        }
        var key = new LedgerKey(file.exists() ? file.read() : file.create());
        if (newest.isPresent() && !key.isNamedIn(newest.get())) {
            throw new IllegalStateException(
                    "The ledger was signed with another key than the one in "
                            + file
                            + ". Nothing was changed. Put the right key file back from your backup, or"
                            + " name it in CORDON_LEDGER_KEY_FILE.");
        }
        return key;
    }

    /** A note that names this key and does not hold is a forgery, which checking will tell. */
    private boolean isNamedIn(SignedCheckpoint signed) {
        return signed.signatureBytes()
                .map(bytes -> bytes.length < ID || Arrays.equals(Arrays.copyOf(bytes, ID), id))
                .orElse(true);
    }

    @Override
    public SignedCheckpoint sign(long size, Sha256 root, Instant at) {
        var checkpoint = new Checkpoint(origin, size, root, at);
        try {
            var signing = Signature.getInstance("Ed25519");
            signing.initSign(pair.getPrivate());
            signing.update(checkpoint.text().getBytes(StandardCharsets.UTF_8));
            var signature = signing.sign();
            var line = ByteBuffer.allocate(ID + signature.length).put(id).put(signature).array();
            return SignedCheckpoint.of(checkpoint, Base64.getEncoder().encodeToString(line));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot sign a checkpoint", e);
        }
    }

    @Override
    public Optional<Checkpoint> open(SignedCheckpoint signed) {
        return signed.checkpoint()
                .filter(checkpoint -> checkpoint.origin().equals(origin))
                .filter(checkpoint -> holds(checkpoint, signed));
    }

    private boolean holds(Checkpoint checkpoint, SignedCheckpoint signed) {
        var line = signed.signatureBytes();
        if (line.isEmpty() || line.get().length <= ID || !isNamedIn(signed)) {
            return false;
        }
        try {
            var verifying = Signature.getInstance("Ed25519");
            verifying.initVerify(pair.getPublic());
            verifying.update(checkpoint.text().getBytes(StandardCharsets.UTF_8));
            return verifying.verify(line.get(), ID, line.get().length - ID);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    @Override
    public String verifier() {
        return origin
                + "+"
                + HexFormat.of().formatHex(id)
                + "+"
                + Base64.getEncoder().encodeToString(typed);
    }
}
