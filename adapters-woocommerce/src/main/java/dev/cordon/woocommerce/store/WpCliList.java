package dev.cordon.woocommerce.store;

import dev.cordon.domain.store.ShellOutput;
import dev.cordon.domain.store.StoreAnswer;
import dev.cordon.domain.store.StoreFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a WP-CLI command lists with {@code --format=json}. A plugin may print something before it;
 * the list is the line that is one.
 */
final class WpCliList {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private WpCliList() {}

    /**
     * @param command its name, for people
     */
    static <T> StoreAnswer<List<T>> of(
            String command, ShellOutput said, Function<JsonNode, T> read) {
        var line = said.out().lines().filter(each -> each.startsWith("[")).findFirst();
        if (line.isEmpty()) {
            return new StoreAnswer.Failed<>(
                    said.exit() == 0
                            ? new StoreFailure.NotUnderstood(command + " listed nothing")
                            : new StoreFailure.CommandFailed(command, said.exit()));
        }
        try {
            var items = new ArrayList<T>();
            for (var item : JSON.readTree(line.get())) {
                items.add(read.apply(item));
            }
            return new StoreAnswer.Ok<>(List.copyOf(items));
        } catch (JacksonException | Records.Unreadable e) {
            return new StoreAnswer.Failed<>(
                    new StoreFailure.NotUnderstood(command + " listed what is no list"));
        }
    }
}
