package dev.cordon.application.detection;

import dev.cordon.domain.detection.intake.HmacScheme;
import dev.cordon.domain.detection.intake.PaymentProvider;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks that a webhook is a provider's, and reads what it tells of. */
public interface PaymentWebhooks {

    /**
     * A webhook as it came in.
     *
     * @param headers by their names in lower case
     * @param body as it was sent, for that is what was signed
     * @param from the address that it came from, to count what it makes us do
     */
    record Delivery(
            PaymentProvider provider,
            Map<String, List<String>> headers,
            byte[] body,
            String from) {}

    /**
     * One of the secrets that hold.
     *
     * @param scheme how it is signed with; null for providers that have a form of their own
     */
    record Opened(String secret, @Nullable HmacScheme scheme) {
        @Override
        public String toString() {
            return "Opened[scheme=" + scheme + "]";
        }
    }

    /** What a webhook says. */
    sealed interface Reading {

        /**
         * Something happened.
         *
         * @param name the same for whatever tells of the same thing again
         * @param line of the format {@code events}, without what nobody needs: no card, no name, no
         *     mail address
         */
        record Told(String name, String line) implements Reading {}

        /** The provider tries whether anybody answers. Nobody signs that. */
        record Ping() implements Reading {}
    }

    /**
     * Nothing of the body is read before one of the secrets fits.
     *
     * @throws WebhookRefused if none of them fits, it is too old, or it cannot be understood
     */
    Reading read(Delivery delivery, List<Opened> secrets) throws WebhookRefused;
}
