package dev.cordon.application.evidence;

import dev.cordon.application.kernel.Progress;
import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.application.stereotype.Supporting;
import dev.cordon.domain.evidence.CustodyChain;
import dev.cordon.domain.evidence.CustodyChain.Verdict;
import dev.cordon.domain.evidence.EvidenceItem;
import dev.cordon.domain.kernel.Sha256;
import java.io.IOException;
import java.util.function.LongConsumer;

/** Checks a whole chain, hashes its content anew, and holds every link against the ledger. */
@Supporting
class ItemCheck {

    private final EvidenceVault vault;
    private final Standings standings;
    private final UnitOfWork work;

    ItemCheck(EvidenceVault vault, Standings standings, UnitOfWork work) {
        this.vault = vault;
        this.standings = standings;
        this.work = work;
    }

    Verification check(CustodyChain custody) throws IOException {
        return check(custody, Progress.UNWATCHED);
    }

    /**
     * @param progress told of the content's bytes; a tree's list of files comes after it
     */
    Verification check(CustodyChain custody, Progress progress) throws IOException {
        var chain = custody.verify();
        var item = custody.item();
        // Between the destruction of the content and the link that says so there is only a chain;
        // the chain must bear out that it was to come.
        boolean isGoing = item.custody().isDisposedOf() && custody.isDisposalPlanned();
        boolean isThere = chain instanceof Verdict.Intact && !isGoing;
        var verdict = isThere ? withContent(item, chain, progress) : chain;
        return new Verification(verdict, work.commit(() -> standings.of(custody)));
    }

    /**
     * Hashes the content anew, and a tree's manifest.
     *
     * @param chain what is said if it is what was collected
     */
    private Verdict withContent(EvidenceItem item, Verdict chain, Progress progress)
            throws IOException {
        LongConsumer read = done -> progress.reached(Math.min(done, item.size()), item.size());
        var content = lies(item, item.content(), chain, read);
        var manifest = item.intake().manifest();
        return manifest == null || !content.equals(chain)
                ? content
                : lies(item, manifest, chain, _ -> {});
    }

    /** Whether a tree's list of files is there and what was made then; so if it has none. */
    boolean isManifestIntact(EvidenceItem item) throws IOException {
        var manifest = item.intake().manifest();
        var intact = new Verdict.Intact(0);
        return manifest == null || lies(item, manifest, intact, _ -> {}).equals(intact);
    }

    private Verdict lies(EvidenceItem item, Sha256 content, Verdict chain, LongConsumer read)
            throws IOException {
        try {
            var found = vault.rehash(item.incident(), content, read);
            if (found.isEmpty()) {
                return new Verdict.ContentMissing(content);
            }
            return found.get().equals(content)
                    ? chain
                    : new Verdict.ContentChanged(content, found.get());
        } catch (EvidenceVault.Unreadable broken) {
            return new Verdict.ContentUnreadable(content, broken.file(), broken.at());
        }
    }
}
