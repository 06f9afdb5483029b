package dev.cordon.infra.keycloak;

import dev.cordon.infra.keycloak.IdentityProvider.Client;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A Keycloak that others run: {@code CORDON_OIDC_ISSUER} and its companions.
 *
 * @param issuer the realm's address
 * @param clientSecret the secret of the console's client
 * @param directorySecret the secret of the client that reads the team
 */
@ConfigurationProperties("cordon.oidc")
record OidcSettings(
        @Nullable URI issuer,
        @DefaultValue("cordon") String clientId,
        @Nullable String clientSecret,
        @DefaultValue("cordon-directory") String directoryClientId,
        @Nullable String directorySecret) {

    IdentityProvider provider() {
        if (issuer == null || !issuer.toString().matches("https?://[^/]+.*/realms/[^/]+")) {
            throw new IllegalStateException(
                    "CORDON_OIDC_ISSUER is not the address of a Keycloak realm, such as"
                            + " https://id.example.org/realms/cordon: "
                            + issuer);
        }
        return new IdentityProvider(
                issuer,
                new Client(clientId, present("CORDON_OIDC_CLIENT_SECRET", clientSecret)),
                new Client(
                        directoryClientId,
                        present("CORDON_OIDC_DIRECTORY_SECRET", directorySecret)));
    }

    private static String present(String name, @Nullable String secret) {
        if (secret == null || secret.isBlank()) {
            throw new IllegalStateException(
                    name
                            + " is missing: take the client's secret from Keycloak and set it, or"
                            + " leave CORDON_OIDC_ISSUER out for a Keycloak of Cordon's own");
        }
        return secret;
    }
}
