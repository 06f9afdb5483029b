package dev.cordon.infra.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.application.people.StoreScopes;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.people.Grant;
import dev.cordon.domain.people.Permission;
import dev.cordon.domain.people.Person;
import dev.cordon.domain.people.Role;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

class DemoPeopleTest {

    private final DemoPeople people =
            new DemoPeople(new Grants(new EveryStore()), new DemoSettings("cordon-demo"));

    @Test
    void everyRoleHasOnePerson() {
        assertThat(people.people())
                .flatExtracting(Person::grants)
                .extracting(Grant::role)
                .containsExactlyInAnyOrder(Role.values());
    }

    @Test
    void twoPeopleMayApproveANotice() {
        assertThat(people.whoMay(Permission.CAMPAIGN_APPROVE))
                .extracting(Person::username)
                .containsExactly("paul", "dina");
    }

    @Test
    void everyPersonLogsInWithTheDemonstrationsPassword() {
        var passwords = new BCryptPasswordEncoder();
        var users = new DemoLogin().demoUsers(people, passwords);

        assertThat(people.people())
                .allSatisfy(
                        person -> {
                            var user = users.loadUserByUsername(person.username());
                            assertThat(passwords.matches("cordon-demo", user.getPassword()))
                                    .isTrue();
                            assertThat(user.getAuthorities())
                                    .extracting(Object::toString)
                                    .containsExactly(
                                            "ROLE_" + person.grants().getFirst().role().id());
                        });
    }

    private static class EveryStore implements StoreScopes {
        @Override
        public StoreScope of(String username, Role role) {
            return StoreScope.ALL;
        }

        @Override
        public void limit(String username, Role role, Set<StoreId> stores) {}
    }
}
