package dev.cordon.application.evidence;

import dev.cordon.application.evidence.IntegrityWatch.Difference;
import dev.cordon.application.evidence.IntegrityWatch.Watched;
import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.application.stereotype.Supporting;
import dev.cordon.domain.evidence.CustodyChain;
import dev.cordon.domain.evidence.EvidenceItem;
import dev.cordon.domain.evidence.ledger.Standing;
import dev.cordon.domain.kernel.StoreScope;
import java.io.IOException;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks the items that were not checked for the longest time, a piece at a time. */
@Supporting
class ItemWatch {

    private static final Logger LOG = LoggerFactory.getLogger(ItemWatch.class);

    /** What a look reads at most, in bytes; a larger item is a look of its own. */
    private static final long BUDGET = 256L << 20;

    private static final int MOST_ITEMS = 50;

    private final IntegrityWatch watch;
    private final WatchRhythm rhythm;
    private final EvidenceItems items;
    private final CustodyChains chains;
    private final ItemCheck check;
    private final IntegrityAlerts alerts;
    private final UnitOfWork work;
    private final InstantSource clock;

    ItemWatch(
            IntegrityWatch watch,
            WatchRhythm rhythm,
            EvidenceItems items,
            CustodyChains chains,
            ItemCheck check,
            IntegrityAlerts alerts,
            UnitOfWork work,
            InstantSource clock) {
        this.watch = watch;
        this.rhythm = rhythm;
        this.items = items;
        this.chains = chains;
        this.check = check;
        this.alerts = alerts;
        this.work = work;
        this.clock = clock;
    }

    /** True if there is more to do at once. */
    boolean look(BooleanSupplier goOn) {
        var since = clock.instant().minus(rhythm.items());
        var due = work.commit(() -> watch.due(since, MOST_ITEMS));
        long left = BUDGET;
        for (var id : due) {
            if (left <= 0 || !goOn.getAsBoolean()) {
                return true;
            }
            var item = work.commit(() -> items.get(id, StoreScope.ALL));
            left -= item.size();
            check(item);
        }
        return due.size() == MOST_ITEMS;
    }

    private void check(EvidenceItem item) {
        var custody = work.commit(() -> new CustodyChain(item, chains.of(item.id())));
        var found = found(custody);
        if (found != null && wasDisposedOfMeanwhile(item)) {
            return;
        }
        if (found != null) {
            LOG.error("evidence differs item={} what={}", item.label(), found);
        }
        work.run(() -> record(item, found));
    }

    /** What cannot be read is a difference too, and keeps no other item from being looked at. */
    private @Nullable String found(CustodyChain custody) {
        try {
            return what(check.check(custody));
        } catch (IOException unreadable) {
            return "its content cannot be read: " + unreadable.getMessage();
        }
    }

    /** Then it is looked at again the next time, as what it has become. */
    private boolean wasDisposedOfMeanwhile(EvidenceItem item) {
        return !item.custody().isDisposedOf()
                && work.commit(() -> items.get(item.id(), StoreScope.ALL)).custody().isDisposedOf();
    }

    private void record(EvidenceItem item, @Nullable String found) {
        var subject = item.id().toString();
        var known = watch.of(subject).map(Watched::difference);
        var difference =
                found == null
                        ? null
                        : known.filter(before -> before.what().equals(found))
                                .orElseGet(() -> differs(item, subject, found));
        watch.put(new Watched(subject, item.store(), clock.instant(), difference));
    }

    private Difference differs(EvidenceItem item, String subject, String what) {
        var now = clock.instant();
        return new Difference(
                what,
                now,
                alerts.tell(
                        item.store(),
                        subject,
                        "Evidence " + item.label() + " is not what it was",
                        item.label() + ": " + what,
                        now));
    }

    private static @Nullable String what(Verification verification) {
        var chain = Verifying.wrong(verification.verdict());
        return chain != null ? chain : what(verification.ledger());
    }

    private static @Nullable String what(Standing standing) {
        return switch (standing) {
            case Standing.Recorded _, Standing.Waiting _ -> null;
            case Standing.Broken(var seq, var flaw) ->
                    "link %d is not borne out by the ledger: %s".formatted(seq, flaw);
            // The ledger's own finding, and not of each item.
            case Standing.Forged _ -> null;
        };
    }
}
