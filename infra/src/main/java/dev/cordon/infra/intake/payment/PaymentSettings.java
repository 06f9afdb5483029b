package dev.cordon.infra.intake.payment;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param paypalRoots a file of certificates as PEM that PayPal's have to lead to; empty for those
 *     that Java trusts
 */
@ConfigurationProperties("cordon.payments")
record PaymentSettings(@DefaultValue("") String paypalRoots) {}
