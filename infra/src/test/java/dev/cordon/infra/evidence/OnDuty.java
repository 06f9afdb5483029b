package dev.cordon.infra.evidence;

import dev.cordon.application.people.PeopleDirectory;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.people.Grant;
import dev.cordon.domain.people.Person;
import dev.cordon.domain.people.Role;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** One person who commands incidents, and who reads in no language that anybody knows of. */
@TestConfiguration(proxyBeanMethods = false)
class OnDuty {

    private static final Person CARLA =
            new Person(
                    "carla",
                    "Carla",
                    "carla@shop.example",
                    true,
                    List.of(new Grant(Role.INCIDENT_COMMANDER, StoreScope.ALL)));

    @Bean
    @Primary
    PeopleDirectory whoIsOnDuty() {
        return new PeopleDirectory() {
            @Override
            public List<Person> people() {
                return List.of(CARLA);
            }

            @Override
            public Optional<Person> find(String username) {
                return people().stream()
                        .filter(person -> person.username().equals(username))
                        .findFirst();
            }
        };
    }
}
