package dev.cordon.infra.keycloak;

import dev.cordon.application.people.PeopleDirectory;
import dev.cordon.infra.folder.DataFolder;
import dev.cordon.infra.security.Grants;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.security.core.authority.mapping.GrantedAuthoritiesMapper;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistration.ClientSettings;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;

/** Login and team of the real program, from whichever Keycloak serves it. */
@Configuration(proxyBeanMethods = false)
@Profile("run")
@EnableConfigurationProperties({OidcSettings.class, OwnKeycloakSettings.class})
class KeycloakLogin {

    /** The registration's name, as in the login's path. */
    static final String REGISTRATION = "keycloak";

    @Bean
    @ConditionalOnProperty("cordon.oidc.issuer")
    IdentityProvider namedProvider(OidcSettings settings) {
        return settings.provider();
    }

    /** Nobody was named: a Keycloak of Cordon's own. */
    // Scanned by itself too, so it says its profile itself.
    @Configuration(proxyBeanMethods = false)
    @Profile("run")
    @Conditional(NobodyNamed.class)
    static class Own {
        @Bean
        OwnKeycloak ownKeycloak(OwnKeycloakSettings settings, DataFolder folder) {
            return OwnKeycloak.prepare(settings, folder.folder("keycloak"));
        }

        @Bean
        IdentityProvider ownProvider(OwnKeycloak keycloak) {
            return keycloak.provider();
        }
    }

    /** Asked at the first login, not at the start: Cordon is up while Keycloak still starts. */
    @Bean
    ClientRegistrationRepository registrations(IdentityProvider provider) {
        return new SupplierClientRegistrationRepository(
                () -> new InMemoryClientRegistrationRepository(registration(provider)));
    }

    private static ClientRegistration registration(IdentityProvider provider) {
        return ClientRegistrations.fromOidcIssuerLocation(provider.issuer().toString())
                .registrationId(REGISTRATION)
                .clientId(provider.console().id())
                .clientSecret(provider.console().secret())
                .scope("openid", "profile", "email")
                .userNameAttributeName("preferred_username")
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .build();
    }

    private static class NobodyNamed extends NoneNestedConditions {
        NobodyNamed() {
            super(ConfigurationPhase.REGISTER_BEAN);
        }

        @ConditionalOnProperty("cordon.oidc.issuer")
        private static class Named {}
    }

    @Bean
    GrantedAuthoritiesMapper realmRoles() {
        return new RealmRoles();
    }

    @Bean
    RoleMembers roleMembers(IdentityProvider provider) {
        return new RoleMembers(provider);
    }

    @Bean
    PeopleDirectory keycloakPeople(RoleMembers members, Grants grants, InstantSource clock) {
        return new KeycloakPeopleDirectory(members, grants, clock);
    }
}
