package dev.cordon.domain.evidence.pack;

import dev.cordon.domain.evidence.CustodyEntry;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.evidence.Salt;
import dev.cordon.domain.evidence.ledger.Leaf;
import dev.cordon.domain.evidence.ledger.LeafId;
import dev.cordon.domain.kernel.Canonical;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.StoreId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A link of a chain of custody as a package states it: words as they were hashed, so that a reader
 * need not know every word.
 *
 * @param by who did it, as {@link dev.cordon.domain.kernel.Actor#reference()} writes it
 * @param salt that of the purpose; null in a link that was hashed with the purpose itself
 * @param counterpart the other party; null if there was none
 * @param facts the digest of what the link records beside; null if nothing
 * @param hash over all other fields and the item's id
 */
public record PackedLink(
        long seq,
        String action,
        String by,
        String purpose,
        @Nullable Salt salt,
        @Nullable String counterpart,
        Instant at,
        Sha256 content,
        @Nullable Sha256 facts,
        Sha256 previous,
        Sha256 hash) {

    /** A link as the program holds it. */
    public static PackedLink of(CustodyEntry link) {
        var commitment = link.commitment();
        return new PackedLink(
                link.seq(),
                link.action().name(),
                link.by().reference(),
                link.purpose(),
                commitment == null ? null : commitment.salt(),
                link.counterpart(),
                link.at(),
                link.content(),
                link.facts(),
                link.previous(),
                link.hash());
    }

    /** What the ledger has of it. */
    public Leaf leaf(LeafId leaf, EvidenceId evidence, StoreId store) {
        return new Leaf(
                leaf, Leaf.Kind.CUSTODY_ENTRY, Leaf.custody(evidence, seq), hash, at, store);
    }

    /** Whether it says that an item left in a package with this head. */
    boolean isExport(PackedCustody.Head head) {
        return action.equals(PackedCustody.EXPORTED)
                && by.equals(head.by())
                && purpose.equals(head.purpose())
                && (counterpart == null || counterpart.equals(head.recipient()));
    }

    /** The hash that these fields have, in the forms of {@link CustodyEntry#hash}. */
    public Sha256 computed(String evidence) {
        boolean first = counterpart == null && facts == null;
        var form =
                Canonical.tagged("cordon/custody/" + (salt == null ? first ? "v1" : "v2" : "v3"))
                        .add(evidence)
                        .add(seq)
                        .add(action)
                        .add(by)
                        .add(salt == null ? purpose : salt.over(List.of(purpose)).hex())
                        .add(at)
                        .add(content)
                        .add(previous);
        return salt == null && first
                ? form.sha256()
                : form.add(counterpart == null ? "" : counterpart)
                        .add(facts == null ? "" : facts.hex())
                        .sha256();
    }
}
