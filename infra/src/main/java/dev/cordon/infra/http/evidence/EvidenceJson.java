package dev.cordon.infra.http.evidence;

import dev.cordon.application.evidence.Beginning;
import dev.cordon.application.evidence.Verification;
import dev.cordon.domain.evidence.CardSearch;
import dev.cordon.domain.evidence.Custody;
import dev.cordon.domain.evidence.CustodyChain;
import dev.cordon.domain.evidence.CustodyEntry;
import dev.cordon.domain.evidence.Disposal;
import dev.cordon.domain.evidence.EvidenceItem;
import dev.cordon.domain.evidence.EvidenceKind;
import dev.cordon.domain.evidence.LegalHold;
import dev.cordon.domain.evidence.Subject;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.infra.http.evidence.LedgerJson.StandingJson;
import java.time.Instant;
import java.util.List;
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
     * @param cards what looking for card numbers on arrival came to
     * @param danger why it must not be opened by accident
     * @param by who collected it: {@code person:rita} or an automation
     * @param at when it was taken from its source
     * @param command what was run to take it
     * @param clockDrift how far the source's clock was ahead, as an ISO-8601 duration
     * @param covers what of the store it holds: {@code file /var/www/html/index.php}
     * @param facts the digest of what was said of it when it was collected
     * @param withoutWords whether title, original name, command and source are not there any more:
     *     destroyed with the content if that was disposed of, and missing otherwise
     */
    record ItemJson(
            UUID id,
            UUID incident,
            UUID store,
            String label,
            EvidenceKind kind,
            String title,
            String originalName,
            String sha256,
            long size,
            CardsJson cards,
            @Nullable String danger,
            @Nullable String manifest,
            String by,
            Instant at,
            Instant receivedAt,
            String method,
            String tool,
            String command,
            String source,
            @Nullable String clockDrift,
            @Nullable Instant coversFrom,
            @Nullable Instant coversTo,
            List<String> covers,
            String facts,
            boolean withoutWords,
            CustodyJson custody) {

        static ItemJson of(EvidenceItem item) {
            var acquisition = item.acquisition();
            var intake = item.intake();
            var manifest = intake.manifest();
            var drift = acquisition.clockDrift();
            return new ItemJson(
                    item.id().value(),
                    item.incident().value(),
                    item.store().value(),
                    item.label(),
                    item.kind(),
                    item.title(),
                    item.originalName(),
                    item.content().hex(),
                    item.size(),
                    CardsJson.of(intake.cards()),
                    intake.danger(),
                    manifest == null ? null : manifest.hex(),
                    acquisition.by().reference(),
                    acquisition.at(),
                    acquisition.receivedAt(),
                    acquisition.method(),
                    acquisition.tool(),
                    acquisition.command(),
                    acquisition.source(),
                    drift == null ? null : drift.toString(),
                    acquisition.coversFrom(),
                    acquisition.coversTo(),
                    acquisition.covers().subjects().stream().map(Subject::text).toList(),
                    item.facts().hex(),
                    item.isWithoutWords(),
                    CustodyJson.of(item.custody()));
        }
    }

    /**
     * What looking for card numbers and verification codes on arrival came to.
     *
     * @param rules by which was searched; absent if nobody searched
     * @param masked how many were blotted out
     * @param left how many were left in
     * @param because why they were left in
     * @param came the digest of what came, if that is not what was stored
     */
    record CardsJson(
            @Nullable String rules,
            CardSearch.Extent searched,
            long masked,
            long left,
            @Nullable String because,
            @Nullable String came) {

        static CardsJson of(CardSearch cards) {
            var came = cards.came();
            return new CardsJson(
                    cards.rules().isEmpty() ? null : cards.rules(),
                    cards.extent(),
                    cards.masked(),
                    cards.left(),
                    cards.because().isEmpty() ? null : cards.because(),
                    came == null ? null : came.hex());
        }
    }

    /**
     * How an item is held now.
     *
     * @param custodian who answers for it
     * @param offeredTo who has not answered a hand-over yet
     * @param keepUntil before that it is not disposed of for its age
     */
    record CustodyJson(
            String custodian,
            @Nullable String offeredTo,
            @Nullable Instant sealedAt,
            List<HoldJson> holds,
            Instant keepUntil,
            @Nullable DisposalJson disposal) {

        static CustodyJson of(Custody custody) {
            var offered = custody.offered();
            var disposal = custody.disposal();
            return new CustodyJson(
                    custody.custodian().reference(),
                    offered == null ? null : offered.to().reference(),
                    custody.sealedAt(),
                    custody.holds().stream().map(HoldJson::of).toList(),
                    custody.keepUntil(),
                    disposal == null ? null : DisposalJson.of(disposal));
        }
    }

    /** A matter that needs the item. */
    record HoldJson(String matter, String by, Instant at) {

        static HoldJson of(LegalHold hold) {
            return new HoldJson(hold.matter(), hold.by().reference(), hold.at());
        }
    }

    /**
     * The end of an item.
     *
     * @param doneAt since when its content can no longer be read
     */
    record DisposalJson(
            String reason,
            String plannedBy,
            Instant plannedAt,
            @Nullable String approvedBy,
            @Nullable Instant doneAt) {

        static DisposalJson of(Disposal disposal) {
            var approved = disposal.approvedBy();
            return new DisposalJson(
                    disposal.reason(),
                    disposal.plannedBy().reference(),
                    disposal.plannedAt(),
                    approved == null ? null : approved.reference(),
                    disposal.doneAt());
        }
    }

    /**
     * How an item begins, to be read by people.
     *
     * @param size of all of it, in bytes
     * @param shown how many bytes of it are shown
     */
    record BeginningJson(UUID evidence, long size, int shown, Beginning.Form form, String text) {

        static BeginningJson of(Beginning seen) {
            return new BeginningJson(
                    seen.item().id().value(),
                    seen.item().size(),
                    seen.shown(),
                    seen.form(),
                    seen.text());
        }
    }

    /**
     * A link of a chain of custody, with the hashes that bind it.
     *
     * @param withoutPurpose whether the purpose is not there any more
     * @param commitment what is hashed in the place of the purpose; absent if that is hashed itself
     */
    record LinkJson(
            long seq,
            CustodyEntry.Action action,
            String by,
            @Nullable String counterpart,
            String purpose,
            Instant at,
            String content,
            @Nullable String facts,
            boolean withoutPurpose,
            @Nullable String commitment,
            String previous,
            String hash) {

        static LinkJson of(CustodyEntry link) {
            var facts = link.facts();
            var commitment = link.commitment();
            return new LinkJson(
                    link.seq(),
                    link.action(),
                    link.by().reference(),
                    link.counterpart(),
                    link.purpose(),
                    link.at(),
                    link.content().hex(),
                    facts == null ? null : facts.hex(),
                    link.isWithoutPurpose(),
                    commitment == null ? null : commitment.digest().hex(),
                    link.previous().hex(),
                    link.hash().hex());
        }
    }

    /** What checking a chain, its content and its place in the ledger found; the first to fail. */
    enum Result {
        INTACT,
        /** The chain is intact to its end: the content was disposed of. */
        DISPOSED,
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
                case CustodyChain.Verdict.Disposed(var links, _) ->
                        new VerificationJson(
                                intact(ledger) == Result.INTACT
                                        ? Result.DISPOSED
                                        : Result.LEDGER_BROKEN,
                                links,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                ledger);
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
