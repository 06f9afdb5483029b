package dev.cordon.application.evidence;

import dev.cordon.application.evidence.PackageWriter.Proven;
import dev.cordon.application.evidence.PackageWriter.Stated;
import dev.cordon.application.evidence.PackageWriter.Whole;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.evidence.EvidencePackage;
import dev.cordon.domain.evidence.PackageId;
import dev.cordon.domain.evidence.ledger.LeafId;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.kernel.Transition;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All evidence packages: each step of making one is added and never changed. What is stated of one,
 * and what lies beside, is kept to the byte; the contents stay in the vault alone.
 */
public interface Packages extends InLedger {

    /** Takes a wish in, and announces it: a job makes the package. */
    void ask(Transition<EvidencePackage> asked);

    /** Keeps that an item's content was read whole, and found to be what was collected. */
    void read(PackageId id, EvidenceId item, int crc);

    /** The CRC-32 of the contents that were read. */
    Map<EvidenceId, Integer> crcs(PackageId id);

    /**
     * Keeps what the package states, with its leaf in the ledger, in the running transaction.
     *
     * @param leaf the leaf's id
     */
    void record(Transition<EvidencePackage> recorded, LeafId leaf, Stated stated);

    /**
     * The leaf's id and what was stated, once it was recorded; empty again once {@link
     * #destroyWords} took it.
     */
    Optional<Recorded> recorded(PackageId id);

    /**
     * Destroys what packages that hold the item state, and what lies beside, since both repeat its
     * words. Their digests stay, and so does for whom they were made, and why.
     */
    void destroyWords(EvidenceId item);

    /** What was recorded. */
    record Recorded(LeafId leaf, Stated stated) {}

    /** Keeps the proofs; from here on it can be downloaded. */
    void finish(EvidencePackage ready, Proven proven);

    /** Keeps that none was made. */
    void fail(Transition<EvidencePackage> failed);

    Optional<EvidencePackage> find(PackageId id, StoreScope scope);

    /** The newest first; the caller has shown that it may see the incident. */
    List<EvidencePackage> of(IncidentId incident);

    /**
     * All that a package that is ready is written from.
     *
     * @throws NotFound if nothing is stated of it any more
     */
    Whole whole(PackageId id);

    default EvidencePackage get(PackageId id, StoreScope scope) {
        return find(id, scope).orElseThrow(() -> new NotFound("package " + id));
    }
}
