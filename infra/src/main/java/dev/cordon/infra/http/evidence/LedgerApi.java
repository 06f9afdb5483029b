package dev.cordon.infra.http.evidence;

import dev.cordon.application.evidence.CheckLedger;
import dev.cordon.application.evidence.LedgerQueries;
import dev.cordon.application.evidence.WitnessQueries;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.evidence.ledger.LeafId;
import dev.cordon.infra.http.ApiPaths;
import dev.cordon.infra.http.evidence.LedgerJson.AnchorsJson;
import dev.cordon.infra.http.evidence.LedgerJson.CheckJson;
import dev.cordon.infra.http.evidence.LedgerJson.CheckpointJson;
import dev.cordon.infra.http.evidence.LedgerJson.ConsistencyJson;
import dev.cordon.infra.http.evidence.LedgerJson.LeafJson;
import dev.cordon.infra.http.evidence.LedgerJson.ProofJson;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(ApiPaths.API)
@Tag(name = "evidence")
class LedgerApi {

    private static final MediaType NOTE =
            new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private final LedgerQueries ledger;
    private final WitnessQueries witnesses;
    private final CheckLedger check;

    LedgerApi(LedgerQueries ledger, WitnessQueries witnesses, CheckLedger check) {
        this.ledger = ledger;
        this.witnesses = witnesses;
        this.check = check;
    }

    @GetMapping(path = "/ledger/checkpoint", produces = MediaType.TEXT_PLAIN_VALUE)
    @Operation(
            summary = "The ledger's newest checkpoint",
            description = "A signed note as C2SP tlog-checkpoint has it.")
    ResponseEntity<String> checkpoint() {
        return ResponseEntity.ok().contentType(NOTE).body(ledger.checkpoint().note());
    }

    @GetMapping("/ledger/checkpoints/{size}")
    @Operation(summary = "The checkpoint of that size, with its time stamps and who owes one")
    CheckpointJson stamped(@PathVariable long size) {
        return CheckpointJson.of(witnesses.checkpoint(size));
    }

    @GetMapping("/ledger/anchors")
    @Operation(
            summary = "Who vouches for the ledger outside, and how far they are",
            description =
                    "Time-stamp authorities (RFC 3161) and the mirror. A token is checked with the"
                            + " note of its checkpoint: openssl ts -verify -data note -in token"
                            + " -token_in -CAfile roots.")
    AnchorsJson anchors() {
        return AnchorsJson.of(witnesses.outside());
    }

    @GetMapping(path = "/ledger/key", produces = MediaType.TEXT_PLAIN_VALUE)
    @Operation(
            summary = "The key that checkpoints are checked with",
            description =
                    "Name, key id and key as C2SP signed-note has them. Keep it elsewhere: a key"
                            + " fetched together with what it signs shows nothing.")
    ResponseEntity<String> key() {
        return ResponseEntity.ok().contentType(NOTE).body(ledger.verifier() + "\n");
    }

    @GetMapping("/ledger/proofs/{leaf}")
    @Operation(summary = "Shows that a leaf is in the ledger that the newest checkpoint signs")
    ProofJson proof(@PathVariable UUID leaf) {
        return ProofJson.of(ledger.proof(new LeafId(leaf)));
    }

    @GetMapping("/ledger/consistency")
    @Operation(summary = "Shows that the ledger of one size begins with that of an earlier one")
    ConsistencyJson consistency(@RequestParam long from, @RequestParam long to) {
        return ConsistencyJson.of(ledger.consistency(from, to));
    }

    @GetMapping("/evidence/{id}/ledger")
    @Operation(summary = "Lists the leaves of an item's chain, in the chain's order")
    List<LeafJson> leaves(@PathVariable UUID id) {
        return ledger.of(new EvidenceId(id)).stream()
                .map(LeafJson::of)
                .sorted(Comparator.comparingLong(LedgerApi::seq))
                .toList();
    }

    private static long seq(LeafJson leaf) {
        return Long.parseLong(leaf.subject().substring(leaf.subject().indexOf('/') + 1));
    }

    @PostMapping("/ledger/verify")
    @Operation(
            summary = "Computes the whole ledger anew and holds it against every checkpoint",
            description = "For whoever may see every store.")
    CheckJson verify() throws IOException {
        return CheckJson.of(check.check());
    }
}
