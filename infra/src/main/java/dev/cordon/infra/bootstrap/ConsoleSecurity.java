package dev.cordon.infra.bootstrap;

import static com.vaadin.flow.spring.security.VaadinSecurityConfigurer.vaadin;

import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * The console's doors: a form in the demonstration, Keycloak in the real program. Who may do what
 * is decided by the use cases; here only strangers are kept out.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class ConsoleSecurity {

    /** Vaadin's client starts by an inline script and evaluates what the server sends. */
    private static final String CONTENT_SECURITY =
            "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self'"
                    + " 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; object-src"
                    + " 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    private static final String[] OPEN = {"/actuator/health/**", "/cordon/**", "/favicon.ico"};

    @Bean
    @Profile("demo")
    SecurityFilterChain demoConsole(HttpSecurity http) {
        return open(http).with(vaadin(), console -> console.loginView("/login")).build();
    }

    /** Logging out here also logs out of Keycloak, and comes back to the login. */
    @Bean
    @Profile("run")
    SecurityFilterChain console(HttpSecurity http) {
        return open(http)
                .with(
                        vaadin(),
                        console ->
                                console.oauth2LoginPage(
                                        "/oauth2/authorization/keycloak", "{baseUrl}/"))
                .build();
    }

    private static HttpSecurity open(HttpSecurity http) {
        return http.authorizeHttpRequests(
                        pages ->
                                pages.dispatcherTypeMatchers(DispatcherType.ERROR)
                                        .permitAll()
                                        .requestMatchers(OPEN)
                                        .permitAll())
                .headers(ConsoleSecurity::headers);
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(
                        policy -> policy.policy("camera=(), geolocation=(), microphone=()"));
    }
}
