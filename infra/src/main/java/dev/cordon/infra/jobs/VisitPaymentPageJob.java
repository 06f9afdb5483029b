package dev.cordon.infra.jobs;

import dev.cordon.application.store.PageWatchQueries;
import dev.cordon.application.store.VisitPaymentPage;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.people.AutomationPolicy;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** Visits the payment page of one store, again and again as long as it is watched. */
@Component
class VisitPaymentPageJob implements Job {

    private final VisitPaymentPage visit;
    private final PageWatchQueries watch;
    private final InstantSource clock;

    VisitPaymentPageJob(VisitPaymentPage visit, PageWatchQueries watch, InstantSource clock) {
        this.visit = visit;
        this.watch = watch;
        this.clock = clock;
    }

    @Override
    public JobName name() {
        return JobName.VISIT_PAYMENT_PAGE;
    }

    @Override
    public AutomationPolicy automation() {
        return AutomationPolicy.STORE_WATCH;
    }

    /** As long as the page is watched: a skimmer waits for a watch that stopped. */
    @Override
    public Patience patience() {
        return Patience.ENDLESS;
    }

    @Override
    public Next run(Work work, BooleanSupplier goOn) {
        var store = new StoreId(work.subject());
        var every = watch.interval(store);
        if (every.isEmpty()) {
            return new Next.Done();
        }
        visit.visit(new VisitPaymentPage.Command(store));
        return new Next.Again(clock.instant().plus(every.get()), work);
    }
}
