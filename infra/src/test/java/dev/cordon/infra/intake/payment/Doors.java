package dev.cordon.infra.intake.payment;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cordon.application.detection.PaymentWebhooks.Delivery;
import dev.cordon.application.detection.PaymentWebhooks.Opened;
import dev.cordon.application.detection.PaymentWebhooks.Reading;
import dev.cordon.application.detection.WebhookRefused;
import dev.cordon.domain.detection.intake.PaymentProvider;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Webhooks as they come to a door, and what came of them. */
final class Doors {

    static final String FROM = "192.0.2.1";

    private Doors() {}

    static Delivery delivery(PaymentProvider provider, String body, Map<String, String> headers) {
        var sent = new HashMap<String, List<String>>();
        headers.forEach((name, value) -> sent.put(name.toLowerCase(Locale.ROOT), List.of(value)));
        return new Delivery(provider, sent, body.getBytes(UTF_8), FROM);
    }

    static List<Opened> secrets(String... secrets) {
        return Arrays.stream(secrets).map(each -> new Opened(each, null)).toList();
    }

    static Reading.Told told(ProviderDoor door, Delivery delivery, List<Opened> secrets)
            throws WebhookRefused {
        return (Reading.Told) door.read(delivery, secrets);
    }

    static JsonNode line(Reading.Told told) {
        return JsonMapper.shared().readTree(told.line());
    }
}
