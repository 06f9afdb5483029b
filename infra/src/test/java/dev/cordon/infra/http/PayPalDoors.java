package dev.cordon.infra.http;

import dev.cordon.infra.intake.payment.PayPalCa;
import dev.cordon.infra.intake.payment.PayPalCertificates;
import java.io.IOException;
import java.net.URI;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Primary;

/** PayPal's certificates, from a CA of the test's own, which the server trusts by its settings. */
@TestComponent
@Primary
class PayPalDoors implements PayPalCertificates {

    @Override
    public byte[] fetch(URI at) throws IOException {
        return PayPalCa.SHARED.fetch(at);
    }

    /** Names the root to the server. */
    static final class Root
            implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of("cordon.payments.paypal-roots=" + PayPalCa.SHARED.rootFile())
                    .applyTo(context);
        }
    }
}
