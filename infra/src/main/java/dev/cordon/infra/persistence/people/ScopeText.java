package dev.cordon.infra.persistence.people;

import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.StoreScope;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A store scope as one readable text: {@code all}, or the stores' ids in order. */
final class ScopeText {

    private static final String ALL = "all";

    private ScopeText() {}

    static String of(StoreScope scope) {
        return switch (scope) {
            case StoreScope.All _ -> ALL;
            case StoreScope.Only(var stores) ->
                    stores.stream()
                            .map(StoreId::toString)
                            .sorted()
                            .collect(Collectors.joining(","));
        };
    }

    static StoreScope parse(String text) {
        return text.equals(ALL)
                ? StoreScope.ALL
                : new StoreScope.Only(
                        Arrays.stream(text.split(","))
                                .filter(id -> !id.isEmpty())
                                .map(StoreId::of)
                                .collect(Collectors.toSet()));
    }
}
