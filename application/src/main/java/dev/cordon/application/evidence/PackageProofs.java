package dev.cordon.application.evidence;

import dev.cordon.application.evidence.PackageWriter.Proven;
import dev.cordon.application.evidence.Packages.Recorded;
import dev.cordon.application.stereotype.Supporting;
import dev.cordon.domain.evidence.EvidencePackage;
import dev.cordon.domain.evidence.ledger.Checkpoint;
import dev.cordon.domain.evidence.ledger.ConsistencyProof;
import dev.cordon.domain.evidence.ledger.InclusionProof;
import dev.cordon.domain.evidence.ledger.Leaf;
import dev.cordon.domain.evidence.ledger.LeafId;
import dev.cordon.domain.evidence.ledger.LedgerEntry;
import dev.cordon.domain.evidence.ledger.Nodes;
import dev.cordon.domain.evidence.ledger.SignedCheckpoint;
import dev.cordon.domain.evidence.pack.PackedCustody;
import dev.cordon.domain.evidence.pack.PackedCustody.Bound;
import dev.cordon.domain.evidence.pack.PackedItem;
import dev.cordon.domain.evidence.pack.PackedProofs;
import dev.cordon.domain.evidence.pack.PackedProofs.InTree;
import dev.cordon.domain.evidence.pack.PackedProofs.OfLink;
import dev.cordon.domain.evidence.pack.PackedProofs.Stamped;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.StoreScope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Proves what a package states by the first checkpoint that signs for all of it. */
@Supporting
class PackageProofs {

    private static final Pattern TOKEN = Pattern.compile("(timestamps/([0-9]+))(?:-[0-9]+)?\\.tsr");

    private final Ledger ledger;
    private final CheckpointKey key;
    private final PackageWriter writer;

    PackageProofs(Ledger ledger, CheckpointKey key, PackageWriter writer) {
        this.ledger = ledger;
        this.key = key;
        this.writer = writer;
    }

    /** What came of it. */
    sealed interface Outcome {

        record Proved(Proven proven) implements Outcome {}

        /** Not everything is signed for yet. */
        record NotYet() implements Outcome {}

        /**
         * @param label which item the ledger does not bear out; empty if it is the package itself
         */
        record NotBorneOut(String label) implements Outcome {}
    }

    /** The ledger says something else. */
    private static final class Differs extends RuntimeException {

        private final String label;

        Differs(String label) {
            super(label, null, false, false);
            this.label = label;
        }
    }

    /** A leaf as it has to be, and where it stands. */
    private record Place(Leaf leaf, LedgerEntry entry) {}

    /** Within a transaction. */
    Outcome of(EvidencePackage made, Recorded recorded) {
        var stated = writer.read(recorded.stated());
        try {
            var own = own(stated, recorded);
            var links = new ArrayList<Map<Long, Place>>();
            boolean all = own.isPresent();
            long last = own.map(place -> place.entry().position()).orElse(0L);
            for (var item : stated.items()) {
                var places = places(made, item);
                links.add(places);
                all &= places.size() == item.links().size();
                for (var place : places.values()) {
                    last = Math.max(last, place.entry().position());
                }
            }
            var signed = all ? ledger.firstCovering(last) : Optional.<SignedCheckpoint>empty();
            if (own.isEmpty() || signed.isEmpty()) {
                return new Outcome.NotYet();
            }
            var checkpoint = key.open(signed.get()).orElseThrow(() -> new Differs(""));
            var nodes = remembering(ledger.nodes());
            var proofs =
                    new PackedProofs(
                            checkpoint.size(),
                            inTree(own.get(), checkpoint, nodes, ""),
                            ofLinks(stated.items(), links, checkpoint, nodes),
                            stamps(stated, checkpoint, nodes));
            return new Outcome.Proved(
                    new Proven(writer.proofs(proofs), signed.get().note(), key.verifier()));
        } catch (Differs differs) {
            return new Outcome.NotBorneOut(differs.label);
        } catch (NotFound gone) {
            return new Outcome.NotBorneOut("");
        }
    }

    private Optional<Place> own(PackedCustody stated, Recorded recorded) {
        var digest = Sha256.of(recorded.stated().custody());
        var placed =
                ledger.leaf(recorded.leaf(), StoreScope.ALL).orElseThrow(() -> new Differs(""));
        if (!placed.leaf().equals(stated.leaf(recorded.leaf(), digest))) {
            throw new Differs("");
        }
        return Optional.ofNullable(placed.entry()).map(entry -> new Place(placed.leaf(), entry));
    }

    /** Those of an item's links that have a place. */
    private Map<Long, Place> places(EvidencePackage made, PackedItem item) {
        var stored =
                ledger.custodyOf(item.id()).stream()
                        .collect(Collectors.toMap(placed -> placed.leaf().subject(), of -> of));
        var places = new HashMap<Long, Place>();
        for (var link : item.links()) {
            var placed = stored.get(Leaf.custody(item.id(), link.seq()));
            if (placed == null
                    || !placed.leaf()
                            .equals(link.leaf(placed.leaf().id(), item.id(), made.store()))) {
                throw new Differs(item.label());
            }
            var entry = placed.entry();
            if (entry != null) {
                places.put(link.seq(), new Place(placed.leaf(), entry));
            }
        }
        return places;
    }

    private static InTree inTree(Place place, Checkpoint checkpoint, Nodes nodes, String label) {
        var proof = InclusionProof.of(place.entry().position(), checkpoint.size(), nodes);
        if (!proof.leads(place.leaf().hash(), checkpoint.root())) {
            throw new Differs(label);
        }
        LeafId leaf = place.leaf().id();
        return new InTree(leaf, proof.position(), proof.path());
    }

    private static List<OfLink> ofLinks(
            List<PackedItem> items,
            List<Map<Long, Place>> places,
            Checkpoint checkpoint,
            Nodes nodes) {
        var proofs = new ArrayList<OfLink>();
        for (int i = 0; i < items.size(); i++) {
            var item = items.get(i);
            for (var link : item.links()) {
                var place = places.get(i).get(link.seq());
                if (place == null) {
                    throw new Differs(item.label());
                }
                proofs.add(
                        new OfLink(
                                item.label(),
                                link.seq(),
                                inTree(place, checkpoint, nodes, item.label())));
            }
        }
        return proofs;
    }

    private List<Stamped> stamps(PackedCustody stated, Checkpoint checkpoint, Nodes nodes) {
        var stamps = new ArrayList<Stamped>();
        for (var path : stated.files().stream().map(Bound::path).toList()) {
            Matcher token = TOKEN.matcher(path);
            if (token.matches()) {
                long size = Long.parseLong(token.group(2));
                var proof = ConsistencyProof.of(size, checkpoint.size(), nodes);
                if (!proof.holds(root(size), checkpoint.root())) {
                    throw new Differs("");
                }
                stamps.add(new Stamped(token.group(1) + ".checkpoint", path, proof.path()));
            }
        }
        return stamps;
    }

    private Sha256 root(long size) {
        return ledger.checkpoint(size)
                .flatMap(key::open)
                .map(Checkpoint::root)
                .orElseThrow(() -> new Differs(""));
    }

    /** Proofs of one tree share most of their way to the root. */
    private static Nodes remembering(Nodes stored) {
        var known = new HashMap<String, Sha256>();
        return (level, index) ->
                known.computeIfAbsent(level + "/" + index, _ -> stored.at(level, index));
    }
}
