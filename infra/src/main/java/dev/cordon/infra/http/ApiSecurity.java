package dev.cordon.infra.http;

import dev.cordon.infra.security.SourceTokenLogin;
import dev.cordon.infra.security.TokenLogin;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The API's door: a token each time, no session, no cookie, and so no forged requests either. */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {

    private static final String NOTHING_RUNS =
            "default-src 'none'; frame-ancestors 'none'; sandbox";

    @Bean
    @Order(1)
    SecurityFilterChain api(
            HttpSecurity http,
            TokenLogin tokens,
            SourceTokenLogin sources,
            Unauthenticated unauthenticated,
            Problems problems,
            IdempotencyKeys keys,
            InstantSource clock) {
        var rate = new RequestRate(300, Duration.ofMillis(50), clock);
        return http.securityMatcher("/api/**", "/ingest/**")
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(
                        sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(
                        headers ->
                                headers.contentSecurityPolicy(
                                                policy -> policy.policyDirectives(NOTHING_RUNS))
                                        .referrerPolicy(
                                                policy ->
                                                        policy.policy(ReferrerPolicy.NO_REFERRER)))
                .exceptionHandling(errors -> errors.authenticationEntryPoint(unauthenticated))
                .authorizeHttpRequests(
                        requests ->
                                requests.requestMatchers(ApiPaths.CONTRACT + "*")
                                        .permitAll()
                                        .requestMatchers(
                                                HttpMethod.POST,
                                                ApiPaths.WEBHOOKS,
                                                ApiPaths.SENSORS,
                                                ApiPaths.CHANGED_ORDERS)
                                        .permitAll()
                                        .anyRequest()
                                        .authenticated())
                .addFilterBefore(
                        new BearerTokenFilter(tokens, sources, unauthenticated, problems),
                        AuthorizationFilter.class)
                .addFilterAfter(new RequestLimits(rate, problems), AuthorizationFilter.class)
                .addFilterAfter(new IdempotentRequests(keys, problems), RequestLimits.class)
                .build();
    }
}
