package dev.cordon.application.evidence;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.kernel.Progress;
import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.application.stereotype.Supporting;
import dev.cordon.domain.evidence.CustodyChain;
import dev.cordon.domain.evidence.CustodyChain.Verdict;
import dev.cordon.domain.evidence.CustodyEntry.Action;
import dev.cordon.domain.evidence.EvidenceEvent.CustodyChanged;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.evidence.EvidenceItem;
import dev.cordon.domain.kernel.Transition;
import java.io.IOException;
import java.time.InstantSource;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Changes how an item is held, with the link that says so, in one transaction. */
@Supporting
class Custodians {

    private final EvidenceItems items;
    private final CustodyChains chains;
    private final ItemCheck check;
    private final UnitOfWork work;
    private final Caller caller;
    private final InstantSource clock;

    Custodians(
            EvidenceItems items,
            CustodyChains chains,
            ItemCheck check,
            UnitOfWork work,
            Caller caller,
            InstantSource clock) {
        this.items = items;
        this.chains = chains;
        this.check = check;
        this.work = work;
        this.caller = caller;
        this.clock = clock;
    }

    EvidenceItem item(EvidenceId id) {
        var scope = caller.scope();
        return work.commit(() -> items.get(id, scope));
    }

    /** Decides on the item as it is once no other writer of its chain is at work. */
    void change(EvidenceId id, Function<EvidenceItem, Transition<EvidenceItem>> decision) {
        change(id, decision, () -> {});
    }

    /**
     * As {@link #change(EvidenceId, Function)}, and something more in the same transaction.
     *
     * @param then done last
     */
    void change(
            EvidenceId id,
            Function<EvidenceItem, Transition<EvidenceItem>> decision,
            Runnable then) {
        item(id);
        var scope = caller.scope();
        work.run(
                () -> {
                    var last = chains.lastForAppend(id);
                    var change = decision.apply(items.get(id, scope));
                    items.save(change);
                    for (var event : change.events()) {
                        if (event instanceof CustodyChanged changed) {
                            chains.append(changed.link(last));
                        }
                    }
                    then.run();
                });
    }

    /** Writes a link that changes nothing about how the item is held. */
    void note(EvidenceItem item, Action action, @Nullable String counterpart, String purpose) {
        work.run(
                () ->
                        chains.append(
                                chains.lastForAppend(item.id())
                                        .next(
                                                action,
                                                caller.actor(),
                                                counterpart,
                                                purpose,
                                                clock.instant())));
    }

    /**
     * Checks its chain and hashes the content anew before it changes hands.
     *
     * @param progress told of the content's bytes
     * @throws NotIntact if either is not what it was; that is in its chain then
     */
    void requireIntact(EvidenceItem item, Progress progress) throws IOException {
        var custody = new CustodyChain(item, work.commit(() -> chains.of(item.id())));
        var verdict = check.check(custody, progress).verdict();
        if (!(verdict instanceof Verdict.Intact)) {
            note(item, Action.VERIFIED, null, Verifying.said(verdict));
            throw new NotIntact(item.label());
        }
    }
}
