package dev.cordon.domain.evidence;

import dev.cordon.domain.kernel.Canonical;
import dev.cordon.domain.kernel.Sha256;
import java.util.List;

/**
 * Everything that was said of an item when it was collected, as it is hashed: in the form {@code
 * cordon/evidence/facts/v3}, where a commitment stands for the words. Without a commitment in
 * {@code cordon/evidence/facts/v2}, or in {@code cordon/evidence/facts/v1}, which lacks its last
 * fields, if nobody searched the item for card numbers and nobody said what of the store it holds.
 */
final class EvidenceFacts {

    private EvidenceFacts() {}

    static Sha256 of(EvidenceItem item) {
        var commitment = item.commitment();
        boolean inClear = commitment == null;
        var acquisition = item.acquisition();
        var intake = item.intake();
        var manifest = intake.manifest();
        boolean first =
                inClear
                        && intake.cards().equals(CardSearch.NONE)
                        && acquisition.covers().isUnknown();
        var words = words(item.title(), item.originalName(), acquisition);
        var form =
                Canonical.tagged("cordon/evidence/facts/" + (inClear ? first ? "v1" : "v2" : "v3"))
                        .add(item.id().toString())
                        .add(item.incident().toString())
                        .add(item.store().toString())
                        .add(item.label())
                        .add(item.kind().name())
                        .add(commitment == null ? item.title() : commitment.standsFor(words).hex())
                        .add(inClear ? item.originalName() : "")
                        .add(item.content())
                        .add(item.size())
                        .add(intake.masked())
                        .add(intake.danger() == null ? "" : intake.danger())
                        .add(manifest == null ? "" : manifest.hex());
        acquisition.addTo(form, inClear);
        return first
                ? form.sha256()
                : acquisition.covers().addTo(intake.cards().addTo(form)).sha256();
    }

    /** What a commitment stands for. */
    static List<String> words(String title, String originalName, Acquisition acquisition) {
        return List.of(title, originalName, acquisition.command(), acquisition.source());
    }
}
