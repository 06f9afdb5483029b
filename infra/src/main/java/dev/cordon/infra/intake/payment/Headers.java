package dev.cordon.infra.intake.payment;

import dev.cordon.application.detection.PaymentWebhooks.Delivery;
import dev.cordon.application.detection.WebhookRefused;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the headers of a webhook say; one that is longer than any signature says nothing. */
final class Headers {

    private static final int LONGEST = 4096;

    private Headers() {}

    static Optional<String> find(Delivery delivery, String name) {
        var values = delivery.headers().getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
        return values.stream()
                .findFirst()
                .map(String::strip)
                .filter(value -> !value.isEmpty() && value.length() <= LONGEST);
    }

    /**
     * @throws WebhookRefused if it is not there
     */
    static String get(Delivery delivery, String name) throws WebhookRefused {
        return find(delivery, name).orElseThrow(() -> Refusals.unsigned(name));
    }
}
