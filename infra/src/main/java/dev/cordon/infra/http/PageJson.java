package dev.cordon.infra.http;

import dev.cordon.application.kernel.Page;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a list.
 *
 * @param next to send as {@code after} for what follows; absent at the end
 */
public record PageJson<T>(List<T> items, @Nullable String next) {

    public static <S, T> PageJson<T> of(Page<S> page, Function<S, T> shape) {
        return new PageJson<>(page.items().stream().map(shape).toList(), page.next());
    }

    /** What to read, from a request's {@code limit} and {@code after}. */
    public static Page.Request request(int limit, @Nullable String after) {
        return new Page.Request(limit, after);
    }
}
