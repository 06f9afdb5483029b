package dev.cordon.woocommerce.store;

import dev.cordon.domain.store.ShellOutput;
import dev.cordon.domain.store.StoreAnswer;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** {@code wp user list}: accounts with their roles. */
final class WpCliUsers {

    private WpCliUsers() {}

    /** An account; its text form names nobody. */
    record User(long id, String login, List<String> roles) {

        @Override
        public String toString() {
            return "user " + id;
        }
    }

    static StoreAnswer<List<User>> of(ShellOutput said) {
        return WpCliList.of("wp user list", said, WpCliUsers::user);
    }

    private static User user(JsonNode item) {
        var login = item.path("user_login").asString("");
        if (login.isEmpty() || !item.path("ID").isNumber()) {
            throw new Records.Unreadable("a user has no number or name");
        }
        return new User(
                item.path("ID").asLong(),
                login,
                Arrays.stream(item.path("roles").asString("").split(","))
                        .filter(role -> !role.isEmpty())
                        .toList());
    }
}
