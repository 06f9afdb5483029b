package dev.cordon.application.evidence;

import dev.cordon.application.kernel.Page;
import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.application.stereotype.Supporting;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.evidence.EvidenceItem;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.StoreScope;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the storage hold and lock what is recorded as held and sealed: evidence may have moved to
 * another storage, which knows of neither, or somebody took a hold off there. Once after each
 * start, and once a day.
 */
@Supporting
class Binding {

    private static final Logger LOG = LoggerFactory.getLogger(Binding.class);

    private final EvidenceVault vault;
    private final EvidenceItems items;
    private final WatchRhythm rhythm;
    private final UnitOfWork work;
    private final InstantSource clock;
    private volatile @Nullable Instant boundAt;

    Binding(
            EvidenceVault vault,
            EvidenceItems items,
            WatchRhythm rhythm,
            UnitOfWork work,
            InstantSource clock) {
        this.vault = vault;
        this.items = items;
        this.rhythm = rhythm;
        this.work = work;
        this.clock = clock;
    }

    /**
     * Does nothing where all was bound today.
     *
     * @throws IOException if the storage does not answer; all is bound the next time
     */
    void bind(BooleanSupplier goOn) throws IOException {
        var now = clock.instant();
        var before = boundAt;
        if (before != null && before.plus(rhythm.ledger()).isAfter(now)) {
            return;
        }
        var next = Page.Request.first(Page.LONGEST);
        while (next != null) {
            var page = kept(next);
            for (var item : page.items()) {
                if (!goOn.getAsBoolean()) {
                    return;
                }
                bind(item, now);
            }
            next = page.next() == null ? null : new Page.Request(Page.LONGEST, page.next());
        }
        boundAt = now;
    }

    private Page<EvidenceItem> kept(Page.Request request) {
        var kept = new EvidenceItems.Filter(EvidenceItems.Which.KEPT, null, null, null);
        return work.commit(() -> items.list(kept, StoreScope.ALL, request));
    }

    private void bind(EvidenceItem item, Instant now) throws IOException {
        var custody = item.custody();
        for (var content : item.contents()) {
            try {
                if (custody.isHeld()) {
                    hold(item, content);
                }
                if (custody.isSealed() && custody.keepUntil().isAfter(now)) {
                    vault.seal(item.incident(), content, custody.keepUntil());
                }
            } catch (EvidenceVault.Unavailable silent) {
                throw silent;
            } catch (IOException refused) {
                LOG.error("the storage does not bind {} as recorded", item.label(), refused);
            }
        }
    }

    /** Who released it meanwhile did not see this hold. */
    private void hold(EvidenceItem item, Sha256 content) throws IOException {
        vault.hold(item.incident(), content, true);
        if (!isHeld(item.id())) {
            vault.hold(item.incident(), content, false);
        }
    }

    private boolean isHeld(EvidenceId item) {
        return work.commit(() -> items.get(item, StoreScope.ALL)).custody().isHeld();
    }
}
