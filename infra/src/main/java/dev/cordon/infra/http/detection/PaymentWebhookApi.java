package dev.cordon.infra.http.detection;

import dev.cordon.application.detection.IngestLines;
import dev.cordon.application.detection.PaymentWebhooks.Delivery;
import dev.cordon.application.detection.TakePaymentWebhook;
import dev.cordon.application.detection.WebhookRefused;
import dev.cordon.domain.detection.intake.PaymentProvider;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.people.AutomationPolicy;
import dev.cordon.infra.http.ApiPaths;
import dev.cordon.infra.http.ApiProblem;
import dev.cordon.infra.http.SignedBody;
import dev.cordon.infra.http.detection.IngestApi.ReceiptJson;
import dev.cordon.infra.security.CallerContext;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The door for webhooks of payment providers, which show no token: the signature opens it. */
@RestController
@RequestMapping(ApiPaths.INGEST)
@Tag(name = "ingest")
class PaymentWebhookApi {

    private static final Logger SECURITY = LoggerFactory.getLogger("dev.cordon.security");

    private final TakePaymentWebhook take;

    PaymentWebhookApi(TakePaymentWebhook take) {
        this.take = take;
    }

    @PostMapping("/{source}/webhooks/{provider}")
    @SecurityRequirements
    @Operation(
            summary = "Takes in what a payment provider tells, if its signature fits",
            description =
                    "Providers are stripe, paypal, mollie, woocommerce and hmac. No token is"
                            + " needed. What was told before is answered in the same way and taken"
                            + " once. At most 1 MiB.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(type = "string", format = "binary"))))
    ReceiptJson webhook(
            @PathVariable String source, @PathVariable String provider, HttpServletRequest request)
            throws IOException {
        var sender =
                PaymentProvider.named(provider)
                        .orElseThrow(() -> new NotFound("payment provider of that name"));
        var delivery =
                new Delivery(
                        sender, headers(request), SignedBody.of(request), request.getRemoteAddr());
        var command = new TakePaymentWebhook.Command(Sources.named(source), delivery);
        try {
            return new ReceiptJson(taken(command).taken());
        } catch (WebhookRefused refused) {
            SECURITY.warn(
                    "webhook refused source={} provider={} reason={} from={}",
                    command.source(),
                    provider,
                    refused.reason(),
                    request.getRemoteAddr());
            throw problem(refused);
        }
    }

    private IngestLines.Receipt taken(TakePaymentWebhook.Command command)
            throws IOException, WebhookRefused {
        try {
            return CallerContext.callAs(
                    AutomationPolicy.DETECTION,
                    () -> {
                        try {
                            return take.take(command);
                        } catch (WebhookRefused refused) {
                            throw new Refused(refused);
                        }
                    });
        } catch (Refused refused) {
            throw refused.why;
        }
    }

    private static ApiProblem problem(WebhookRefused refused) {
        var sentence = String.valueOf(refused.getMessage());
        return switch (refused.reason()) {
            case SIGNATURE -> ApiProblem.signature(sentence);
            case NOT_UNDERSTOOD -> ApiProblem.notUnderstood(sentence);
            case NOT_NOW -> ApiProblem.unavailable(sentence);
        };
    }

    private static Map<String, List<String>> headers(HttpServletRequest request) {
        var headers = new HashMap<String, List<String>>();
        for (var name : Collections.list(request.getHeaderNames())) {
            headers.put(name.toLowerCase(Locale.ROOT), Collections.list(request.getHeaders(name)));
        }
        return headers;
    }

    /** Carries a refusal through a call that may throw one kind of error alone. */
    private static final class Refused extends IOException {

        private final transient WebhookRefused why;

        Refused(WebhookRefused why) {
            super(why);
            this.why = why;
        }
    }
}
