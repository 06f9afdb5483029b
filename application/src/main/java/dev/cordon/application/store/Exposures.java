package dev.cordon.application.store;

import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.store.vulnerability.Exposure;
import java.util.List;
import java.util.Optional;

/** What in each store is known to be vulnerable, as long as it is. */
public interface Exposures {

    List<Exposure> of(StoreId store);

    void begin(Exposure exposure);

    void end(Exposure exposure);

    /** What came of reading the feed last. */
    Optional<VulnerabilityFeed.Read> lastRead();

    void read(VulnerabilityFeed.Read read);
}
