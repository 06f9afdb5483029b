package dev.cordon.application.evidence;

import dev.cordon.domain.evidence.ledger.Lag;
import java.util.List;
import java.util.Optional;

/** What waits outside the ledger, and why. No evidence: only what people are shown. */
public interface Lags {

    Optional<Lag> of(String who);

    List<Lag> all();

    /** In the place of the one before. */
    void put(Lag lag);

    void over(String who);
}
