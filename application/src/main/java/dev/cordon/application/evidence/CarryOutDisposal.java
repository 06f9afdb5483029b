package dev.cordon.application.evidence;

import dev.cordon.application.evidence.EvidenceVault.Destroyed;
import dev.cordon.application.kernel.Caller;
import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.domain.evidence.CustodyChain;
import dev.cordon.domain.evidence.CustodyChain.Verdict;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.evidence.EvidenceItem;
import dev.cordon.domain.kernel.IllegalTransition;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.people.Permission;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Destroys the content of an item whose disposal was approved, and then writes the last link of its
 * chain: the proof that it is gone. What was said of it in words goes with it. What broke off in
 * between is gone on with.
 */
@StreamingUseCase
public class CarryOutDisposal {

    private final EvidenceItems items;
    private final CustodyChains chains;
    private final Packages packages;
    private final EvidenceVault vault;
    private final Custodians custodians;
    private final UnitOfWork work;
    private final Caller caller;
    private final InstantSource clock;

    CarryOutDisposal(
            EvidenceItems items,
            CustodyChains chains,
            Packages packages,
            EvidenceVault vault,
            Custodians custodians,
            UnitOfWork work,
            Caller caller,
            InstantSource clock) {
        this.items = items;
        this.chains = chains;
        this.packages = packages;
        this.vault = vault;
        this.custodians = custodians;
        this.work = work;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Does nothing where nothing is approved, or all was done.
     *
     * @throws IOException if the storage did not do it; nothing is recorded then
     */
    @Requires(Permission.EVIDENCE_KEEP)
    public void carryOut(EvidenceId id) throws IOException {
        var item = custodians.item(id);
        if (!item.custody().isDisposedOf() || item.custody().isGone()) {
            return;
        }
        requireBorneOut(item);
        var how = work.reach(() -> destroy(item));
        custodians.change(
                item.id(),
                now -> now.disposed(how, caller.actor(), clock.instant()),
                () -> destroyWords(item));
    }

    private void destroyWords(EvidenceItem item) {
        var spoken = new CustodyChain(item, chains.of(item.id())).spoken();
        chains.destroyWords(item.id(), spoken);
        packages.destroyWords(item.id());
    }

    /** Nobody records meanwhile that something else stands on the same content. */
    private String destroy(EvidenceItem item) throws IOException {
        items.lock(item.incident());
        var manifest = item.intake().manifest();
        if (manifest != null && alsoHeldAs(item, manifest).isEmpty()) {
            vault.destroy(item.incident(), manifest);
        }
        var other = alsoHeldAs(item, item.content());
        return other.isPresent()
                ? "the content stays, as it is also " + other.get().label()
                : said(vault.destroy(item.incident(), item.content()));
    }

    /** What is stored beside a chain can be changed; nothing is destroyed on its word alone. */
    private void requireBorneOut(EvidenceItem item) {
        var custody = new CustodyChain(item, work.commit(() -> chains.of(item.id())));
        if (!(custody.verify() instanceof Verdict.Intact)
                || !custody.isDisposalPlanned()
                || !custody.matters().isEmpty()) {
            throw new IllegalTransition(
                    item.label(),
                    "held, or not proposed for disposal, by its own chain of custody",
                    "be disposed of");
        }
    }

    /** Equal content lies in the vault once. */
    private Optional<EvidenceItem> alsoHeldAs(EvidenceItem item, Sha256 content) {
        return items.of(item.incident()).stream()
                .filter(
                        other ->
                                other.content().equals(content)
                                        || content.equals(other.intake().manifest()))
                .filter(other -> !other.custody().isDisposedOf())
                .findFirst();
    }

    private static String said(Destroyed destroyed) {
        return switch (destroyed) {
            case KEY_AND_BYTES -> "its key and its bytes were destroyed";
            case KEY_ALONE -> "its key was destroyed; the encrypted bytes stay locked for a time";
            case NOTHING_THERE -> "its content was destroyed before";
        };
    }
}
