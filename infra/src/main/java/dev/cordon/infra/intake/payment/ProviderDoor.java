package dev.cordon.infra.intake.payment;

import dev.cordon.application.detection.PaymentWebhooks.Delivery;
import dev.cordon.application.detection.PaymentWebhooks.Opened;
import dev.cordon.application.detection.PaymentWebhooks.Reading;
import dev.cordon.application.detection.WebhookRefused;
import java.util.List;

/** The webhooks of one provider. */
interface ProviderDoor {

    /**
     * @throws WebhookRefused if no secret fits, it is too old, or it cannot be understood
     */
    Reading read(Delivery delivery, List<Opened> secrets) throws WebhookRefused;
}
