package dev.cordon.infra.security;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the demonstration.
 *
 * @param password what all its users log in with; {@code CORDON_DEMO_PASSWORD}
 */
@ConfigurationProperties("cordon.demo")
record DemoSettings(@DefaultValue("cordon-demo") String password) {}
