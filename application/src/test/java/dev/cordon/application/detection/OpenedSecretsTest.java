package dev.cordon.application.detection;

import static dev.cordon.domain.detection.DetectionFixtures.BEGAN;
import static dev.cordon.domain.detection.DetectionFixtures.SOURCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.application.detection.PaymentWebhooks.Opened;
import dev.cordon.domain.detection.intake.PaymentProvider;
import dev.cordon.domain.detection.intake.PaymentSecret;
import dev.cordon.domain.kernel.Version;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OpenedSecretsTest {

    private final OpenedSecrets secrets = new OpenedSecrets(new Seal());

    @Test
    void oneThatWasTamperedWithClosesNoDoorToTheOthers() {
        var opened = secrets.of(List.of(sealed(1, "broken"), sealed(2, "sealed:whsec_2")));

        assertThat(opened).containsExactly(new Opened("whsec_2", null));
    }

    @Test
    void whereNoneOpensTheProviderIsNotToldThatItSignedWrongly() {
        assertThatThrownBy(() -> secrets.of(List.of(sealed(1, "broken"), sealed(2, "broken"))))
                .isInstanceOf(IllegalStateException.class);
    }

    private static PaymentSecret sealed(int number, String sealed) {
        return new PaymentSecret(
                new UUID(0, number),
                SOURCE.id(),
                PaymentProvider.STRIPE,
                sealed,
                null,
                BEGAN,
                false,
                Version.NEW);
    }

    /** {@link SecretSeal} that anybody can read. */
    private static final class Seal implements SecretSeal {

        private static final String MARK = "sealed:";

        @Override
        public String seal(UUID id, String secret) {
            return MARK + secret;
        }

        @Override
        public String open(UUID id, String sealed) {
            if (!sealed.startsWith(MARK)) {
                throw new IllegalArgumentException("it was changed");
            }
            return sealed.substring(MARK.length());
        }
    }
}
