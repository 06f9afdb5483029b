package dev.cordon.infra.keycloak;

import dev.cordon.application.people.PeopleDirectory;
import dev.cordon.domain.people.Person;
import dev.cordon.domain.people.Role;
import dev.cordon.infra.security.Grants;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.representations.idm.UserRepresentation;

/**
 * The team as Keycloak knows it: whoever holds one of our roles, directly or through a group.
 *
 * <p>An answer is kept for some seconds, so that a busy screen costs Keycloak one reading; a role
 * that was taken away is gone after that time.
 */
class KeycloakPeopleDirectory implements PeopleDirectory {

    static final Duration FRESH = Duration.ofSeconds(10);

    private final RoleMembers members;
    private final Grants grants;
    private final InstantSource clock;
    private Team team = new Team(List.of(), Instant.MIN);

    KeycloakPeopleDirectory(RoleMembers members, Grants grants, InstantSource clock) {
        this.members = members;
        this.grants = grants;
        this.clock = clock;
    }

    @Override
    public List<Person> people() {
        return team().stream()
                .map(this::person)
                .sorted(Comparator.comparing(Person::username))
                .toList();
    }

    @Override
    public Optional<Person> find(String username) {
        var wanted = username.toLowerCase(Locale.ROOT);
        return team().stream()
                .filter(member -> member.username().equals(wanted))
                .findFirst()
                .map(this::person);
    }

    /** For which stores somebody holds a role is ours to say, and is never old. */
    private Person person(Member member) {
        return new Person(
                member.username(),
                member.displayName(),
                member.email(),
                member.active(),
                grants.of(member.username(), member.roles()),
                member.language());
    }

    private synchronized List<Member> team() {
        var now = clock.instant();
        if (!now.isBefore(team.freshUntil())) {
            team = new Team(read(), now.plus(FRESH));
        }
        return team.members();
    }

    private List<Member> read() {
        Map<String, UserRepresentation> users = new HashMap<>();
        Map<String, Set<String>> roles = new HashMap<>();
        for (var role : Role.values()) {
            for (var user : members.of(role.id())) {
                var username = user.getUsername().toLowerCase(Locale.ROOT);
                users.put(username, user);
                roles.computeIfAbsent(username, _ -> new HashSet<>()).add(role.id());
            }
        }
        return users.entrySet().stream()
                .map(
                        user ->
                                Member.of(
                                        user.getKey(),
                                        user.getValue(),
                                        roles.getOrDefault(user.getKey(), Set.of())))
                .toList();
    }

    private record Team(List<Member> members, Instant freshUntil) {}

    private record Member(
            String username,
            String displayName,
            String email,
            boolean active,
            Set<String> roles,
            @Nullable Locale language) {

        /** Where Keycloak keeps the language that somebody chose. */
        private static final String LOCALE = "locale";

        static Member of(String username, UserRepresentation user, Set<String> roles) {
            var name = (orEmpty(user.getFirstName()) + " " + orEmpty(user.getLastName())).strip();
            return new Member(
                    username,
                    name.isEmpty() ? username : name,
                    orEmpty(user.getEmail()),
                    Boolean.TRUE.equals(user.isEnabled()),
                    Set.copyOf(roles),
                    language(user.firstAttribute(LOCALE)));
        }

        private static @Nullable Locale language(@Nullable String tag) {
            return tag == null || tag.isBlank() ? null : Locale.forLanguageTag(tag);
        }

        private static String orEmpty(@Nullable String text) {
            return text == null ? "" : text;
        }
    }
}
