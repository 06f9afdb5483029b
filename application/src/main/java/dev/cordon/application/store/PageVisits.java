package dev.cordon.application.store;

import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.store.paymentpage.PageVisit;
import dev.cordon.domain.store.paymentpage.StandingFindings;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the payment pages of stores looked. */
public interface PageVisits {

    /**
     * The latest visit of a store's page.
     *
     * @param triedAt when it was tried last
     * @param visit what was seen last; null before the first time
     * @param stoppedBy why the last try came to nothing, in plain words; null if it did not
     * @param visits how many visits there were
     * @param since when the first of them was tried
     * @param standing what of the page was not approved when it was seen last
     * @param failed how many visits came to nothing since the last one that did not
     */
    record Latest(
            Instant triedAt,
            @Nullable PageVisit visit,
            @Nullable String stoppedBy,
            long visits,
            Instant since,
            StandingFindings standing,
            int failed) {

        /** When the page was seen for the last time; the first attempt if it never was. */
        public Instant seenLast() {
            return visit == null ? since : visit.at();
        }
    }

    Optional<Latest> latest(StoreId store);

    /** {@link StandingFindings#NONE} before the first visit. */
    default StandingFindings standing(StoreId store) {
        return latest(store).map(Latest::standing).orElse(StandingFindings.NONE);
    }

    void seen(PageVisit visit, StandingFindings standing);

    void stopped(StoreId store, String why, Instant at);

    /**
     * Keeps a page as it came, for an alert; the same one is kept once.
     *
     * @param page the digest of its bytes, by which it is named
     */
    void keep(StoreId store, Sha256 page, byte[] html, Instant at);

    /** Removes, for good, what was kept before that, unless an original of an alert names it. */
    void forget(Instant before);

    /**
     * A page that was kept, by its name: the digest of its bytes; formerly that of its findings.
     */
    Optional<byte[]> kept(StoreId store, String sha256);
}
