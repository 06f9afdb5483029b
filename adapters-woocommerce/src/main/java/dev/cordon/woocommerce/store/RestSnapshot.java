package dev.cordon.woocommerce.store;

import dev.cordon.application.store.StoreCredentials;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreAnswer;
import dev.cordon.domain.store.StoreFailure;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the store's REST interfaces say of it now, each answer as it came but for its secrets. */
public final class RestSnapshot {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A question, and which of the two interfaces answers it. */
    private record Asked(Query query, BiFunction<Store, Query, StoreAnswer<StoreReply>> with) {}

    private final List<Asked> all;
    private final InstantSource clock;

    public RestSnapshot(
            StoreClientSettings settings,
            StoreTurns turns,
            StoreCredentials credentials,
            InstantSource clock) {
        var client = new StoreClient(new StoreCalls(settings, turns, clock), credentials);
        this.clock = clock;
        this.all =
                List.of(
                        new Asked(StoreClient.systemStatus(), client::woo),
                        new Asked(StoreClient.allGateways(), client::woo),
                        new Asked(StoreClient.webhooks().with("per_page", "100"), client::woo),
                        new Asked(StoreClient.plugins(), client::wordPress),
                        new Asked(StoreClient.themes(), client::wordPress),
                        new Asked(
                                StoreClient.users()
                                        .with("context", "edit")
                                        .with("roles", "administrator,shop_manager,editor")
                                        .with("per_page", "100"),
                                client::wordPress),
                        new Asked(StoreClient.siteSettings(), client::wordPress));
    }

    /** A JSON document in UTF-8 (RFC 8259); fails if no question was answered at all. */
    public StoreAnswer<byte[]> take(Store store) {
        var document = JSON.createObjectNode();
        document.put("store", store.url().toString());
        document.put("taken_at", clock.instant().toString());
        var answers = document.putArray("answers");
        boolean any = false;
        @Nullable StoreFailure first = null;
        for (var asked : all) {
            var entry = answers.addObject().put("route", asked.query().reference());
            switch (asked.with().apply(store, asked.query())) {
                case StoreAnswer.Ok<StoreReply>(var reply) -> {
                    any = true;
                    entry.set("answer", BlottedSecrets.in(reply.json()));
                }
                case StoreAnswer.Failed<StoreReply>(var why) -> {
                    first = first == null ? why : first;
                    refused(entry, why);
                }
            }
        }
        if (!any && first != null) {
            return new StoreAnswer.Failed<>(first);
        }
        return new StoreAnswer.Ok<>(
                JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(document));
    }

    private static void refused(ObjectNode entry, StoreFailure why) {
        entry.put("refused", why.whatHappened());
    }
}
