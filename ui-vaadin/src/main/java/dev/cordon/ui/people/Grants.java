package dev.cordon.ui.people;

import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.people.Grant;
import dev.cordon.domain.people.Person;
import dev.cordon.ui.kernel.Words;
import java.util.stream.Collectors;

/** Somebody's roles in words, with the stores they are held for. */
public final class Grants {

    private Grants() {}

    public static String text(Person person) {
        var words = Words.here();
        return person.grants().isEmpty()
                ? words.text("people.no-role")
                : person.grants().stream()
                        .map(grant -> text(grant, words))
                        .collect(Collectors.joining(", "));
    }

    private static String text(Grant grant, Words words) {
        return switch (grant.scope()) {
            case StoreScope.All _ -> words.of(grant.role());
            case StoreScope.Only(var stores) ->
                    words.text("people.role.some", words.of(grant.role()), stores.size());
        };
    }
}
