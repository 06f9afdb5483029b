package dev.cordon.application.store;

import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.store.mirror.WebhooksState;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@link MirrorWebhooks} without a database. */
final class InMemoryMirrorWebhooks implements MirrorWebhooks {

    private final Map<StoreId, String> secrets = new HashMap<>();
    private final Map<StoreId, WebhooksState> states = new HashMap<>();
    private final Set<Sha256> told = new HashSet<>();

    @Override
    public String secretFor(StoreId store) {
        return secrets.computeIfAbsent(store, _ -> "secret " + (secrets.size() + 1));
    }

    @Override
    public Optional<String> secret(StoreId store) {
        return Optional.ofNullable(secrets.get(store));
    }

    @Override
    public WebhooksState state(StoreId store) {
        return states.getOrDefault(store, WebhooksState.NONE);
    }

    @Override
    public void checked(StoreId store, boolean repaired, Instant at) {
        var before = state(store);
        states.put(
                store,
                new WebhooksState(
                        at,
                        before.repaired() + (repaired ? 1 : 0),
                        repaired ? at : before.repairedAt(),
                        before.toldAt(),
                        null));
    }

    @Override
    public void stopped(StoreId store, String why) {
        var before = state(store);
        states.put(
                store,
                new WebhooksState(
                        before.checkedAt(),
                        before.repaired(),
                        before.repairedAt(),
                        before.toldAt(),
                        why));
    }

    @Override
    public boolean told(StoreId store, Sha256 body, Actor by, Instant at) {
        return told.add(body);
    }

    @Override
    public void forget(StoreId store) {
        secrets.remove(store);
        states.remove(store);
    }
}
