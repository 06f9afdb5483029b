package dev.cordon.infra.intake.payment;

import dev.cordon.domain.detection.intake.PaymentProvider;
import dev.cordon.domain.kernel.Sha256;
import org.jspecify.annotations.Nullable;

/** What webhooks are known by, so that none is taken twice. */
final class Names {

    private Names() {}

    /**
     * @param id of the event, or of the thing that several events tell of; without one the body
     *     stands for it
     */
    static String of(PaymentProvider provider, @Nullable String id, byte[] body) {
        return "webhook/" + provider.word() + "/" + (id == null ? Sha256.of(body).hex() : id);
    }
}
