package dev.cordon.infra.intake.payment;

import dev.cordon.application.detection.PaymentWebhooks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the doors for webhooks of payment providers. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PaymentSettings.class)
class PaymentConfiguration {

    @Bean
    PayPalCertificates payPalCertificates() {
        return new HttpPayPalCertificates();
    }

    @Bean
    PaymentWebhooks paymentWebhooks(
            PaymentSettings settings, PayPalCertificates certificates, InstantSource clock) {
        return new SignedWebhooks(new PayPalSigner(certificates, roots(settings), clock), clock);
    }

    private static Set<TrustAnchor> roots(PaymentSettings settings) {
        try {
            var found = settings.paypalRoots().isBlank() ? javas() : in(settings.paypalRoots());
            return found.stream()
                    .map(root -> new TrustAnchor(root, null))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(
                    "cordon.payments.paypal-roots: no certificates can be read from "
                            + settings.paypalRoots(),
                    e);
        }
    }

    private static List<X509Certificate> in(String file)
            throws IOException, GeneralSecurityException {
        return SignerChain.certificates(Files.readAllBytes(Path.of(file)));
    }

    private static List<X509Certificate> javas() throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        return Arrays.stream(factory.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .flatMap(each -> Arrays.stream(each.getAcceptedIssuers()))
                .toList();
    }
}
