package dev.cordon.woocommerce.store;

import dev.cordon.domain.store.PageCursor;
import dev.cordon.domain.store.StoreAnswer;
import dev.cordon.domain.store.StoreFailure;
import dev.cordon.domain.store.StorePage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Makes records of replies; what cannot be read is a failure like any other. */
final class Reading {

    private Reading() {}

    static <T> StoreAnswer<T> one(StoreAnswer<StoreReply> answer, Function<JsonNode, T> read) {
        return understood(answer, reply -> read.apply(reply.json()));
    }

    static <T> StoreAnswer<List<T>> all(
            StoreAnswer<StoreReply> answer, Function<JsonNode, T> read) {
        return understood(answer, reply -> items(reply, read));
    }

    /**
     * @param size how many items the page was asked for
     * @param wanted what to leave in: a store's filter is coarser than ours
     */
    static <T> StoreAnswer<StorePage<T>> page(
            StoreAnswer<StoreReply> answer,
            PageCursor from,
            int size,
            Function<JsonNode, T> read,
            Predicate<T> wanted) {
        return understood(
                answer,
                reply -> {
                    var items = items(reply, read);
                    // A proxy may have cut the header out: then a full page means that more follow.
                    long pages =
                            reply.count("X-WP-TotalPages")
                                    .orElse(items.size() == size ? Long.MAX_VALUE : 0);
                    return new StorePage<>(
                            items.stream().filter(wanted).toList(),
                            from.page() < pages ? from.next() : null,
                            reply.count("X-WP-Total").orElse(items.size()));
                });
    }

    private static <T> List<T> items(StoreReply reply, Function<JsonNode, T> read) {
        if (!reply.json().isArray()) {
            throw new Records.Unreadable("a list was expected");
        }
        var items = new ArrayList<T>();
        for (var item : reply.json()) {
            items.add(read.apply(item));
        }
        return items;
    }

    private static <T> StoreAnswer<T> understood(
            StoreAnswer<StoreReply> answer, Function<StoreReply, T> read) {
        try {
            return answer.map(read);
        } catch (Records.Unreadable e) {
            return new StoreAnswer.Failed<>(
                    new StoreFailure.NotUnderstood(String.valueOf(e.getMessage())));
        }
    }
}
