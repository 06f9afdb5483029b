package dev.cordon.domain.store.paymentpage;

import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.DomainEvent;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.domain.kernel.Version;
import dev.cordon.domain.store.paymentpage.PaymentPageEvent.ElementWithdrawn;
import dev.cordon.domain.store.paymentpage.PaymentPageEvent.ElementsApproved;
import dev.cordon.domain.store.paymentpage.PaymentPageEvent.HeadersApproved;
import dev.cordon.domain.store.paymentpage.PaymentPageEvent.PageWatchSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The payment page of a store: how it is watched, and what may be on it.
 *
 * @param on whether it is visited by itself
 * @param path of the page below the store's front page
 * @param every how often it is visited
 * @param approved what may be on it; while that is nothing, nothing is alarming
 * @param headers the security headers that it has to send, by lower-case name
 */
public record PaymentPage(
        StoreId store,
        boolean on,
        String path,
        Duration every,
        SortedMap<PageElement.Key, ApprovedElement> approved,
        SortedMap<String, String> headers,
        Version version) {

    public static final String USUAL_PATH = "/checkout/";
    public static final Duration USUAL_INTERVAL = Duration.ofMinutes(15);

    private static final Duration SHORTEST = Duration.ofMinutes(1);

    /** PCI DSS 4.0.1, 11.6.1: at least once every seven days. */
    private static final Duration LONGEST = Duration.ofDays(7);

    public PaymentPage {
        if (!path.matches("/(?!/)[0-9A-Za-z._~%/-]{0,300}")) {
            throw new IllegalArgumentException("the page is given by its path, such as /checkout/");
        }
        if (every.compareTo(SHORTEST) < 0 || every.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "the page is visited every minute at most and every seven days at least");
        }
        approved = Collections.unmodifiableSortedMap(new TreeMap<>(approved));
        headers = Collections.unmodifiableSortedMap(new TreeMap<>(headers));
    }

    /** As long as nobody has decided. */
    public static PaymentPage unwatched(StoreId store) {
        return new PaymentPage(
                store,
                false,
                USUAL_PATH,
                USUAL_INTERVAL,
                new TreeMap<>(),
                new TreeMap<>(),
                Version.NEW);
    }

    /** Says whether, where and how often the page is visited. */
    public Transition<PaymentPage> watch(
            boolean on, String path, Duration every, Actor by, Instant at) {
        var next = new PaymentPage(store, on, path, every, approved, headers, version);
        return Transition.to(next, new PageWatchSet(store, on, path, every, by, at));
    }

    /**
     * These may be on the page from now on, in the place of what was approved under their names.
     *
     * @param exact whether only with the content that was seen
     * @throws IllegalArgumentException if there is none, or no justification
     */
    public Transition<PaymentPage> approve(
            Collection<PageElement> elements,
            boolean exact,
            String justification,
            Actor by,
            Instant at) {
        if (elements.isEmpty()) {
            throw new IllegalArgumentException("choose what is approved");
        }
        var all = new TreeMap<>(approved);
        for (var element : elements) {
            var content = exact ? element.content() : null;
            all.put(
                    element.key(),
                    new ApprovedElement(element.key(), content, justification, by, at));
        }
        var next = new PaymentPage(store, on, path, every, all, headers, version);
        var names = elements.stream().map(each -> each.key().toString()).sorted().toList();
        return Transition.to(
                next, new ElementsApproved(store, names, exact, justification.strip(), by, at));
    }

    /** The page has to send these security headers from now on, and no others. */
    public Transition<PaymentPage> approveHeaders(
            SortedMap<String, String> seen, String justification, Actor by, Instant at) {
        var next = new PaymentPage(store, on, path, every, approved, seen, version);
        return Transition.to(
                next,
                new HeadersApproved(
                        store, List.copyOf(seen.keySet()), justification.strip(), by, at));
    }

    /** It may be on the page no longer. */
    public Transition<PaymentPage> withdraw(
            PageElement.Key key, String reason, Actor by, Instant at) {
        var left = new TreeMap<>(approved);
        if (left.remove(key) == null) {
            throw new IllegalArgumentException("that was not approved");
        }
        var next = new PaymentPage(store, on, path, every, left, headers, version);
        DomainEvent withdrawn = new ElementWithdrawn(store, key.toString(), reason, by, at);
        return Transition.to(next, withdrawn);
    }

    /** What of a page was not approved as it is. */
    public List<PageElement> unapproved(PageVisit visit) {
        return visit.elements().stream()
                .filter(
                        each -> {
                            var approval = approved.get(each.key());
                            return approval == null || !approval.accepts(each);
                        })
                .toList();
    }

    /** How a page differs from what was approved; not at all while nothing was approved. */
    public List<PageFinding> judge(PageVisit visit) {
        var findings = new ArrayList<PageFinding>();
        if (approved.isEmpty()) {
            return findings;
        }
        for (var element : unapproved(visit)) {
            findings.add(
                    approved.containsKey(element.key())
                            ? new PageFinding.Changed(element)
                            : new PageFinding.New(element));
        }
        headers.forEach(
                (name, value) -> {
                    var now = visit.headers().get(name);
                    if (!value.equals(now)) {
                        findings.add(new PageFinding.Header(name, value, now));
                    }
                });
        return List.copyOf(findings);
    }
}
