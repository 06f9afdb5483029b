package dev.cordon.infra.pack;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cordon.domain.evidence.ledger.Checkpoint;
import dev.cordon.domain.evidence.ledger.ConsistencyProof;
import dev.cordon.domain.evidence.ledger.InclusionProof;
import dev.cordon.domain.evidence.ledger.Leaf;
import dev.cordon.domain.evidence.ledger.Nodes;
import dev.cordon.domain.evidence.ledger.SignedCheckpoint;
import dev.cordon.domain.evidence.pack.PackedProofs.InTree;
import dev.cordon.domain.kernel.Sha256;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** A ledger in memory with a key of its own, for packages made by tests. */
final class LedgerInHand {

    private final KeyPair pair;
    private final byte[] raw;
    private final String origin;
    private final List<Sha256> leaves = new ArrayList<>();

    LedgerInHand() {
        try {
            pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        var encoded = pair.getPublic().getEncoded();
        raw = Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
        origin = "cordon/ledger/" + fingerprint().substring(0, 16);
    }

    String fingerprint() {
        return Sha256.of(raw).hex();
    }

    String verifier() {
        return origin
                + "+"
                + HexFormat.of().formatHex(id())
                + "+"
                + Base64.getEncoder().encodeToString(typed());
    }

    private byte[] typed() {
        return ByteBuffer.allocate(33).put((byte) 1).put(raw).array();
    }

    private byte[] id() {
        var digest = Sha256.newDigest();
        digest.update((origin + "\n").getBytes(UTF_8));
        return Arrays.copyOf(digest.digest(typed()), 4);
    }

    /** Returns its position. */
    long add(Leaf leaf) {
        leaves.add(leaf.hash());
        return leaves.size() - 1L;
    }

    void addOthers(int count) {
        for (int i = 0; i < count; i++) {
            leaves.add(Sha256.of(("another store's " + leaves.size()).getBytes(UTF_8)));
        }
    }

    long size() {
        return leaves.size();
    }

    SignedCheckpoint sign(Instant at) {
        return sign(size(), at);
    }

    SignedCheckpoint sign(long size, Instant at) {
        return sign(new Checkpoint(origin, size, nodes().root(0, size), at));
    }

    SignedCheckpoint sign(Checkpoint checkpoint) {
        try {
            var signing = Signature.getInstance("Ed25519");
            signing.initSign(pair.getPrivate());
            signing.update(checkpoint.text().getBytes(UTF_8));
            var signature = signing.sign();
            var line = ByteBuffer.allocate(4 + signature.length).put(id()).put(signature).array();
            return SignedCheckpoint.of(checkpoint, Base64.getEncoder().encodeToString(line));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    InTree prove(Leaf leaf, long position) {
        return new InTree(leaf.id(), position, InclusionProof.of(position, size(), nodes()).path());
    }

    List<Sha256> consistency(long from) {
        return ConsistencyProof.of(from, size(), nodes()).path();
    }

    private Nodes nodes() {
        return this::node;
    }

    private Sha256 node(int level, long index) {
        if (level == 0) {
            return leaves.get((int) index);
        }
        var digest = Sha256.newDigest();
        digest.update((byte) 1);
        digest.update(node(level - 1, 2 * index).bytes());
        digest.update(node(level - 1, 2 * index + 1).bytes());
        return Sha256.ofDigest(digest.digest());
    }
}
