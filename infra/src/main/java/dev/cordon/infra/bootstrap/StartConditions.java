package dev.cordon.infra.bootstrap;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/**
 * What must hold before anything starts: one of the two ways to run, and the demonstration, whose
 * password everybody knows, out of everybody's reach.
 */
@Configuration(proxyBeanMethods = false)
class StartConditions {

    @Bean
    static BeanFactoryPostProcessor startConditionsCheck(Environment environment) {
        return _ -> check(environment);
    }

    static void check(Environment environment) {
        var demo = environment.acceptsProfiles(Profiles.of("demo"));
        var run = environment.acceptsProfiles(Profiles.of("run"));
        if (demo == run) {
            throw new RefusedToStart(
                    demo
                            ? "Cordon was told to run for real and as a demonstration at once."
                            : "Cordon was not told whether to run for real or as a demonstration.",
                    "Start it with ./cordon run or with ./cordon demo.");
        }
        if (demo) {
            checkDemo(environment);
        }
    }

    private static void checkDemo(Environment environment) {
        var address = environment.getProperty("server.address");
        if (!isLoopback(address)) {
            throw new RefusedToStart(
                    "The demonstration would answer at "
                            + (address == null || address.isEmpty() ? "every address" : address)
                            + ", where others reach it; its users' password is no secret.",
                    "Leave CORDON_BIND out (or set 127.0.0.1), or run for real: ./cordon run.");
        }
        if (environment.containsProperty("cordon.oidc.issuer")) {
            throw new RefusedToStart(
                    "The demonstration was given a real identity provider (CORDON_OIDC_ISSUER), and"
                            + " would let its built-in users in beside it.",
                    "Leave CORDON_OIDC_ISSUER out, or run for real: ./cordon run.");
        }
    }

    private static boolean isLoopback(@Nullable String address) {
        try {
            return address != null
                    && !address.isEmpty()
                    && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
