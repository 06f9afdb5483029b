package dev.cordon.infra.intake.payment;

import dev.cordon.application.detection.PaymentWebhooks;
import dev.cordon.application.detection.WebhookRefused;
import dev.cordon.domain.detection.intake.PaymentProvider;
import java.time.InstantSource;
import java.util.List;

/** The doors of all providers. */
final class SignedWebhooks implements PaymentWebhooks {

    private final ProviderDoor stripe;
    private final ProviderDoor payPal;
    private final ProviderDoor mollie;
    private final ProviderDoor wooCommerce;
    private final ProviderDoor hmac;

    SignedWebhooks(PayPalSigner signer, InstantSource clock) {
        stripe = new StripeDoor(clock);
        payPal = new PayPalDoor(signer, clock);
        mollie = new MollieDoor(clock);
        wooCommerce = new WooCommerceDoor(clock);
        hmac = new HmacDoor(clock);
    }

    @Override
    public Reading read(Delivery delivery, List<Opened> secrets) throws WebhookRefused {
        return door(delivery.provider()).read(delivery, secrets);
    }

    private ProviderDoor door(PaymentProvider provider) {
        return switch (provider) {
            case STRIPE -> stripe;
            case PAYPAL -> payPal;
            case MOLLIE -> mollie;
            case WOOCOMMERCE -> wooCommerce;
            case HMAC -> hmac;
        };
    }
}
