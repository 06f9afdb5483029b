package dev.cordon.application.evidence;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Queries;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.evidence.ledger.ConsistencyProof;
import dev.cordon.domain.evidence.ledger.InclusionProof;
import dev.cordon.domain.evidence.ledger.LeafId;
import dev.cordon.domain.evidence.ledger.Placed;
import dev.cordon.domain.evidence.ledger.SignedCheckpoint;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.people.Permission;
import java.util.List;

/** What is handed out of the ledger, for somebody to check without trusting us. */
@Queries
public class LedgerQueries {

    /** A leaf, the way from it to the newest root, and the signature over that root. */
    public record Proof(Placed leaf, InclusionProof inclusion, SignedCheckpoint checkpoint) {}

    private final Ledger ledger;
    private final EvidenceItems items;
    private final CheckpointKey key;
    private final Caller caller;

    LedgerQueries(Ledger ledger, EvidenceItems items, CheckpointKey key, Caller caller) {
        this.ledger = ledger;
        this.items = items;
        this.key = key;
        this.caller = caller;
    }

    /** The newest checkpoint. */
    @Requires(Permission.EVIDENCE_READ)
    public SignedCheckpoint checkpoint() {
        return ledger.newest().orElseThrow(() -> new NotFound("a checkpoint of the ledger"));
    }

    /** What checkpoints are checked with, as {@link CheckpointKey#verifier()} writes it. */
    @Requires(Permission.EVIDENCE_READ)
    public String verifier() {
        return key.verifier();
    }

    /** The leaves of an item's chain. */
    @Requires(Permission.EVIDENCE_READ)
    public List<Placed> of(EvidenceId evidence) {
        return ledger.custodyOf(items.get(evidence, caller.scope()).id());
    }

    /** The proof of a leaf against the newest checkpoint; none while it waits. */
    @Requires(Permission.EVIDENCE_READ)
    public Proof proof(LeafId id) {
        var placed = ledger.leaf(id, caller.scope()).orElseThrow(() -> new NotFound("leaf " + id));
        var checkpoint = checkpoint();
        var entry = placed.entry();
        if (entry == null || entry.position() >= checkpoint.size()) {
            throw new NotFound("a place of leaf " + id + ", which waits to be sequenced,");
        }
        return new Proof(
                placed,
                InclusionProof.of(entry.position(), checkpoint.size(), ledger.nodes()),
                checkpoint);
    }

    /** The proof that the tree of one size begins with the tree of an earlier one. */
    @Requires(Permission.EVIDENCE_READ)
    public ConsistencyProof consistency(long from, long to) {
        if (from < 1 || from > to || to > ledger.extent().signed()) {
            throw new NotFound("a ledger that grew from %d to %d entries".formatted(from, to));
        }
        return ConsistencyProof.of(from, to, ledger.nodes());
    }
}
