package dev.cordon.domain.store;

import java.util.function.Function;

/** What came of asking a store: the answer, or why there is none. */
public sealed interface StoreAnswer<T> {

    record Ok<T>(T value) implements StoreAnswer<T> {}

    record Failed<T>(StoreFailure why) implements StoreAnswer<T> {}

    default <R> StoreAnswer<R> map(Function<T, R> change) {
        return switch (this) {
            case Ok<T>(var value) -> new Ok<>(change.apply(value));
            case Failed<T>(var why) -> new Failed<>(why);
        };
    }
}
