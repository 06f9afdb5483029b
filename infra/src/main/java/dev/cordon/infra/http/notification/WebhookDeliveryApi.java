package dev.cordon.infra.http.notification;

import dev.cordon.application.notification.ReplayWebhook;
import dev.cordon.application.notification.TestWebhookEndpoint;
import dev.cordon.application.notification.WebhookQueries;
import dev.cordon.domain.notification.WebhookEndpointId;
import dev.cordon.infra.http.ApiPaths;
import dev.cordon.infra.http.PageJson;
import dev.cordon.infra.http.notification.WebhookDeliveryJson.WebhookAttemptJson;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What endpoints were told, and what they answered. */
@RestController
@RequestMapping(ApiPaths.API + "/webhook-endpoints/{id}")
@Tag(name = "webhooks")
class WebhookDeliveryApi {

    private final WebhookQueries webhooks;
    private final TestWebhookEndpoint test;
    private final ReplayWebhook replay;

    WebhookDeliveryApi(WebhookQueries webhooks, TestWebhookEndpoint test, ReplayWebhook replay) {
        this.webhooks = webhooks;
        this.test = test;
        this.replay = replay;
    }

    record WebhookTestedJson(UUID delivery) {}

    @GetMapping("/deliveries")
    @Operation(summary = "Lists what an endpoint was told in the last 30 days, latest first")
    PageJson<WebhookDeliveryJson> listDeliveries(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String after) {
        return PageJson.of(
                webhooks.deliveries(new WebhookEndpointId(id), PageJson.request(limit, after)),
                WebhookDeliveryJson::of);
    }

    @GetMapping("/deliveries/{delivery}/attempts")
    @Operation(summary = "Lists the tries of a message, the earliest first")
    List<WebhookAttemptJson> listAttempts(@PathVariable UUID id, @PathVariable UUID delivery) {
        return webhooks.attempts(new WebhookEndpointId(id), delivery).stream()
                .map(WebhookAttemptJson::of)
                .toList();
    }

    @PostMapping("/deliveries/{delivery}/replay")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Has a message sent again, under its old id")
    void replay(@PathVariable UUID id, @PathVariable UUID delivery) {
        replay.replay(new ReplayWebhook.Command(new WebhookEndpointId(id), delivery));
    }

    @PostMapping("/test")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Sends an endpoint a message that says nothing")
    WebhookTestedJson test(@PathVariable UUID id) {
        return new WebhookTestedJson(test.test(new WebhookEndpointId(id)));
    }
}
