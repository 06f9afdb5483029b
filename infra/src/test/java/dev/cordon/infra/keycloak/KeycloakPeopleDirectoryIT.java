package dev.cordon.infra.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cordon.application.people.PeopleDirectory.DirectoryUnreachable;
import dev.cordon.application.people.StoreScopes;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.people.Permission;
import dev.cordon.domain.people.Person;
import dev.cordon.domain.people.Role;
import dev.cordon.infra.keycloak.IdentityProvider.Client;
import dev.cordon.infra.security.Grants;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(KeycloakServer.class)
class KeycloakPeopleDirectoryIT {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private RoleMembers members;
    private KeycloakPeopleDirectory directory;

    @BeforeEach
    void connect() {
        members =
                new RoleMembers(provider(KeycloakServer.issuer(), KeycloakServer.DIRECTORY_SECRET));
        directory = directoryOf(members);
    }

    @AfterEach
    void disconnect() {
        members.close();
    }

    @Test
    void itKnowsWhoMayApproveNotices() {
        var approvers = directory.whoMay(Permission.CAMPAIGN_APPROVE);

        assertThat(approvers).extracting(Person::username).containsExactly("dina", "paul");
        assertThat(approvers).extracting(Person::displayName).contains("Paul Arendt");
    }

    @Test
    void itKnowsTheTeamAlsoThroughGroupsAndTheGroupsBelowThem() {
        var team = directory.people();

        assertThat(team)
                .extracting(Person::username)
                .containsExactly(
                        "adam", "amira", "carla", "dina", "gone", "grouped", "nested", "paul",
                        "rita");
        assertThat(directory.find("nested").orElseThrow().access().may(Permission.INCIDENT_RESPOND))
                .isTrue();
    }

    @Test
    void itKnowsInWhichLanguageSomebodyReadsIfTheyChoseOne() {
        assertThat(directory.find("rita").orElseThrow().language()).isEqualTo(Locale.GERMAN);
        assertThat(directory.find("nested").orElseThrow().language()).isEqualTo(Locale.GERMAN);
        assertThat(directory.find("paul").orElseThrow().language()).isNull();
    }

    @Test
    void whoeverHasNoRoleIsNotOnTheTeam() {
        assertThat(directory.find("nobody")).isEmpty();
    }

    @Test
    void whoeverMayNoLongerLogInMayNothing() {
        var gone = directory.find("gone").orElseThrow();

        assertThat(gone.active()).isFalse();
        assertThat(gone.access().permissions()).isEmpty();
    }

    @Test
    void aWrongSecretIsAnUnreachableDirectoryAndNeverAnEmptyTeam() {
        try (var wrong = new RoleMembers(provider(KeycloakServer.issuer(), "wrong"))) {
            assertThatExceptionOfType(DirectoryUnreachable.class)
                    .isThrownBy(() -> directoryOf(wrong).people())
                    .withMessageContaining("cordon-directory")
                    .withMessageNotContaining("wrong");
        }
    }

    @Test
    void aServerThatIsNotThereIsAnUnreachableDirectory() {
        var nowhere = URI.create("http://127.0.0.1:1/realms/cordon");
        try (var absent = new RoleMembers(provider(nowhere, "secret"))) {
            assertThatExceptionOfType(DirectoryUnreachable.class)
                    .isThrownBy(() -> directoryOf(absent).people());
        }
    }

    private static IdentityProvider provider(URI issuer, String secret) {
        return new IdentityProvider(
                issuer, new Client("cordon", ""), new Client("cordon-directory", secret));
    }

    private static KeycloakPeopleDirectory directoryOf(RoleMembers members) {
        return new KeycloakPeopleDirectory(members, new Grants(new EveryStore()), () -> NOON);
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
