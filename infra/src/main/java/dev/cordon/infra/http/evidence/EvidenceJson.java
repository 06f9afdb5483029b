package dev.cordon.infra.http.evidence;

import dev.cordon.application.evidence.Verification;
import dev.cordon.domain.evidence.CustodyChain;
import dev.cordon.domain.evidence.CustodyEntry;
import dev.cordon.domain.evidence.EvidenceItem;
import dev.cordon.infra.http.evidence.LedgerJson.StandingJson;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is sent about evidence. */
final class EvidenceJson {

    private EvidenceJson() {}

    /**
     * An item held.
     *
     * @param label what people say: {@code EV-0003}
     * @param size in bytes
     * @param by who collected it: {@code person:rita} or an automation
     */
    record ItemJson(
            UUID id,
            UUID incident,
            UUID store,
            String label,
            String title,
            String originalName,
            String sha256,
            long size,
            String by,
            Instant at,
            String method,
            String tool,
            String source,
            @Nullable Instant coversFrom,
            @Nullable Instant coversTo) {

        static ItemJson of(EvidenceItem item) {
            var acquisition = item.acquisition();
            return new ItemJson(
                    item.id().value(),
                    item.incident().value(),
                    item.store().value(),
                    item.label(),
                    item.title(),
                    item.originalName(),
                    item.content().hex(),
                    item.size(),
                    acquisition.by().reference(),
                    acquisition.at(),
                    acquisition.method(),
                    acquisition.tool(),
                    acquisition.source(),
                    acquisition.coversFrom(),
                    acquisition.coversTo());
        }
    }

    /** A link of a chain of custody, with the hashes that bind it. */
    record LinkJson(
            long seq,
            CustodyEntry.Action action,
            String by,
            String purpose,
            Instant at,
            String content,
            String previous,
            String hash) {

        static LinkJson of(CustodyEntry link) {
            return new LinkJson(
                    link.seq(),
                    link.action(),
                    link.by().reference(),
                    link.purpose(),
                    link.at(),
                    link.content().hex(),
                    link.previous().hex(),
                    link.hash().hex());
        }
    }

    /** What checking a chain, its content and its place in the ledger found; the first to fail. */
    enum Result {
        INTACT,
        CHAIN_BROKEN,
        CONTENT_CHANGED,
        CONTENT_MISSING,
        LEDGER_BROKEN
    }

    /**
     * A verdict.
     *
     * @param links how many links hold, if all do
     * @param brokenLink the first link that does not
     * @param ledger how the chain stands in the ledger
     */
    record VerificationJson(
            Result result,
            @Nullable Integer links,
            @Nullable Long brokenLink,
            CustodyChain.@Nullable Flaw flaw,
            @Nullable String expected,
            @Nullable String found,
            StandingJson ledger) {

        static VerificationJson of(Verification verification) {
            var ledger = StandingJson.of(verification.ledger());
            return switch (verification.verdict()) {
                case CustodyChain.Verdict.Intact(var links) ->
                        new VerificationJson(intact(ledger), links, null, null, null, null, ledger);
                case CustodyChain.Verdict.Broken(var seq, var flaw) ->
                        new VerificationJson(
                                Result.CHAIN_BROKEN, null, seq, flaw, null, null, ledger);
                case CustodyChain.Verdict.ContentChanged(var expected, var found) ->
                        new VerificationJson(
                                Result.CONTENT_CHANGED,
                                null,
                                null,
                                null,
                                expected.hex(),
                                found.hex(),
                                ledger);
                case CustodyChain.Verdict.ContentMissing(var expected) ->
                        new VerificationJson(
                                Result.CONTENT_MISSING,
                                null,
                                null,
                                null,
                                expected.hex(),
                                null,
                                ledger);
            };
        }

        private static Result intact(StandingJson ledger) {
            return switch (ledger.state()) {
                case RECORDED, WAITING -> Result.INTACT;
                case BROKEN, CHECKPOINT_FORGED -> Result.LEDGER_BROKEN;
            };
        }
    }
}
