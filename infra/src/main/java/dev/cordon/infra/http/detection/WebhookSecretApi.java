package dev.cordon.infra.http.detection;

import dev.cordon.application.detection.AddPaymentSecret;
import dev.cordon.application.detection.RemovePaymentSecret;
import dev.cordon.application.detection.SourceDoorQueries;
import dev.cordon.domain.detection.intake.PaymentProvider;
import dev.cordon.domain.detection.intake.PaymentSecret;
import dev.cordon.infra.http.ApiPaths;
import dev.cordon.infra.http.ApiProblem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Which payment providers may send webhooks to a log. */
@RestController
@RequestMapping(ApiPaths.API + "/sources/{id}/webhook-secrets")
@Tag(name = "sources")
class WebhookSecretApi {

    private static final String PROVIDERS = "stripe, paypal, mollie, woocommerce or hmac";

    private final SourceDoorQueries doors;
    private final AddPaymentSecret add;
    private final RemovePaymentSecret remove;

    WebhookSecretApi(SourceDoorQueries doors, AddPaymentSecret add, RemovePaymentSecret remove) {
        this.doors = doors;
        this.add = add;
        this.remove = remove;
    }

    /**
     * A provider's secret without the secret.
     *
     * @param path where its webhooks come in, on this server
     */
    record PaymentSecretJson(
            UUID id,
            @Schema(description = PROVIDERS) String provider,
            String path,
            Instant addedAt,
            @Nullable HmacSchemeJson scheme) {

        static PaymentSecretJson of(PaymentSecret secret) {
            var scheme = secret.scheme();
            return new PaymentSecretJson(
                    secret.id(),
                    secret.provider().word(),
                    ApiPaths.INGEST
                            + "/"
                            + secret.source()
                            + "/webhooks/"
                            + secret.provider().word(),
                    secret.addedAt(),
                    scheme == null ? null : HmacSchemeJson.of(scheme));
        }
    }

    /**
     * @param secret what the provider signs with; of paypal the id of its webhook. Never shown
     * @param scheme how it signs; for hmac alone
     */
    record AddPaymentSecretJson(
            @NotBlank @Schema(description = PROVIDERS) String provider,
            @NotBlank String secret,
            @Valid @Nullable HmacSchemeJson scheme) {
        @Override
        public String toString() {
            return "AddPaymentSecretJson[provider=" + provider + "]";
        }
    }

    @GetMapping
    @Operation(summary = "Lists what webhooks of payment providers are checked with, newest first")
    List<PaymentSecretJson> webhookSecrets(@PathVariable String id) {
        return doors.paymentSecrets(Sources.named(id)).stream().map(PaymentSecretJson::of).toList();
    }

    @PostMapping
    @Operation(
            summary = "Lets a payment provider's webhooks in at a log of events",
            description =
                    "Several secrets of a provider hold at once, so that one can replace another:"
                            + " at most five. None is ever shown.")
    @ApiResponse(responseCode = "201", description = "Webhooks signed with it are taken")
    ResponseEntity<PaymentSecretJson> addWebhookSecret(
            @PathVariable String id, @Valid @RequestBody AddPaymentSecretJson asked) {
        var source = Sources.named(id);
        var provider =
                PaymentProvider.named(asked.provider())
                        .orElseThrow(
                                () ->
                                        ApiProblem.notAccepted(
                                                "The provider is "
                                                        + PROVIDERS
                                                        + ". Nothing was changed."));
        var scheme = asked.scheme();
        var outcome =
                add.add(
                        new AddPaymentSecret.Command(
                                source,
                                provider,
                                asked.secret(),
                                scheme == null ? null : scheme.scheme()));
        return switch (outcome) {
            case AddPaymentSecret.Outcome.Added(var secret) ->
                    ResponseEntity.status(HttpStatus.CREATED).body(one(id, secret));
            case AddPaymentSecret.Outcome.Refused refused ->
                    throw ApiProblem.refused(refused, sentence(refused));
        };
    }

    @DeleteMapping("/{secret}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Forgets a secret: nothing that is signed with it is taken any more")
    void removeWebhookSecret(@PathVariable String id, @PathVariable UUID secret) {
        remove.remove(new RemovePaymentSecret.Command(Sources.named(id), secret));
    }

    private PaymentSecretJson one(String source, UUID secret) {
        return webhookSecrets(source).stream()
                .filter(each -> each.id().equals(secret))
                .findFirst()
                .orElseThrow();
    }

    private static String sentence(AddPaymentSecret.Outcome.Refused refused) {
        return switch (refused) {
            case NO_LOG_OF_EVENTS ->
                    "Webhooks go into a log whose format is events, and this log has another."
                            + " Nothing was changed. Add a log of events for them.";
            case TOO_MANY ->
                    "Five secrets of this provider hold already. Nothing was changed. Remove an old"
                            + " one first.";
        };
    }
}
