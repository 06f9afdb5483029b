package dev.cordon.domain.evidence.pack;

import dev.cordon.domain.evidence.ledger.LeafId;
import dev.cordon.domain.kernel.Sha256;
import java.util.List;

/**
 * The ways from leaves to the root that the package's checkpoint signs.
 *
 * @param size of the tree they lead to the root of, in leaves
 * @param custody of the package itself
 * @param links of every link of every chain
 * @param stamps earlier checkpoints that a time-stamp authority signed for
 */
public record PackedProofs(long size, InTree custody, List<OfLink> links, List<Stamped> stamps) {

    /** The file they lie in. */
    public static final String FILE = "proofs.json";

    /**
     * A leaf's place and the hashes beside its way, from the leaf up (RFC 9162, section 2.1.3).
     *
     * @param position from 0
     */
    public record InTree(LeafId leaf, long position, List<Sha256> path) {
        public InTree {
            path = List.copyOf(path);
        }
    }

    /**
     * @param item the item's label
     */
    public record OfLink(String item, long seq, InTree proof) {

        String name() {
            return item + "/" + seq;
        }
    }

    /**
     * A time-stamped checkpoint.
     *
     * @param note the file with the checkpoint, which is what was stamped
     * @param token the file with the token (RFC 3161)
     * @param consistency shows that the package's tree begins with that one's (RFC 9162, section
     *     2.1.4)
     */
    public record Stamped(String note, String token, List<Sha256> consistency) {
        public Stamped {
            consistency = List.copyOf(consistency);
        }
    }

    public PackedProofs {
        links = List.copyOf(links);
        stamps = List.copyOf(stamps);
    }
}
