package dev.cordon.application.store;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.people.Permission;
import dev.cordon.domain.store.StoreAnswer;
import java.time.InstantSource;

/**
 * Gets the payment page of a store as a customer does and compares it with what was approved. What
 * nobody approved is an alert, and the page is kept as it came. A watch that sees nothing is one
 * too.
 */
@StreamingUseCase
public class VisitPaymentPage {

    /** An hour at the usual interval: a store that is updated is away for less. */
    private static final int MOST_FAILED = 4;

    public record Command(StoreId store) {}

    private final Stores stores;
    private final PaymentPages pages;
    private final PageVisitor visitor;
    private final PageVisits visits;
    private final PageAlarm alarm;
    private final UnitOfWork work;
    private final Caller caller;
    private final InstantSource clock;

    VisitPaymentPage(
            Stores stores,
            PaymentPages pages,
            PageVisitor visitor,
            PageVisits visits,
            PageAlarm alarm,
            UnitOfWork work,
            Caller caller,
            InstantSource clock) {
        this.stores = stores;
        this.pages = pages;
        this.visitor = visitor;
        this.visits = visits;
        this.alarm = alarm;
        this.work = work;
        this.caller = caller;
        this.clock = clock;
    }

    @Requires(Permission.STORE_WATCH)
    public void visit(Command command) {
        var scope = caller.scope();
        var store = work.commit(() -> stores.get(command.store(), scope));
        var path = work.commit(() -> pages.of(store.id()).path());
        switch (visitor.visit(store, path)) {
            case StoreAnswer.Failed<PageVisitor.Seen>(var why) ->
                    work.run(() -> fail(store.id(), why.sentence()));
            case StoreAnswer.Ok<PageVisitor.Seen>(var seen) -> work.run(() -> judge(seen));
        }
    }

    private void fail(StoreId store, String why) {
        visits.stopped(store, why, clock.instant());
        if (!pages.of(store).on()) {
            return;
        }
        visits.latest(store)
                .filter(latest -> latest.failed() >= MOST_FAILED)
                .ifPresent(latest -> alarm.blind(store, why, latest.seenLast()));
    }

    private void judge(PageVisitor.Seen seen) {
        var visit = seen.visit();
        var findings = pages.of(visit.store()).judge(visit);
        var standing = visits.standing(visit.store()).after(findings, visit.at());
        visits.seen(visit, standing);
        if (!findings.isEmpty()) {
            var page = Sha256.of(seen.html());
            if (alarm.tell(visit, page, findings, standing)) {
                visits.keep(visit.store(), page, seen.html(), visit.at());
            }
        }
    }
}
