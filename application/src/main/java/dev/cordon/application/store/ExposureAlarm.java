package dev.cordon.application.store;

import dev.cordon.domain.store.vulnerability.Exposure;

/** Tells people what is vulnerable in a store. */
public interface ExposureAlarm {

    /** One alert for each; in the running transaction. */
    void tell(Exposure exposure);
}
