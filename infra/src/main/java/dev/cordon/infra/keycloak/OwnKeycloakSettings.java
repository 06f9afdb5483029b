package dev.cordon.infra.keycloak;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where a Keycloak of Cordon's own comes from and where it answers.
 *
 * @param home the prepared distribution; {@code CORDON_KEYCLOAK_HOME}, set by the launcher
 * @param port on loopback; {@code CORDON_KEYCLOAK_PORT}. The same at every start: it is a part of
 *     the issuer's name
 */
@ConfigurationProperties("cordon.keycloak")
record OwnKeycloakSettings(@Nullable Path home, @DefaultValue("8180") int port) {}
