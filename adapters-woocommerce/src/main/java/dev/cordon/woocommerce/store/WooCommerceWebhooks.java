package dev.cordon.woocommerce.store;

import dev.cordon.application.store.StoreCredentials;
import dev.cordon.application.store.StoreWebhooks;
import dev.cordon.domain.store.PageCursor;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreAnswer;
import dev.cordon.domain.store.StoreFailure;
import dev.cordon.domain.store.StorePage;
import dev.cordon.domain.store.mirror.StoreWebhook;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Webhooks through WooCommerce's REST API v3, which never shows what one signs with. */
public final class WooCommerceWebhooks implements StoreWebhooks {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String FIELDS = "id,topic,delivery_url,status";

    /** A store with more has another trouble. */
    private static final int MOST_PAGES = 20;

    private final StoreClient client;
    private final StoreCalls calls;
    private final StoreCredentials credentials;
    private final int pageSize;

    public WooCommerceWebhooks(
            StoreClientSettings settings,
            StoreTurns turns,
            StoreCredentials credentials,
            InstantSource clock) {
        this.calls = new StoreCalls(settings, turns, clock);
        this.client = new StoreClient(calls, credentials);
        this.credentials = credentials;
        this.pageSize = settings.pageSize();
    }

    @Override
    public StoreAnswer<List<StoreWebhook>> all(Store store) {
        var all = new ArrayList<StoreWebhook>();
        @Nullable PageCursor from = PageCursor.START;
        for (int pages = 0; from != null && pages < MOST_PAGES; pages++) {
            var query = StoreClient.webhooks().page(from, pageSize).with("_fields", FIELDS);
            switch (Reading.page(
                    client.woo(store, query),
                    from,
                    pageSize,
                    WooCommerceWebhooks::webhook,
                    _ -> true)) {
                case StoreAnswer.Ok<StorePage<StoreWebhook>>(var page) -> {
                    all.addAll(page.items());
                    from = page.next();
                }
                case StoreAnswer.Failed<StorePage<StoreWebhook>>(var why) -> {
                    return new StoreAnswer.Failed<>(why);
                }
            }
        }
        return new StoreAnswer.Ok<>(List.copyOf(all));
    }

    @Override
    public StoreAnswer<StoreWebhook> add(
            Store store, String name, String topic, String address, String secret) {
        var wish =
                Map.of(
                        "name", name,
                        "topic", topic,
                        "delivery_url", address,
                        "secret", secret,
                        "status", "active");
        return send(store, "POST", StoreClient.webhooks(), JSON.writeValueAsBytes(wish));
    }

    /** Without {@code force} WooCommerce answers that webhooks know no trash. */
    @Override
    public StoreAnswer<StoreWebhook> remove(Store store, long id) {
        var one = Query.of(StoreClient.webhooks().reference() + "/" + id).with("force", "true");
        return send(store, "DELETE", one, new byte[0]);
    }

    private StoreAnswer<StoreWebhook> send(Store store, String method, Query query, byte[] body) {
        var credential = credentials.of(store.id()).forWooCommerce();
        if (credential == null) {
            return new StoreAnswer.Failed<>(
                    new StoreFailure.NoCredential("WooCommerce key or application password"));
        }
        return Reading.one(
                calls.send(store.url(), method, query.reference(), credential, body),
                WooCommerceWebhooks::webhook);
    }

    private static StoreWebhook webhook(JsonNode item) {
        var id = item.path("id").asLong(0);
        if (id <= 0) {
            throw new Records.Unreadable("a webhook has no id");
        }
        return new StoreWebhook(
                id,
                item.path("topic").asString(""),
                item.path("delivery_url").asString(""),
                item.path("status").asString("").equals("active"));
    }
}
