package dev.cordon.application.store;

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

    /** Keeps a page as it came, for an alert; the same one is kept once. */
    void keep(PageVisit visit, byte[] html);

    /** The page of the visit that found that, if it was kept: {@link PageVisit#page}. */
    Optional<byte[]> kept(StoreId store, String sha256);
}
