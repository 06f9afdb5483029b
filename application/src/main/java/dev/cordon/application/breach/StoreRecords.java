package dev.cordon.application.breach;

import dev.cordon.application.stereotype.Supporting;
import dev.cordon.application.store.PagesRead;
import dev.cordon.application.store.StoreGateway;
import dev.cordon.domain.breach.AffectedPeopleRule;
import dev.cordon.domain.breach.AffectedPerson;
import dev.cordon.domain.breach.Determination.Result;
import dev.cordon.domain.breach.Exposure;
import dev.cordon.domain.store.PageCursor;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreFailure;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads from a store what the rule needs: session records first, and where they do not explain
 * everything, orders and the days on which accounts were used. A bound that was read only in part
 * is no bound: then nothing is found.
 */
@Supporting
class StoreRecords {

    private final StoreGateway gateway;

    StoreRecords(StoreGateway gateway) {
        this.gateway = gateway;
    }

    /** What asking came to. */
    sealed interface Found {
        record People(Result result, List<AffectedPerson> people) implements Found {
            public People {
                people = List.copyOf(people);
            }
        }

        /** The store did not answer enough; the sentence says why and what to do. */
        record Nothing(String sentence) implements Found {}

        /** The store asked for a pause; nothing is found before it is over. */
        record Later(Duration after) implements Found {}
    }

    Found ask(Store store, Exposure exposure) {
        var rule = new AffectedPeopleRule(exposure);
        var sessions = sessions(store, exposure, rule);
        if (sessions.isComplete() && rule.isExact()) {
            return people(rule, "");
        }
        if (sessions.stoppedBy() instanceof StoreFailure.RateLimited(var pause)) {
            return new Found.Later(pause);
        }
        return switch (bound(store, exposure, rule)) {
            case null -> people(rule, gap(sessions, rule, exposure));
            case StoreFailure.RateLimited(var pause) -> new Found.Later(pause);
            case StoreFailure why -> new Found.Nothing(why.sentence());
        };
    }

    private PagesRead sessions(Store store, Exposure exposure, AffectedPeopleRule rule) {
        return PagesRead.each(
                PageCursor.START,
                page -> gateway.loginSessions(store, exposure.window(), page),
                items -> items.forEach(rule::see));
    }

    /** Null when the bound was read whole. */
    private @Nullable StoreFailure bound(Store store, Exposure exposure, AffectedPeopleRule rule) {
        var orders =
                PagesRead.each(
                        PageCursor.START,
                        page -> gateway.orders(store, exposure.window(), page),
                        items -> items.forEach(rule::see));
        if (!orders.isComplete()) {
            return orders.stoppedBy();
        }
        return PagesRead.each(
                        PageCursor.START,
                        page -> gateway.activeCustomers(store, exposure.window().from(), page),
                        items -> items.forEach(rule::see))
                .stoppedBy();
    }

    private static Found people(AffectedPeopleRule rule, String gap) {
        var people = rule.people();
        return new Found.People(
                new Result(rule.basis(), people.size(), rule.explained(), gap, rule.isMadeUp()),
                people);
    }

    private static String gap(PagesRead sessions, AffectedPeopleRule rule, Exposure exposure) {
        var why = sessions.stoppedBy();
        return why != null
                ? why.sentence()
                : "The store's session records explain %d of the %d logins that the log shows."
                        .formatted(rule.explained(), exposure.acceptedLogins());
    }
}
