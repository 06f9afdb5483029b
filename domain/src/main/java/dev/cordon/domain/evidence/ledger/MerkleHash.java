package dev.cordon.domain.evidence.ledger;

import dev.cordon.domain.kernel.Sha256;

/** The hashes of RFC 9162, section 2.1.1: a leaf can never be taken for a node. */
final class MerkleHash {

    /** The root of the tree without leaves. */
    static final Sha256 EMPTY = Sha256.of(new byte[0]);

    private MerkleHash() {}

    static Sha256 leaf(byte[] entry) {
        var digest = Sha256.newDigest();
        digest.update((byte) 0);
        digest.update(entry);
        return Sha256.ofDigest(digest.digest());
    }

    static Sha256 node(Sha256 left, Sha256 right) {
        var digest = Sha256.newDigest();
        digest.update((byte) 1);
        digest.update(left.bytes());
        digest.update(right.bytes());
        return Sha256.ofDigest(digest.digest());
    }
}
