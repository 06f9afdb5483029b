package dev.cordon.infra.http.evidence;

import dev.cordon.application.evidence.Verification;
import dev.cordon.domain.evidence.CustodyChain;
import dev.cordon.domain.evidence.CustodyEntry;
import dev.cordon.domain.evidence.EvidenceItem;
import dev.cordon.domain.kernel.Sha256;
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
        CONTENT_UNREADABLE,
        CONTENT_MISSING,
        LEDGER_BROKEN
    }

    /**
     * A verdict.
     *
     * @param links how many links hold, if all do
     * @param brokenLink the first link that does not
     * @param damagedFile what in the vault does not open any more
     * @param damagedAt the first byte of the content that does not, counted from 0
     * @param ledger how the chain stands in the ledger
     */
    record VerificationJson(
            Result result,
            @Nullable Integer links,
            @Nullable Long brokenLink,
            CustodyChain.@Nullable Flaw flaw,
            @Nullable String expected,
            @Nullable String found,
            @Nullable String damagedFile,
            @Nullable Long damagedAt,
            StandingJson ledger) {

        static VerificationJson of(Verification verification) {
            var ledger = StandingJson.of(verification.ledger());
            return switch (verification.verdict()) {
                case CustodyChain.Verdict.Intact(var links) ->
                        new VerificationJson(
                                intact(ledger), links, null, null, null, null, null, null, ledger);
                case CustodyChain.Verdict.Broken(var seq, var flaw) ->
                        new VerificationJson(
                                Result.CHAIN_BROKEN,
                                null,
                                seq,
                                flaw,
                                null,
                                null,
                                null,
                                null,
                                ledger);
                case CustodyChain.Verdict.ContentChanged(var expected, var found) ->
                        content(Result.CONTENT_CHANGED, expected, found.hex(), null, null, ledger);
                case CustodyChain.Verdict.ContentUnreadable(var expected, var file, var at) ->
                        content(Result.CONTENT_UNREADABLE, expected, null, file, at, ledger);
                case CustodyChain.Verdict.ContentMissing(var expected) ->
                        content(Result.CONTENT_MISSING, expected, null, null, null, ledger);
            };
        }

        private static VerificationJson content(
                Result result,
                Sha256 expected,
                @Nullable String found,
                @Nullable String file,
                @Nullable Long at,
                StandingJson ledger) {
            return new VerificationJson(
                    result, null, null, null, expected.hex(), found, file, at, ledger);
        }

        private static Result intact(StandingJson ledger) {
            return switch (ledger.state()) {
                case RECORDED, WAITING -> Result.INTACT;
                case BROKEN, CHECKPOINT_FORGED -> Result.LEDGER_BROKEN;
            };
        }
    }
}
