package dev.cordon.infra.pack;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cordon.domain.evidence.pack.Finding.What;
import dev.cordon.domain.evidence.pack.PackedProofs;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.infra.pack.TamperCorpus.Row;
import java.util.ArrayList;
import java.util.Base64;
import java.util.stream.Stream;

/** What binds a package to the ledger, changed: proofs, checkpoint and key. */
final class TamperedLedger {

    private TamperedLedger() {}

    static Stream<Row> rows() {
        return Stream.of(
                TamperCorpus.hidden(
                        "drop a proof",
                        What.PROOF_MISSING,
                        "EV-0001/1",
                        t ->
                                t.proofs(
                                        p ->
                                                new PackedProofs(
                                                        p.size(),
                                                        p.custody(),
                                                        p.links().subList(1, p.links().size()),
                                                        p.stamps()))),
                TamperCorpus.hidden(
                        "swap two proofs",
                        What.LINK_NOT_IN_LEDGER,
                        "EV-0001/1",
                        t -> t.proofs(TamperedLedger::swapProofs)),
                TamperCorpus.hidden(
                        "change a proof",
                        What.CUSTODY_NOT_IN_LEDGER,
                        "custody.json",
                        t ->
                                t.proofs(
                                        p ->
                                                new PackedProofs(
                                                        p.size(),
                                                        new PackedProofs.InTree(
                                                                p.custody().leaf(),
                                                                p.custody().position(),
                                                                p.custody().path().reversed()),
                                                        p.links(),
                                                        p.stamps()))),
                TamperCorpus.hidden(
                        "drop all proofs",
                        What.FILE_MISSING,
                        "proofs.json",
                        t -> t.files.remove("proofs.json")),
                TamperCorpus.hidden(
                        "roll back to an older checkpoint",
                        What.CHECKPOINT_ROLLED_BACK,
                        "ledger/checkpoint",
                        t ->
                                checkpoint(
                                        t,
                                        TamperCorpus.made()
                                                .ledger
                                                .sign(12, MadePackage.NOON.plusSeconds(500))
                                                .note())),
                TamperCorpus.hidden(
                        "roll back with the proofs' size",
                        What.CHECKPOINT_ROLLED_BACK,
                        "ledger/checkpoint",
                        t -> {
                            checkpoint(
                                    t,
                                    TamperCorpus.made()
                                            .ledger
                                            .sign(12, MadePackage.NOON.plusSeconds(500))
                                            .note());
                            t.proofs(p -> new PackedProofs(12, p.custody(), p.links(), p.stamps()));
                        }),
                TamperCorpus.hidden(
                        "change a checkpoint's root",
                        What.CHECKPOINT_FORGED,
                        "ledger/checkpoint",
                        t -> t.text("ledger/checkpoint", TamperedLedger::otherRoot)),
                TamperCorpus.hidden(
                        "change a checkpoint's time",
                        What.CHECKPOINT_FORGED,
                        "ledger/checkpoint",
                        t -> t.text("ledger/checkpoint", s -> s.replace("time 2026", "time 2025"))),
                TamperCorpus.hidden(
                        "sign a checkpoint with another key",
                        What.CHECKPOINT_FORGED,
                        "ledger/checkpoint",
                        t ->
                                checkpoint(
                                        t,
                                        new MadePackage(
                                                        new LedgerInHand(),
                                                        TamperCorpus.made().authority)
                                                .ledger
                                                .sign(MadePackage.NOON)
                                                .note())),
                TamperCorpus.hidden(
                        "put another key in",
                        What.CHECKPOINT_FORGED,
                        "ledger/checkpoint",
                        t ->
                                t.files.put(
                                        "ledger/key",
                                        (new LedgerInHand().verifier() + "\n").getBytes(UTF_8))),
                TamperCorpus.hidden(
                        "spoil the key",
                        What.KEY_MALFORMED,
                        "ledger/key",
                        t -> t.flip("ledger/key", 20)),
                TamperCorpus.hidden(
                        "spoil the checkpoint",
                        What.CHECKPOINT_MALFORMED,
                        "ledger/checkpoint",
                        t -> t.text("ledger/checkpoint", s -> s.replace("time ", "tide "))));
    }

    private static PackedProofs swapProofs(PackedProofs proofs) {
        var links = new ArrayList<>(proofs.links());
        var first = links.get(0);
        var second = links.get(1);
        links.set(0, new PackedProofs.OfLink(first.item(), first.seq(), second.proof()));
        links.set(1, new PackedProofs.OfLink(second.item(), second.seq(), first.proof()));
        return new PackedProofs(proofs.size(), proofs.custody(), links, proofs.stamps());
    }

    private static void checkpoint(Tampering tampering, String note) {
        tampering.files.put("ledger/checkpoint", note.getBytes(UTF_8));
    }

    private static String otherRoot(String note) {
        var lines = note.split("\n", -1);
        lines[2] = Base64.getEncoder().encodeToString(Sha256.of(new byte[1]).bytes());
        return String.join("\n", lines);
    }
}
