package dev.cordon.infra.http.notification;

import dev.cordon.application.notification.AddWebhookEndpoint;
import dev.cordon.application.notification.ChangeWebhookEndpoint;
import dev.cordon.application.notification.RemoveWebhookEndpoint;
import dev.cordon.application.notification.RenewWebhookSecret;
import dev.cordon.application.notification.SwitchWebhookEndpoint;
import dev.cordon.application.notification.WebhookQueries;
import dev.cordon.domain.notification.WebhookEndpointId;
import dev.cordon.infra.http.ApiPaths;
import dev.cordon.infra.http.ETags;
import dev.cordon.infra.http.notification.WebhookEndpointJson.WebhookWishJson;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Programs outside that are told what happens to alerts and incidents. */
@RestController
@RequestMapping(ApiPaths.API + "/webhook-endpoints")
@Tag(name = "webhooks")
class WebhookEndpointApi {

    private final WebhookQueries webhooks;
    private final AddWebhookEndpoint add;
    private final ChangeWebhookEndpoint change;
    private final SwitchWebhookEndpoint turn;
    private final RenewWebhookSecret renew;
    private final RemoveWebhookEndpoint remove;

    WebhookEndpointApi(
            WebhookQueries webhooks,
            AddWebhookEndpoint add,
            ChangeWebhookEndpoint change,
            SwitchWebhookEndpoint turn,
            RenewWebhookSecret renew,
            RemoveWebhookEndpoint remove) {
        this.webhooks = webhooks;
        this.add = add;
        this.change = change;
        this.turn = turn;
        this.renew = renew;
        this.remove = remove;
    }

    record WebhookAddedJson(UUID id) {}

    record WebhookSecretJson(String secret) {}

    @GetMapping
    @Operation(summary = "Lists webhook endpoints, the oldest first")
    List<WebhookEndpointJson> list() {
        return webhooks.endpoints().stream().map(WebhookEndpointJson::of).toList();
    }

    /** Answers to POST may be kept, to be repeated: a secret has no place in one. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Adds an endpoint",
            description = "Its secret is made and shown by a PUT of its secret.")
    ResponseEntity<WebhookAddedJson> add(@Valid @RequestBody WebhookWishJson wish) {
        var id = add.add(wish.wish()).id();
        return ResponseEntity.created(URI.create(ApiPaths.API + "/webhook-endpoints/" + id))
                .body(new WebhookAddedJson(id.value()));
    }

    @GetMapping("/{id}")
    @Operation(summary = "Shows an endpoint")
    ResponseEntity<WebhookEndpointJson> show(@PathVariable UUID id) {
        var endpoint = webhooks.endpoint(new WebhookEndpointId(id));
        return ResponseEntity.ok()
                .eTag(ETags.of(endpoint.version()))
                .body(WebhookEndpointJson.of(endpoint));
    }

    @PutMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Changes what is sent where")
    void change(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @Valid @RequestBody WebhookWishJson wish) {
        change.change(
                new ChangeWebhookEndpoint.Command(
                        new WebhookEndpointId(id), ETags.seen(seen), wish.wish()));
    }

    @PutMapping("/{id}/secret")
    @Operation(
            summary = "Makes a new secret and shows it, this once",
            description = "For 24 hours messages are signed with the old one too.")
    WebhookSecretJson renewSecret(@PathVariable UUID id) {
        return new WebhookSecretJson(renew.renew(new WebhookEndpointId(id)).secret());
    }

    @PostMapping("/{id}/on")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Switches an endpoint on")
    void switchOn(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen) {
        turn(id, seen, true);
    }

    @PostMapping("/{id}/off")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Switches an endpoint off; what waits for it is given up")
    void switchOff(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen) {
        turn(id, seen, false);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Takes an endpoint away, with its secrets")
    void remove(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen) {
        remove.remove(
                new RemoveWebhookEndpoint.Command(new WebhookEndpointId(id), ETags.seen(seen)));
    }

    private void turn(UUID id, @Nullable String seen, boolean on) {
        turn.turn(
                new SwitchWebhookEndpoint.Command(new WebhookEndpointId(id), ETags.seen(seen), on));
    }
}
