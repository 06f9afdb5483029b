package dev.cordon.application.evidence;

import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.application.stereotype.Supporting;
import dev.cordon.domain.evidence.CustodyChain;
import dev.cordon.domain.evidence.CustodyChain.Verdict;
import dev.cordon.domain.evidence.EvidenceItem;
import dev.cordon.domain.kernel.Sha256;
import java.io.IOException;
import java.util.zip.CRC32;

/** Reads what is to leave, whole, before anybody says that it left. */
@Supporting
class PackageContents {

    private static final int CHUNK = 1 << 16;

    /** What came of it. */
    sealed interface Found {

        /** Everything is as it was. */
        record AsCollected(int crc) implements Found {}

        /** The content or the chain is not what it was. */
        record NotIntact(Verdict verdict) implements Found {}

        /** The ledger says something else about the chain. */
        record NotInLedger() implements Found {}
    }

    private final EvidenceVault vault;
    private final CustodyChains chains;
    private final Standings standings;
    private final UnitOfWork work;

    PackageContents(
            EvidenceVault vault, CustodyChains chains, Standings standings, UnitOfWork work) {
        this.vault = vault;
        this.chains = chains;
        this.standings = standings;
        this.work = work;
    }

    /**
     * @throws IOException if the vault cannot be read now
     */
    Found read(EvidenceItem item) throws IOException {
        var chain = work.commit(() -> new CustodyChain(item, chains.of(item.id())));
        var verdict = chain.verify();
        if (!(verdict instanceof Verdict.Intact)) {
            return new Found.NotIntact(verdict);
        }
        var standing = work.commit(() -> standings.of(chain));
        if (standing.isContradicted()) {
            return new Found.NotInLedger();
        }
        try {
            return content(item);
        } catch (EvidenceVault.Unreadable broken) {
            return new Found.NotIntact(
                    new Verdict.ContentUnreadable(item.content(), broken.file(), broken.at()));
        } catch (IOException away) {
            if (vault.rehash(item.incident(), item.content()).isEmpty()) {
                return new Found.NotIntact(new Verdict.ContentMissing(item.content()));
            }
            throw away;
        }
    }

    private Found content(EvidenceItem item) throws IOException {
        var digest = Sha256.newDigest();
        var crc = new CRC32();
        try (var in = vault.open(item.incident(), item.content())) {
            var chunk = new byte[CHUNK];
            for (int got = in.read(chunk); got >= 0; got = in.read(chunk)) {
                digest.update(chunk, 0, got);
                crc.update(chunk, 0, got);
            }
        }
        var found = Sha256.ofDigest(digest.digest());
        return found.equals(item.content())
                ? new Found.AsCollected((int) crc.getValue())
                : new Found.NotIntact(new Verdict.ContentChanged(item.content(), found));
    }
}
