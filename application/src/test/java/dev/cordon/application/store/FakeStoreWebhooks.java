package dev.cordon.application.store;

import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreAnswer;
import dev.cordon.domain.store.StoreFailure;
import dev.cordon.domain.store.mirror.StoreWebhook;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A store that keeps webhooks, and switches them off as a test says. */
public final class FakeStoreWebhooks implements StoreWebhooks {

    private final List<StoreWebhook> all = new ArrayList<>();
    private final List<String> secrets = new ArrayList<>();
    private @Nullable StoreFailure failure;
    private long last;

    public List<StoreWebhook> kept() {
        return List.copyOf(all);
    }

    /** What each was added with, in order. */
    public List<String> secrets() {
        return List.copyOf(secrets);
    }

    /** From now on nothing is answered, or again if null. */
    public void fail(@Nullable StoreFailure with) {
        failure = with;
    }

    /** As a store does after six failures. */
    public void switchOff(String topic) {
        all.replaceAll(
                each ->
                        each.topic().equals(topic)
                                ? new StoreWebhook(each.id(), topic, each.address(), false)
                                : each);
    }

    @Override
    public StoreAnswer<List<StoreWebhook>> all(Store store) {
        return failure == null ? new StoreAnswer.Ok<>(kept()) : new StoreAnswer.Failed<>(failure);
    }

    @Override
    public StoreAnswer<StoreWebhook> add(
            Store store, String name, String topic, String address, String secret) {
        if (failure != null) {
            return new StoreAnswer.Failed<>(failure);
        }
        var added = new StoreWebhook(++last, topic, address, true);
        all.add(added);
        secrets.add(secret);
        return new StoreAnswer.Ok<>(added);
    }

    @Override
    public StoreAnswer<StoreWebhook> remove(Store store, long id) {
        var there = all.stream().filter(each -> each.id() == id).findFirst();
        all.removeIf(each -> each.id() == id);
        return there.<StoreAnswer<StoreWebhook>>map(StoreAnswer.Ok::new)
                .orElse(new StoreAnswer.Failed<>(new StoreFailure.NotThere("invalid_id")));
    }
}
