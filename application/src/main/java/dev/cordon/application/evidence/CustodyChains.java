package dev.cordon.application.evidence;

import dev.cordon.domain.evidence.CustodyEntry;
import dev.cordon.domain.evidence.EvidenceId;
import java.util.List;

/** The chains of custody: links are added and never changed. */
public interface CustodyChains {

    /**
     * Adds a link, and its leaf to the ledger in the same transaction. Its place must be free and
     * next: of two writers one fails and may try again.
     */
    default void append(CustodyEntry link) {
        append(List.of(link));
    }

    /**
     * Adds links of one chain or of many, each chain's in its order, at the cost of hardly more
     * than one: for whatever comes in bulk. All are added, or none.
     */
    void append(List<CustodyEntry> links);

    /**
     * The last link, held against other writers until the transaction ends.
     *
     * @throws dev.cordon.domain.kernel.NotFound if the item has no chain
     */
    CustodyEntry lastForAppend(EvidenceId evidence);

    /** Oldest first. */
    List<CustodyEntry> of(EvidenceId evidence);

    /**
     * Destroys for what purpose those links were added, and the salts: nobody can find it out from
     * their hashes. Does nothing to links that were hashed with their purpose itself.
     *
     * @param links by their numbers
     */
    void destroyWords(EvidenceId evidence, List<Long> links);
}
