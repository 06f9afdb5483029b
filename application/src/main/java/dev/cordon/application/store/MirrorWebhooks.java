package dev.cordon.application.store;

import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.store.mirror.WebhooksState;
import java.time.Instant;
import java.util.Optional;

/** What Cordon knows of the webhooks by which stores tell their mirrors of changes. */
public interface MirrorWebhooks {

    /** What a store's webhooks sign with; made where there is none yet. */
    String secretFor(StoreId store);

    /** Empty if the store has no such webhooks. */
    Optional<String> secret(StoreId store);

    WebhooksState state(StoreId store);

    /**
     * Notes that all are there.
     *
     * @param repaired whether some had to be put there anew
     */
    void checked(StoreId store, boolean repaired, Instant at);

    /** Notes why they could not be looked after. */
    void stopped(StoreId store, String why);

    /**
     * Notes what was told and announces that orders were changed, unless it was told before.
     *
     * @param body the digest of what was told
     * @return whether it is new
     */
    boolean told(StoreId store, Sha256 body, Actor by, Instant at);

    /** Forgets the secret and all else about a store's webhooks. */
    void forget(StoreId store);
}
