package dev.cordon.domain.evidence.pack;

import dev.cordon.domain.evidence.ledger.Checkpoint;
import dev.cordon.domain.evidence.ledger.ConsistencyProof;
import dev.cordon.domain.evidence.ledger.InclusionProof;
import dev.cordon.domain.evidence.ledger.Leaf;
import dev.cordon.domain.evidence.ledger.SignedCheckpoint;
import dev.cordon.domain.evidence.pack.Finding.What;
import dev.cordon.domain.evidence.pack.PackedProofs.InTree;
import dev.cordon.domain.evidence.pack.PackedProofs.OfLink;
import dev.cordon.domain.evidence.pack.PackedProofs.Stamped;
import dev.cordon.domain.evidence.pack.Verdict.Stamp;
import dev.cordon.domain.kernel.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds what a package states against the ledger's proofs and its signature. */
final class PackedLedger {

    private static final int ID = 4;

    private final SignerKey key;
    private final Checkpoint checkpoint;
    private final Signatures signatures;
    private final Findings findings;

    private PackedLedger(
            SignerKey key, Checkpoint checkpoint, Signatures signatures, Findings findings) {
        this.key = key;
        this.checkpoint = checkpoint;
        this.signatures = signatures;
        this.findings = findings;
    }

    /** Reads key and checkpoint; empty, with its findings, if they do not fit. */
    static Optional<PackedLedger> of(Bag bag, Signatures signatures, Findings findings) {
        var line = bag.text(PackageCheck.KEY);
        var key = line.flatMap(text -> SignerKey.of(text.stripTrailing()));
        var note = bag.text(PackageCheck.CHECKPOINT);
        var signed = note.flatMap(SignedCheckpoint::read);
        if (line.isPresent() && key.isEmpty()) {
            findings.add(What.KEY_MALFORMED, PackageCheck.KEY);
        }
        if (note.isPresent() && signed.isEmpty()) {
            findings.add(What.CHECKPOINT_MALFORMED, PackageCheck.CHECKPOINT);
        }
        if (key.isEmpty() || signed.isEmpty()) {
            return Optional.empty();
        }
        var checkpoint = signed.get().checkpoint().orElseThrow();
        var check = new PackedLedger(key.get(), checkpoint, signatures, findings);
        if (!check.signed(signed.get())) {
            findings.add(What.CHECKPOINT_FORGED, PackageCheck.CHECKPOINT);
        }
        return Optional.of(check);
    }

    SignerKey key() {
        return key;
    }

    Checkpoint checkpoint() {
        return checkpoint;
    }

    /** Whether this key signed it. */
    boolean signed(SignedCheckpoint note) {
        var read = note.checkpoint();
        if (read.isEmpty() || !read.get().origin().equals(key.name())) {
            return false;
        }
        return note.signatureBytes()
                .filter(line -> line.length > ID)
                .filter(line -> Arrays.equals(Arrays.copyOf(line, ID), key.id()))
                .filter(
                        line ->
                                signatures.holds(
                                        key.raw().bytes(),
                                        read.get().text().getBytes(StandardCharsets.UTF_8),
                                        Arrays.copyOfRange(line, ID, line.length)))
                .isPresent();
    }

    /** Whether the checkpoint is the one that the proofs lead to; without it each proof fails. */
    boolean fits(PackedProofs proofs) {
        long farthest =
                proofs.links().stream()
                        .mapToLong(link -> link.proof().position())
                        .reduce(proofs.custody().position(), Math::max);
        if (proofs.size() > checkpoint.size() || farthest >= checkpoint.size()) {
            findings.add(size(What.CHECKPOINT_ROLLED_BACK, Math.max(proofs.size(), farthest + 1)));
            return false;
        }
        if (proofs.size() < checkpoint.size()) {
            findings.add(size(What.CHECKPOINT_EXCHANGED, proofs.size()));
            return false;
        }
        return true;
    }

    private Finding size(What what, long expected) {
        return Finding.differs(
                what,
                PackageCheck.CHECKPOINT,
                Long.toString(expected),
                Long.toString(checkpoint.size()));
    }

    void proofs(PackedCustody custody, Sha256 digest, PackedProofs proofs) {
        if (!holds(custody.leaf(proofs.custody().leaf(), digest), proofs.custody())) {
            findings.add(What.CUSTODY_NOT_IN_LEDGER, PackedCustody.FILE);
        }
        var byLink = new HashMap<String, InTree>();
        for (var link : proofs.links()) {
            if (byLink.put(link.name(), link.proof()) != null) {
                findings.add(What.PROOF_ADDED, link.name());
            }
        }
        for (var item : custody.items()) {
            item.links().forEach(link -> proof(custody, item, link, byLink));
        }
        proofs.links().stream()
                .map(OfLink::name)
                .filter(byLink::containsKey)
                .forEach(name -> findings.add(What.PROOF_ADDED, name));
    }

    private void proof(
            PackedCustody custody, PackedItem item, PackedLink link, Map<String, InTree> byLink) {
        var name = item.link(link.seq());
        var proof = byLink.remove(name);
        if (proof == null) {
            findings.add(What.PROOF_MISSING, name);
        } else if (!holds(link.leaf(proof.leaf(), item.id(), custody.head().store()), proof)) {
            findings.add(What.LINK_NOT_IN_LEDGER, name);
        }
    }

    private boolean holds(Leaf leaf, InTree proof) {
        return new InclusionProof(proof.position(), checkpoint.size(), proof.path())
                .leads(leaf.hash(), checkpoint.root());
    }

    /** The time-stamps that hold. */
    List<Stamp> stamps(PackedProofs proofs, Bag bag, TokenReader checked) {
        var hold = new ArrayList<Stamp>();
        for (var stamped : proofs.stamps()) {
            var note = bag.bytes(stamped.note()).orElse(null);
            var token = bag.bytes(stamped.token()).orElse(null);
            if (note == null || token == null) {
                continue;
            }
            switch (checked.check(token, note)) {
                case TokenReader.Answer.Altered() ->
                        findings.add(What.STAMP_ALTERED, stamped.token());
                case TokenReader.Answer.OtherData() ->
                        findings.add(What.STAMP_OF_OTHER_DATA, stamped.token());
                case TokenReader.Answer.Stamps(var at, var authority, var trust) -> {
                    switch (trust) {
                        case UNKNOWN ->
                                findings.add(
                                        Finding.found(
                                                What.STAMP_BY_UNKNOWN, stamped.token(), authority));
                        case OUT_OF_TIME ->
                                findings.add(
                                        Finding.found(
                                                What.STAMP_OUT_OF_TIME,
                                                stamped.token(),
                                                authority));
                        case KNOWN, NOT_ASKED -> {}
                    }
                    connected(stamped, new String(note, StandardCharsets.UTF_8))
                            .ifPresent(size -> hold.add(new Stamp(at, authority, trust, size)));
                }
            }
        }
        return hold;
    }

    /** How many entries the stamped checkpoint signs, if this tree grew from it. */
    private Optional<Long> connected(Stamped stamped, String note) {
        var earlier =
                SignedCheckpoint.read(note)
                        .filter(this::signed)
                        .flatMap(SignedCheckpoint::checkpoint)
                        .filter(
                                read ->
                                        new ConsistencyProof(
                                                        read.size(),
                                                        checkpoint.size(),
                                                        stamped.consistency())
                                                .holds(read.root(), checkpoint.root()));
        if (earlier.isEmpty()) {
            findings.add(What.STAMP_NOT_CONNECTED, stamped.note());
        }
        return earlier.map(Checkpoint::size);
    }

    /** Whether a checkpoint that the reader knows is among the stamped ones. */
    static boolean isStamped(PackedProofs proofs, Bag bag, String known) {
        return proofs.stamps().stream()
                .anyMatch(stamped -> bag.text(stamped.note()).filter(known::equals).isPresent());
    }
}
