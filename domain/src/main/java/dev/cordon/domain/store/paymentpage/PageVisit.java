package dev.cordon.domain.store.paymentpage;

import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.StoreId;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The payment page as a customer got it.
 *
 * @param address where it was found in the end
 * @param elements sorted; each key once
 * @param headers the security headers by their lower-case names, nonces left out
 * @param page the digest of what was found, elements and headers: the same while nothing changes,
 *     whatever cart the page shows
 */
public record PageVisit(
        StoreId store,
        Instant at,
        String address,
        List<PageElement> elements,
        SortedMap<String, String> headers,
        Sha256 page) {

    public PageVisit {
        elements = elements.stream().sorted().toList();
        headers = Collections.unmodifiableSortedMap(new TreeMap<>(headers));
    }
}
