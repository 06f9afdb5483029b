package dev.cordon.infra.http;

import dev.cordon.application.people.PeopleDirectory;
import dev.cordon.application.people.StoreScopes;
import dev.cordon.domain.people.Person;
import dev.cordon.domain.people.Role;
import dev.cordon.infra.security.Grants;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Primary;

/** Who works here, as the test says. */
@TestComponent
@Primary
class Team implements PeopleDirectory {

    private final Grants grants;
    private final Map<String, List<String>> roles = new HashMap<>();
    private boolean reachable = true;

    Team(StoreScopes scopes) {
        this.grants = new Grants(scopes);
    }

    void holds(String username, Role... held) {
        roles.put(username, java.util.Arrays.stream(held).map(Role::id).toList());
    }

    void leaves(String username) {
        roles.remove(username);
    }

    void isReachable(boolean now) {
        reachable = now;
    }

    @Override
    public List<Person> people() {
        if (!reachable) {
            throw new DirectoryUnreachable("the test unplugged it", null);
        }
        return roles.entrySet().stream()
                .map(
                        entry ->
                                new Person(
                                        entry.getKey(),
                                        entry.getKey(),
                                        "",
                                        true,
                                        grants.of(entry.getKey(), entry.getValue())))
                .toList();
    }

    @Override
    public Optional<Person> find(String username) {
        return people().stream().filter(person -> person.username().equals(username)).findFirst();
    }
}
