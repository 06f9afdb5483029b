package dev.cordon.domain.breach;

import dev.cordon.domain.breach.AffectedPerson.Why;
import dev.cordon.domain.detection.log.Address;
import dev.cordon.domain.store.ActiveCustomer;
import dev.cordon.domain.store.LoginSession;
import dev.cordon.domain.store.StoreCustomer;
import dev.cordon.domain.store.StoreOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who is affected by entered accounts, as far as the store's records say. Fed record by record, so
 * that memory holds the affected accounts and nothing else.
 *
 * <p>An access log names no account. The answer is exact only where session records explain every
 * login that the log shows as accepted from an attacking address; otherwise it is an upper bound:
 * every account used in the window. Guests have no account and are never on the list.
 */
public final class AffectedPeopleRule {

    private final Exposure exposure;
    private final Map<Long, AffectedPerson> entered = new LinkedHashMap<>();
    private final Map<Long, AffectedPerson> used = new LinkedHashMap<>();
    private int explained;
    private boolean madeUp;

    public AffectedPeopleRule(Exposure exposure) {
        this.exposure = exposure;
    }

    /** A session record of the window. */
    public void see(LoginSession session) {
        if (!exposure.window().contains(session.loggedInAt())) {
            return;
        }
        madeUp |= session.madeUp();
        if (Address.of(session.address()).filter(exposure.addresses()::contains).isPresent()) {
            explained++;
            add(
                    entered,
                    session.account(),
                    Why.ENTERED_FROM_ATTACKING_ADDRESS,
                    session.loggedInAt());
        }
        add(used, session.account(), Why.LOGGED_IN_DURING_WINDOW, session.loggedInAt());
    }

    /** An order of the window. */
    public void see(StoreOrder order) {
        if (exposure.window().contains(order.createdAt())) {
            add(used, order.buyer(), Why.ORDERED_DURING_WINDOW, order.createdAt());
        }
    }

    /** An account whose last use lies in the window or after it: it may have been used within. */
    public void see(ActiveCustomer active) {
        if (!active.lastActive().isBefore(exposure.window().from())) {
            add(used, active.customer(), Why.ACTIVE_SINCE_WINDOW, active.lastActive());
        }
    }

    /** Whether session records explain every accepted login that the log shows. */
    public boolean isExact() {
        return explained > 0 && explained >= exposure.acceptedLogins();
    }

    public Basis basis() {
        return isExact() ? Basis.EXACT : Basis.UPPER_BOUND;
    }

    /** The affected people, in the order in which they were first seen. */
    public List<AffectedPerson> people() {
        if (isExact()) {
            return List.copyOf(entered.values());
        }
        var all = new LinkedHashMap<>(entered);
        used.forEach(all::putIfAbsent);
        return new ArrayList<>(all.values());
    }

    /** Whether a stand-in store made any of it up. */
    public boolean isMadeUp() {
        return madeUp;
    }

    /** How many accepted logins the session records explain. */
    public int explained() {
        return explained;
    }

    private static void add(
            Map<Long, AffectedPerson> people, StoreCustomer customer, Why why, Instant at) {
        if (!customer.isGuest()) {
            people.putIfAbsent(customer.id(), new AffectedPerson(customer, why, at));
        }
    }
}
