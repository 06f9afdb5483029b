package dev.cordon.infra.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.infra.bootstrap.FreePort;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keycloak.representations.idm.UserRepresentation;

class OwnKeycloakIT {

    @TempDir Path data;

    @Test
    void itsPeopleAndSecretsOutliveTheProgram() throws Exception {
        var settings =
                new OwnKeycloakSettings(KeycloakServer.requireDistribution(), FreePort.next());

        try (var first = OwnKeycloak.prepare(settings, data)) {
            first.start();
            assertThat(administrators(first)).containsExactly(OwnRealm.FIRST_USER);
        }
        try (var second = OwnKeycloak.prepare(settings, data)) {
            second.start();
            assertThat(administrators(second)).containsExactly(OwnRealm.FIRST_USER);
        }

        assertThat(Files.list(data.resolve("server")))
                .noneMatch(file -> file.endsWith("keycloak.pid"));
    }

    @Test
    void itsSecretsAreTheOwnersAloneAndInNoRealmFile() throws Exception {
        var secrets = OwnSecrets.of(data);

        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(data.resolve("secrets.properties"))))
                .isEqualTo("rw-------");
        assertThat(OwnSecrets.of(data)).isEqualTo(secrets);
        assertThat(OwnRealm.json())
                .doesNotContain(secrets.console(), secrets.directory(), secrets.firstLogin())
                .contains("${CORDON_CONSOLE_SECRET}");
        assertThat(secrets.toString()).isEqualTo("OwnSecrets[]");
    }

    private static Iterable<String> administrators(OwnKeycloak keycloak) {
        try (var members = new RoleMembers(keycloak.provider())) {
            return members.of("administrator").stream()
                    .map(UserRepresentation::getUsername)
                    .toList();
        }
    }
}
