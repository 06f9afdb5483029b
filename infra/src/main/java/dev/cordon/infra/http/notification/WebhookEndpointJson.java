package dev.cordon.infra.http.notification;

import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.notification.WebhookEndpoint;
import dev.cordon.domain.notification.WebhookState;
import dev.cordon.domain.notification.WebhookType;
import dev.cordon.domain.notification.WebhookUrl;
import dev.cordon.infra.http.ApiProblem;
import dev.cordon.infra.http.ETags;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A webhook endpoint as sent. Its secret is never part of it.
 *
 * @param owner who is told by mail if it is switched off by itself
 * @param stores of which stores it is told; absent for all
 * @param exercises also of drills, tutorials and stores that are not in production
 * @param etag to send back as {@code If-Match}
 */
record WebhookEndpointJson(
        UUID id,
        String owner,
        String url,
        List<String> types,
        @Nullable Set<UUID> stores,
        boolean exercises,
        WebhookState state,
        Instant addedAt,
        Instant secretSince,
        String etag) {

    /** What somebody wants sent where. */
    record WebhookWishJson(
            @NotBlank String url,
            @NotEmpty Set<String> types,
            @Nullable Set<UUID> stores,
            boolean exercises) {

        WebhookEndpoint.Wish wish() {
            return new WebhookEndpoint.Wish(
                    new WebhookUrl(url),
                    types.stream().map(WebhookWishJson::type).collect(Collectors.toSet()),
                    stores == null
                            ? StoreScope.ALL
                            : new StoreScope.Only(
                                    stores.stream().map(StoreId::new).collect(Collectors.toSet())),
                    exercises);
        }

        private static WebhookType type(String wire) {
            return WebhookType.of(wire)
                    .orElseThrow(
                            () -> ApiProblem.notUnderstood("No event type is called so: " + wire));
        }
    }

    static WebhookEndpointJson of(WebhookEndpoint endpoint) {
        var wish = endpoint.wish();
        return new WebhookEndpointJson(
                endpoint.id().value(),
                endpoint.owner().name(),
                wish.url().value(),
                wish.types().stream().sorted().map(WebhookType::wire).toList(),
                switch (wish.stores()) {
                    case StoreScope.All _ -> null;
                    case StoreScope.Only(var some) ->
                            some.stream().map(StoreId::value).collect(Collectors.toSet());
                },
                wish.exercises(),
                endpoint.state(),
                endpoint.addedAt(),
                endpoint.secretSince(),
                ETags.of(endpoint.version()));
    }
}
