package dev.cordon.infra.security;

import dev.cordon.application.people.DemoTeam;
import dev.cordon.application.people.PeopleDirectory;
import dev.cordon.domain.people.Person;
import dev.cordon.domain.people.Role;
import java.util.List;
import java.util.Optional;

/** The demonstration's directory: six people, one for each role. */
class DemoPeople implements PeopleDirectory, DemoTeam {

    private static final List<Member> MEMBERS =
            List.of(
                    new Member("rita", "Rita Brandt", Role.RESPONDER),
                    new Member("carla", "Carla Weiss", Role.INCIDENT_COMMANDER),
                    new Member("paul", "Paul Arendt", Role.COMMUNICATIONS_APPROVER),
                    new Member("dina", "Dina Kaya", Role.PRIVACY_OFFICER),
                    new Member("amira", "Amira Haddad", Role.AUDITOR),
                    new Member("adam", "Adam Novak", Role.ADMINISTRATOR));

    private final Grants grants;
    private final DemoSettings settings;

    DemoPeople(Grants grants, DemoSettings settings) {
        this.grants = grants;
        this.settings = settings;
    }

    @Override
    public List<Person> people() {
        return MEMBERS.stream().map(this::person).toList();
    }

    @Override
    public Optional<Person> find(String username) {
        return MEMBERS.stream()
                .filter(member -> member.username().equalsIgnoreCase(username))
                .findFirst()
                .map(this::person);
    }

    private Person person(Member member) {
        return new Person(
                member.username(),
                member.displayName(),
                member.username() + "@demo.example",
                true,
                grants.of(member.username(), List.of(member.role().id())));
    }

    @Override
    public List<Person> members() {
        return people();
    }

    @Override
    public String password() {
        return settings.password();
    }

    private record Member(String username, String displayName, Role role) {}
}
